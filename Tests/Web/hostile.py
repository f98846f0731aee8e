"""A small corpus that tries to run script through every field that a page shows.

`write(folder)` makes the corpus and a taxonomy beside it and returns the path of the latter. What
would run calls `alert`, writes to the console or leaves a mark in the page; `MARK` is the word that
all payloads hold.
"""

import html
import json
import os

MARK = "variorumPwned"

PAYLOADS = [
    f"<script>window.{MARK}=1;alert('{MARK}')</script>",
    f"<img src=x onerror=\"window.{MARK}=1;alert('{MARK}')\">",
    f"\"><svg onload=\"window.{MARK}=1\">",
    f"'><iframe srcdoc=\"<script>top.{MARK}=1</script>\"></iframe>",
    f"</title></style></textarea><script>window.{MARK}=1</script>",
    f"</script><script>window.{MARK}=1</script>",
    f"--><script>window.{MARK}=1</script><!--",
    f"]]><script>window.{MARK}=1</script>",
    f"\" autofocus onfocus=\"window.{MARK}=1\" x=\"",
    f"<details open ontoggle=\"window.{MARK}=1\">",
    f"<style>@import 'http://{MARK}.example/x.css';</style>",
    f"<meta http-equiv=\"refresh\" content=\"0;url=javascript:window.{MARK}=1\">",
    f"<base href=\"http://{MARK}.example/\">",
    f"javascript:window.{MARK}=1//",
    f"\u202e<script>window.{MARK}=1</script>\u0000",
    f"&lt;script&gt;window.{MARK}=1&lt;/script&gt;",
]


def sentence(payload):
    return (f"Queen bees {payload} left the bee colony on 5 May 2025, said Ada {payload} Lovelace "
            f"of the {payload} Ministry of Honey in Paris, who paid 12 million dollars. ")


def article(i, payload):
    text = html.escape(sentence(payload)) * 4
    e = html.escape(payload, quote=True)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{e} Bee colonies {i}</title>
<meta property="og:title" content="{e} Bee colonies {i}">
<meta property="og:site_name" content="The {e} Apiary">
<meta name="author" content="{e} Byline">
<meta name="keywords" content="{e}, honey harvest">
<meta name="description" content="{e} deck of the article">
<meta property="article:section" content="{e}">
<meta property="article:published_time" content="2025-05-{i % 27 + 1:02d}">
<link rel="canonical" href="http://bees.example/{i}/{e}">
<script type="application/ld+json">{json.dumps({
    "@type": "NewsArticle", "headline": payload + f" Bee colonies {i}",
    "author": {"name": payload + " Byline"}, "publisher": {"name": payload + " Apiary"},
    "datePublished": f"2025-05-{i % 27 + 1:02d}"}).replace("<", chr(92) + "u003c")}</script>
</head><body><article><h1>{e} Bee colonies {i}</h1><p class="byline">By {e} Byline</p>
<h2>{e}</h2><p>{text}</p><blockquote>{text}</blockquote><ul><li>{text}</li></ul>
<p>{text} Article number {i} ends here.</p></article></body></html>"""


def write(folder):
    corpus = os.path.join(folder, "corpus")
    os.makedirs(corpus, exist_ok=True)

    def put(name, text):
        # A file name may hold anything but a slash and a zero byte.
        path = os.path.join(corpus, name.replace("/", "∕").replace("\0", "")[:120])
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    lines = []
    for i, payload in enumerate(PAYLOADS):
        put(f"{i:02d} {payload}.html", article(i, payload))
        # The same address with other facts: a silent change, whose facts hold the payload.
        put(f"{i:02d} {payload} later.html",
            article(i, payload).replace("12 million", "13 million").replace("Paris", f"Lyon"))
        put(f"{i:02d} {payload}.md",
            f"---\ntitle: {json.dumps(payload)}\nauthor: {json.dumps(payload)}\n---\n\n# {payload}\n\n"
            + sentence(payload) * 3)
        put(f"{i:02d} {payload}.bin", "\x00\x01" + payload)
        for field in ("url", "title", "publisher", "authors", "published", "language", "fetched"):
            line = {"id": f"{i}-{field}", "url": f"http://{field}{i}.example/",
                    "title": f"Bees of {field} {i}", "publisher": "The Apiary",
                    "authors": ["A. Keeper"], "published": "2025-05-09",
                    "text": sentence(payload) * 4 + f"Text {field} {i}."}
            line[field] = [payload] if field == "authors" else payload
            lines.append(json.dumps(line))
    put("dump.jsonl", "\n".join(lines) + "\n")
    taxonomy = os.path.join(folder, "taxonomy.yaml")
    with open(taxonomy, "w", encoding="utf-8") as file:
        file.write("version: 1\nthemes:\n")
        for i, payload in enumerate(PAYLOADS):
            # YAML takes JSON strings, and no control character is left in one.
            name = json.dumps(payload + f" {i}")
            file.write(f"  - id: bees-{i}\n    name: {name}\n    description: {name}\n"
                       "    phrases: [queen bee, bee colony, honey harvest]\n")
    return corpus, taxonomy
