"""Checks the pages of a nightly run in headless Chromium. `scripts/test-web` calls it.

    check_pages.py BINARY WORK [--screenshots DIR] [--axe FILE] [PAGE...]

BINARY is the built program, WORK a folder for what is made on the way. Three reports are made and
checked: a run over `Corpus/`, comparisons of files, and a run over a corpus that attacks its reader.
Further PAGEs are checked like those of the first. With `--screenshots`, pictures of one page of each
kind are left in DIR. Before that every check has to find the faults of a page made for it.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import itertools
import os
import subprocess
import sys
import time
import urllib.parse

import checks
import hostile
from browser import Browser, find_browser

# Pages of each kind that go through the slow checks (axe-core, the keyboard and the printer), and those
# that are looked at in every width and as on paper; the others are, where it is widest and narrowest.
SLOW = 2
THOROUGH = 40

FAULTY = """<!doctype html><html lang="en"><head><title>Faults</title></head><body>
<main><h1>Faults</h1><div style="width:2000px">wide</div><p id="a" style="color:#ccc">pale</p>
<p id="a">twice</p><a href="nowhere.html">away</a> <a href="#gone">gone</a>
<a href="#b" id="b" tabindex="-1">out of reach</a><a href="#a" style="outline:none">no outline</a>
<a href="javascript:1">script</a><img src="none.png">
<details><summary>closed</summary><p>part</p></details>
<script>window.variorumPwned=1;console.error('x')</script></main></body></html>"""


class Report:
    """Collects what is wrong."""

    def __init__(self):
        self.faults = []

    def add(self, page, faults):
        for fault in faults:
            self.faults.append((page, fault))

    def print(self):
        kinds = collections.OrderedDict()
        for page, fault in self.faults:
            kinds.setdefault(fault, []).append(page)
        for fault, pages in itertools.islice(kinds.items(), 60):
            others = f" and {len(pages) - 1} more" if len(pages) > 1 else ""
            print(f"  {pages[0]}{others}: {fault}")


def url(path):
    return "file://" + urllib.parse.quote(path)


def pages_below(root):
    return sorted(
        os.path.join(folder, name) for folder, _, names in os.walk(root, followlinks=False)
        for name in names if name.endswith(".html"))


def kind(path, root):
    folder = os.path.relpath(os.path.dirname(path), root)
    return folder + ("/index" if os.path.basename(path) == "index.html" else "")


def sample(paths, root, most=SLOW):
    """Of each kind the largest, the smallest and pages between them, evenly spaced by size."""
    by_kind = collections.OrderedDict()
    for path in paths:
        by_kind.setdefault(kind(path, root), []).append(path)
    chosen = []
    for members in by_kind.values():
        members.sort(key=lambda path: (os.path.getsize(path), path))
        last, steps = len(members) - 1, max(1, min(most, len(members)) - 1)
        chosen += [members[place] for place in sorted({last * i // steps for i in range(steps + 1)})]
    return chosen


def look(browser, path, axe_source, is_hostile, is_thorough, is_slow):
    """What a browser finds wrong with one page."""
    browser.medium()
    browser.resize(checks.WIDTHS[0])
    browser.load(url(path))
    # Long words show best where it is narrow.
    faults = checks.console(browser)
    faults += checks.overflow(browser) if is_thorough else checks.overflow(
        browser, (checks.WIDTHS[0], checks.WIDTHS[-1]), on_paper=False)
    if is_hostile and browser.evaluate(f"window.{hostile.MARK}") is not None:
        faults.append("a payload ran")
    if is_slow:
        faults += checks.keyboard(browser) + checks.paper(browser)
        if axe_source:
            for scheme, width in (("light", 1280), ("dark", 760), ("light", 390)):
                faults += checks.axe(browser, axe_source, scheme, width)
    return faults + checks.console(browser)


def check(browsers, root, report, axe_source, is_hostile=False, chosen=None):
    """Checks all pages below `root`, shared out among the browsers."""
    paths = pages_below(root)
    parsed = {path: checks.Page(path) for path in paths}
    if chosen is None:
        chosen = [] if is_hostile else sample(paths, root)
    found = {}
    # Those with the slow checks come first, so that no browser is left with one at the end.
    waiting = collections.deque(chosen + [path for path in paths if path not in set(chosen)])
    slow, thorough = set(chosen), set(chosen + ([] if is_hostile else sample(paths, root, THOROUGH)))

    def work(browser):
        while True:
            try:
                path = waiting.popleft()
            except IndexError:
                return
            found[path] = look(browser, path, axe_source, is_hostile, path in thorough, path in slow)

    with concurrent.futures.ThreadPoolExecutor(len(browsers)) as pool:
        for done in [pool.submit(work, browser) for browser in browsers]:
            done.result()
    for path in paths:
        report.add(path, checks.static(path, parsed[path], parsed, root) + found[path])
    return len(paths), len(chosen)


def prove(browser, work, axe_source):
    """Every check finds the faults of a page that is full of them; what it misses is returned."""
    root = os.path.join(work, "faulty")
    os.makedirs(root, exist_ok=True)
    path = os.path.join(root, "index.html")
    with open(path, "w", encoding="utf-8") as file:
        file.write(FAULTY)
    report = Report()
    check([browser], root, report, axe_source, is_hostile=True, chosen=[path])
    found = "\n".join(fault for _, fault in report.faults)
    wanted = [
        "stands twice", "link to no file", "link to no place", "link of another kind",
        "no content security policy", "holds <script>", "console.error", "a payload ran", "fetches",
        "wider than 390 px", "wider than paper", "the keyboard misses", "focus is not seen",
        "closed parts stay closed",
    ] + (["color-contrast", "image-alt"] if axe_source else [])
    return [text for text in wanted if text not in found]


def screenshots(browser, root, folder):
    import base64
    os.makedirs(folder, exist_ok=True)
    for path in sample(pages_below(root), root):
        name = os.path.relpath(path, root).replace("/", "-").removesuffix(".html")
        browser.load(url(path))
        for scheme in ("light", "dark"):
            browser.medium("screen", scheme)
            for width in checks.WIDTHS:
                browser.resize(width)
                height = browser.evaluate("document.documentElement.scrollHeight")
                picture = browser.call(
                    "Page.captureScreenshot", captureBeyondViewport=True,
                    clip={"x": 0, "y": 0, "width": width, "height": min(height, 4000), "scale": 1})
                with open(os.path.join(folder, f"{name}-{width}-{scheme}.png"), "wb") as file:
                    file.write(base64.b64decode(picture["data"]))
        browser.medium()
        pdf = browser.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        with open(os.path.join(folder, f"{name}.pdf"), "wb") as file:
            file.write(base64.b64decode(pdf["data"]))


def run(binary, *arguments):
    done = subprocess.run([binary, *arguments], capture_output=True, text=True)
    # 1 and 3 are answers: facts differ, some inputs could not be read.
    if done.returncode not in (0, 1, 3):
        sys.exit(f"test-web: {binary} {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def make(binary, work, extra):
    """The folders with pages to check: of a run, of comparisons, of a hostile run."""
    day = ("--date", "2026-11-27", "--quiet")
    run(binary, "nightly", "Corpus", "--output", f"{work}/run", *day)
    pairs = os.path.join(work, "pairs")
    os.makedirs(pairs, exist_ok=True)
    captures = collections.OrderedDict()
    for folder, _, names in sorted(os.walk("Corpus/captures")):
        for name in sorted(names):
            captures.setdefault(name, []).append(os.path.join(folder, name))
    several = [versions for versions in captures.values() if len(versions) > 1]
    first = [versions[0] for versions in captures.values()]
    chosen = [tuple(versions[:2]) for versions in several[:3]]
    chosen += [(first[0], first[0]), (first[0], first[1])]
    for i, (a, b) in enumerate(chosen):
        with open(f"{pairs}/{i}.html", "w", encoding="utf-8") as file:
            file.write(run(binary, "compare", a, b, "--format", "html"))
    with open(f"{pairs}/collation.html", "w", encoding="utf-8") as file:
        file.write(run(binary, "compare", *several[0][:2], first[-1], "--format", "html"))
    for i, page in enumerate(extra):
        with open(page, encoding="utf-8") as source, open(
                f"{pairs}/extra-{i}.html", "w", encoding="utf-8") as file:
            file.write(source.read())
    corpus, taxonomy = hostile.write(os.path.join(work, "hostile"))
    run(binary, "nightly", corpus, "--output", f"{work}/hostile/out", "--taxonomy", taxonomy, *day)
    with open(f"{work}/hostile/out/2026-11-27/index.html", encoding="utf-8") as file:
        if hostile.MARK not in file.read():
            sys.exit("test-web: no payload reached the digest, so nothing would be tested")
    return f"{work}/run/2026-11-27", pairs, f"{work}/hostile/out/2026-11-27"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("work")
    parser.add_argument("--screenshots")
    parser.add_argument("--axe")
    parser.add_argument("pages", nargs="*")
    options = parser.parse_args()
    axe_source = None
    if options.axe:
        with open(options.axe, encoding="utf-8") as file:
            axe_source = file.read()
    work = os.path.abspath(options.work)
    roots = make(options.binary, work, options.pages)
    report = Report()
    with contextlib.ExitStack() as stack:
        browsers = [
            stack.enter_context(Browser(find_browser()))
            for _ in range(min(4, os.cpu_count() or 1))]
        browser = browsers[0]
        missed = prove(browser, work, axe_source)
        if missed:
            sys.exit(f"test-web: the checks miss what they have to find: {', '.join(missed)}")
        print("test-web: every check finds the faults of a faulty page")
        for root, name in zip(roots, ("nightly run", "comparisons", "hostile corpus")):
            start = time.monotonic()
            before = len(report.faults)
            pages, chosen = check(
                browsers, root, report, axe_source, name == "hostile corpus")
            print(f"test-web: {name}: {pages} pages, {chosen} of them with keyboard, printer and axe-core, "
                  f"{len(report.faults) - before} faults ({time.monotonic() - start:.0f} s)")
        if options.screenshots:
            for root, name in zip(roots[:2], ("run", "pairs")):
                screenshots(browser, root, os.path.join(options.screenshots, name))
    report.print()
    sys.exit(1 if report.faults else 0)


main()
