#!/usr/bin/env python3
# browsehtml.py BROWSER FILE WORDS [PICTURES]: opens an HTML export in a headless Chromium, types each of WORDS (a JSON
# array) into its filter, follows a link, and prints what is then to be seen, as JSON. Speaks the browser's own protocol
# through pipes, so that nothing but Python is needed. With a folder for PICTURES, light.png and dark.png are put there.
# Exit status 77: the browser does not start here.
#
# {"steps": [{"typed", "shown": [ids], "groups": [ids], "entries", "count"}], "jumped": [where to, where],
#  "afterJump": {as a step}, "console": [faults], "requests": [addresses], "dark": "rgb(...)", "light": "rgb(...)"}

import base64
import json
import os
import subprocess
import sys
import tempfile
import urllib.request

SEEN = """(() => ({
  shown: Array.from(document.querySelectorAll("article"), one => one).filter(one => one.checkVisibility())
    .map(one => one.id),
  groups: Array.from(document.querySelectorAll(".group"), one => one).filter(one => one.checkVisibility())
    .map(one => one.id),
  entries: Array.from(document.querySelectorAll("nav li")).filter(one => one.checkVisibility()).length,
  count: document.querySelector("#filter output").textContent }))()"""


class Browser:
    def __init__(self, program, profile):
        toward, mine = os.pipe()
        theirs, back = os.pipe()

        def inherit():  # the protocol's pipes are 3 and 4
            os.dup2(toward, 30), os.dup2(back, 31)
            os.dup2(30, 3), os.dup2(31, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--remote-debugging-pipe", "--no-first-run", f"--user-data-dir={profile}", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, close_fds=False,
            preexec_fn=inherit)
        os.close(toward), os.close(back)
        self.output, self.input = mine, theirs
        self.buffer = b""
        self.number = 0
        self.session = None
        self.events = []

    def message(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.input, 1 << 16)
            if not piece:
                sys.exit(77)
            self.buffer += piece
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **parameters):
        self.number += 1
        order = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            order["sessionId"] = self.session
        try:
            os.write(self.output, json.dumps(order).encode() + b"\0")
        except BrokenPipeError:
            sys.exit(77)
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.message())

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        return answer["result"].get("value")

    def type(self, text):
        self.value('document.querySelector("#filter input").focus()')
        self.call("Input.dispatchKeyEvent", type="keyDown", key="Escape", code="Escape", windowsVirtualKeyCode=27)
        self.call("Input.dispatchKeyEvent", type="keyUp", key="Escape", code="Escape", windowsVirtualKeyCode=27)
        if text:
            self.call("Input.insertText", text=text)

    def picture(self, path):
        data = self.call("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def end(self):
        self.session = None
        self.call("Browser.close")
        self.process.wait(30)


def faults(events):
    found = []
    for event in events:
        if event.get("method") == "Runtime.exceptionThrown":
            found.append(event["params"]["exceptionDetails"].get("text", "an exception"))
        elif event.get("method") == "Log.entryAdded":
            found.append(event["params"]["entry"]["text"])
        elif event.get("method") == "Runtime.consoleAPICalled":
            found.append("console." + event["params"]["type"])
    return found


def main():
    program, path, words = sys.argv[1], os.path.abspath(sys.argv[2]), json.loads(sys.argv[3])
    pictures = sys.argv[4] if len(sys.argv) > 4 else None
    address = "file://" + urllib.request.pathname2url(path)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(program, profile)
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        browser.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            browser.call(domain + ".enable")
        browser.call("Page.navigate", url=address)
        browser.wait("Page.loadEventFired")
        seen = {"steps": []}
        for text in words:
            browser.type(text)
            seen["steps"].append({"typed": text, **browser.value(SEEN)})
        # An entry that is hidden by what was typed last is shown again where a link leads to it.
        seen["jumped"] = browser.value("""(() => {
          const link = Array.from(document.querySelectorAll('nav li a')).at(-1);
          link.click(); return [link.hash.slice(1), location.hash.slice(1)]; })()""")
        seen["afterJump"] = browser.value(SEEN)
        for scheme in ("light", "dark"):
            browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            seen[scheme] = browser.value("getComputedStyle(document.body).backgroundColor")
            if pictures:
                browser.value("scrollTo(0, 0)")
                browser.picture(os.path.join(pictures, scheme + ".png"))
        seen["console"] = faults(browser.events)
        seen["requests"] = [event["params"]["request"]["url"] for event in browser.events
                            if event.get("method") == "Network.requestWillBeSent"
                            and event["params"]["request"]["url"] != address
                            and not event["params"]["request"]["url"].startswith("data:")]
        browser.end()
    json.dump(seen, sys.stdout)


main()
