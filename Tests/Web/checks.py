"""What has to hold for a page: each check returns what is wrong, one line for each fault."""

import base64
import html.parser
import os
import urllib.parse

WIDTHS = (1280, 760, 390)
# Width of the print area of A4 with the margins of the style sheet, at 96 pixels an inch.
PAPER = 680
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

OVERFLOW = """(() => {
  const root = document.documentElement, width = root.clientWidth;
  // Widths on paper are no whole pixels.
  if (root.scrollWidth <= width + 1) return null;
  const wide = [...document.body.querySelectorAll('*')].filter(e => {
    const box = e.getBoundingClientRect();
    if (box.right <= width + 1 || box.width === 0) return false;
    for (let p = e.parentElement; p; p = p.parentElement)
      if (getComputedStyle(p).overflowX !== 'visible') return false;
    return true;
  });
  const first = wide[0];
  return `${root.scrollWidth} px` +
    (first ? ` (${first.tagName.toLowerCase()} “${first.textContent.trim().slice(0, 40)}”)` : '');
})()"""

# Everything that a keyboard has to reach: a group of radio buttons is one stop. A link may be kept out
# of the order (the areas over a chart) only where another one leads to the same place.
STOPS = """(() => {
  const all = [...document.querySelectorAll('a[href],button,input,select,textarea,summary')];
  const reached = new Set(all.filter(e => e.tabIndex >= 0 && e.href).map(e => e.href));
  const stops = all
    .filter(e => e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
    .filter(e => !(e.type === 'radio' && !e.checked))
    .filter(e => e.tabIndex >= 0 || !reached.has(e.href));
  window.__stops = new Map(stops.map((e, i) => [e, i]));
  document.activeElement.blur();
  return stops.length;
})()"""

FOCUSED = """(() => {
  const e = document.activeElement, at = window.__stops.get(e);
  if (at === undefined) return null;
  const style = getComputedStyle(e);
  return [at, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0];
})()"""

# What a closed part holds and a printer would not show; what is not displayed on paper at all (links
# between parts, switches) is no part.
HIDDEN_PARTS = """(() => {
  const hidden = [...document.querySelectorAll('details > :not(summary)')]
    .filter(e => getComputedStyle(e).display !== 'none')
    .filter(e => !e.checkVisibility({contentVisibilityAuto: true}) || e.offsetHeight === 0);
  if (hidden.length === 0) return null;
  const e = hidden[0];
  return [hidden.length, `${e.tagName.toLowerCase()}.${e.className} “${e.textContent.trim().slice(0, 40)}”`];
})()"""

NAME_STOP = """(() => {
  for (const [e, i] of window.__stops) if (i === %d)
    return `${e.tagName.toLowerCase()} “${(e.textContent || e.id).trim().slice(0, 40)}”`;
})()"""


def console(browser):
    """What the page wrote to the console as an error, threw, asked or fetched from elsewhere."""
    faults = []
    for event in browser.take_events():
        method, body = event["method"], event["params"]
        if method == "Log.entryAdded" and body["entry"]["level"] == "error":
            faults.append(f"console: {body['entry']['text']}")
        elif method == "Runtime.exceptionThrown":
            faults.append(f"script: {body['exceptionDetails']['text']}")
        elif method == "Runtime.consoleAPICalled":
            faults.append(f"a script ran: console.{body['type']}")
        elif method == "Page.javascriptDialogOpening":
            faults.append(f"a script ran: {body['type']} “{body['message']}”")
        elif method == "Network.requestWillBeSent" and body.get("type") != "Document":
            faults.append(f"fetches {body['request']['url'][:80]}")
    return faults


def overflow(browser, widths=WIDTHS, on_paper=True):
    """Sideways scroll on screen, and what is wrong on paper."""
    faults = []
    for width in widths:
        browser.resize(width)
        wide = browser.evaluate(OVERFLOW)
        if wide:
            faults.append(f"wider than {width} px: {wide}")
    if not on_paper:
        return faults
    browser.resize(PAPER)
    browser.medium("print")
    wide = browser.evaluate(OVERFLOW)
    if wide:
        faults.append(f"wider than paper: {wide}")
    dark = browser.evaluate("getComputedStyle(document.body).backgroundColor")
    if dark not in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"):
        faults.append(f"printed on {dark}")
    browser.medium()
    return faults


def paper(browser):
    """The page as a PDF file, with the parts that are closed on screen."""
    closed = browser.evaluate("document.querySelectorAll('details:not([open])').length")
    data = base64.b64decode(browser.call("Page.printToPDF", printBackground=True)["data"])
    if not data.startswith(b"%PDF") or len(data) < 1000:
        return [f"printing gives {len(data)} bytes"]
    if closed:
        browser.medium("print")
        browser.settle()
        hidden = browser.evaluate(HIDDEN_PARTS)
        browser.medium()
        if hidden:
            return [f"{hidden[0]} closed parts stay closed in print, first {hidden[1]}"]
    return []


def keyboard(browser, most=600):
    """Stops that the tab key does not reach or that do not show that they have the focus."""
    browser.resize(1280)
    count = browser.evaluate(STOPS)
    reached, unseen = set(), set()
    for _ in range(min(count, most) + 3):
        browser.press("Tab", 9)
        at = browser.evaluate(FOCUSED)
        if at is None:
            if len(reached) >= count:
                break
            continue
        if at[0] in reached and len(reached) >= count:
            break
        reached.add(at[0])
        if not at[1]:
            unseen.add(at[0])
    faults = [f"focus is not seen on {browser.evaluate(NAME_STOP % at)}" for at in sorted(unseen)[:3]]
    # A skip link that has the focus would lie over the masthead in what is looked at next.
    browser.evaluate("document.activeElement.blur()")
    missed = [at for at in range(min(count, most)) if at not in reached]
    if missed:
        faults.append(
            f"the keyboard misses {len(missed)} of {count}, first "
            f"{browser.evaluate(NAME_STOP % missed[0])}")
    return faults


def axe(browser, source, scheme, width):
    """Faults that axe-core finds with everything opened."""
    browser.resize(width)
    browser.medium("screen", scheme)
    browser.evaluate(
        "document.querySelectorAll('details').forEach(e => e.setAttribute('open', ''))")
    browser.evaluate(source + "; 1")
    found = browser.evaluate(
        "axe.run(document, {runOnly: %r, resultTypes: ['violations']}).then(r => r.violations.map("
        "v => [v.id, v.help, v.nodes.length, v.nodes[0].html.slice(0, 160)]))" % AXE_TAGS,
        promise=True)
    browser.medium()
    return [f"axe ({scheme}, {width} px): {rule}: {text} ({count} ×), first {where}"
            for rule, text, count, where in found]


class Page(html.parser.HTMLParser):
    """The links, targets and elements of a page as they stand in its file."""

    def __init__(self, path):
        super().__init__()
        self.links, self.ids, self.doubled, self.policy = [], set(), [], None
        self.active = []
        with open(path, encoding="utf-8") as file:
            self.feed(file.read())

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        name = values.get("id")
        if name is not None:
            if name in self.ids:
                self.doubled.append(name)
            self.ids.add(name)
        if tag == "a" and "href" in values:
            self.links.append(values["href"] or "")
        if tag == "meta" and values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values.get("content")
        if tag in ("script", "iframe", "object", "embed", "base", "form", "link"):
            self.active.append(f"<{tag}>")
        self.active += [f"{tag} {key}" for key in values if key.startswith("on")]


def static(path, page, pages, root):
    """Links that lead nowhere, doubled ids, elements that could act; `pages` are all by path."""
    faults = [f"id “{name}” stands twice" for name in page.doubled[:3]]
    faults += [f"holds {thing}" for thing in page.active[:3]]
    if not page.policy or "default-src 'none'" not in page.policy:
        faults.append("no content security policy")
    missing = []
    for link in page.links:
        parts = urllib.parse.urlsplit(link)
        if parts.scheme in ("http", "https"):
            continue
        if parts.scheme or parts.netloc:
            missing.append(f"link of another kind: {link[:60]}")
            continue
        target = path
        if parts.path:
            target = os.path.normpath(
                os.path.join(os.path.dirname(path), urllib.parse.unquote(parts.path)))
        if not target.startswith(root + os.sep) and target != path:
            missing.append(f"link out of the report: {link}")
        elif not os.path.isfile(target):
            missing.append(f"link to no file: {link}")
        elif parts.fragment and target in pages:
            if urllib.parse.unquote(parts.fragment) not in pages[target].ids:
                missing.append(f"link to no place: {link}")
    return faults + missing[:3] + ([f"… {len(missing)} links in all"] if len(missing) > 3 else [])
