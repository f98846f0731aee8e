"""Headless Chromium over the DevTools protocol, spoken through a pair of pipes.

Nothing but Python's own library is needed: Chromium reads and writes JSON messages, each ended by a
zero byte, on its file descriptors 3 and 4.
"""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser():
    """Path of an installed Chromium, or None."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    return next((path for path in map(shutil.which, NAMES) if path), None)


class BrowserError(Exception):
    pass


class Browser:
    """One browser with one tab. Events of the tab are collected in `events` until they are taken."""

    def __init__(self, path, timeout=180):
        self.timeout = timeout
        self.profile = tempfile.mkdtemp(prefix="variorum-web-")
        to_read, self._out = os.pipe()
        self._in, to_write = os.pipe()
        # A shell moves the pipes to the two descriptors that Chromium expects. GNOME and the like
        # are not there, so the browser's own complaints about them are of no use.
        arguments = [
            "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
            "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run", "--mute-audio",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--font-render-hinting=none", f"--user-data-dir={self.profile}", "about:blank"]
        self.process = subprocess.Popen(
            ["sh", "-c", f'exec "$0" "$@" 3<&{to_read} 4>&{to_write}', path, *arguments],
            pass_fds=(to_read, to_write), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self._buffer = bytearray()
        self._messages = []
        self._number = 0
        self._session = None
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call(
            "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self._out)
        os.close(self._in)
        shutil.rmtree(self.profile, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def call(self, method, **parameters):
        """The result of a protocol method."""
        self._number += 1
        number = self._number
        message = {"id": number, "method": method, "params": parameters}
        if self._session and not method.startswith("Target."):
            message["sessionId"] = self._session
        data = memoryview(json.dumps(message).encode() + b"\0")
        while data:
            data = data[os.write(self._out, data):]
        until = time.monotonic() + self.timeout
        while True:
            answer = self._next(until, method)
            if answer.get("id") == number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def wait(self, event):
        """Waits until the tab has reported `event`."""
        until = time.monotonic() + self.timeout
        while not any(e["method"] == event for e in self.events):
            self._next(until, event)

    def take_events(self):
        """The events since the last call, in order."""
        taken, self.events = self.events, []
        return taken

    def evaluate(self, expression, promise=False):
        """The value of a JavaScript expression in the page."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=promise)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            text = details.get("exception", {}).get("description") or details["text"]
            raise BrowserError(text)
        return answer["result"].get("value")

    def load(self, url):
        """Opens a page; the events of earlier pages are forgotten."""
        self.events = []
        self.call("Page.navigate", url=url)
        self.wait("Page.loadEventFired")

    def resize(self, width, height=900):
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
            mobile=False)

    def medium(self, medium="screen", scheme="light"):
        """Shows the page on `screen` or in `print`, in a `light` or `dark` scheme."""
        self.call(
            "Emulation.setEmulatedMedia", media=medium,
            features=[{"name": "prefers-color-scheme", "value": scheme},
                      {"name": "prefers-reduced-motion", "value": "reduce"}])

    def settle(self):
        """Waits until the page was laid out and drawn as it is now."""
        self.evaluate(
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))",
            promise=True)

    def press(self, key, code):
        for kind in ("rawKeyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def _next(self, until, what):
        while not self._messages:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                raise BrowserError(f"{what}: no answer from the browser in {self.timeout} s")
            data = os.read(self._in, 1 << 20)
            if not data:
                raise BrowserError(f"{what}: the browser ended")
            self._buffer += data
            *whole, rest = self._buffer.split(b"\0")
            self._messages = [json.loads(part) for part in whole if part]
            self._buffer = bytearray(rest)
        message = self._messages.pop(0)
        if "method" in message and message.get("sessionId") == self._session:
            self.events.append(message)
            # A dialog would hold up the page for good.
            if message["method"] == "Page.javascriptDialogOpening":
                self._number += 1
                closing = {"id": self._number, "method": "Page.handleJavaScriptDialog",
                           "params": {"accept": False}, "sessionId": self._session}
                os.write(self._out, json.dumps(closing).encode() + b"\0")
        return message
