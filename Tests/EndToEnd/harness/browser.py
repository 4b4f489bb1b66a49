"""People's browsers: separate contexts, watched for what no page of ours may do."""

import re
from typing import Any, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

#: A debug server and two cores shared with it.
PATIENCE_MS = 10_000
expect.set_options(timeout=PATIENCE_MS)

#: The browser itself writes these when there is no network, whatever the page does.
NO_NETWORK = re.compile(r"net::ERR_|WebSocket connection to .* failed|Failed to fetch|Failed to load resource")
#: Collected by the page itself, because the report names what was blocked.
COLLECT_VIOLATIONS = """
window.policyViolations = []
document.addEventListener('securitypolicyviolation', event =>
  window.policyViolations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))
"""


class Address(Protocol):
    """Where a browser finds the server: the server itself, or what stands in front of it."""

    @property
    def url(self) -> str: ...

    @property
    def host_and_port(self) -> tuple[str, int]: ...


class Window:
    """One person's browser with one page, and everything it did that it should not have done."""

    def __init__(self, context: BrowserContext, server: Address) -> None:
        self.context = context
        self.server = server
        self.faults: list[str] = []
        self.allowed: list[re.Pattern[str]] = []
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(COLLECT_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))
        context.on("request", self._request)
        self.page: Page = context.new_page()
        self._watch(self.page)

    def _watch(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._host("websocket", socket.url))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text} ({message.location.get('url')})")

    def _request(self, request: Request) -> None:
        self._host("request", request.url)

    def _host(self, kind: str, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("data", "blob", "about"):
            return
        host, port = self.server.host_and_port
        if (parts.hostname, parts.port) != (host, port):
            self.faults.append(f"{kind} to a foreign host: {url}")

    def allow(self, pattern: str | re.Pattern[str]) -> None:
        """Something this test provokes, such as the browser's own line about a refused request."""
        self.allowed.append(re.compile(pattern))

    def goto(self, path: str) -> Page:
        self.page.goto(self.server.url + path)
        return self.page

    def sign_in(self, token: str) -> None:
        """By a personal link."""
        self.goto("/log-ind#" + token)
        self.page.wait_for_url(lambda url: "/log-ind" not in url)

    def check(self) -> None:
        if not self.page.is_closed() and self.page.url.startswith("http"):
            violations: list[str] = self.page.evaluate("() => window.policyViolations ?? []")
            self.faults += [f"against the content security policy: {violation}" for violation in violations]
        left = [fault for fault in self.faults if not any(pattern.search(fault) for pattern in self.allowed)]
        assert not left, "the page did what it should not: " + "\n".join(left)


class Browsers:
    """Every browser that a test opens."""

    def __init__(self, browser: Browser, server: Address) -> None:
        self.browser = browser
        self.server = server
        self.windows: list[Window] = []

    def open(self, path: str | None = None, **options: Any) -> Window:
        """A browser of somebody new: Danish, in Copenhagen, 1280 × 900 unless `options` say otherwise."""
        settings: dict[str, Any] = {
            "locale": "da-DK", "timezone_id": "Europe/Copenhagen", "viewport": {"width": 1280, "height": 900},
        }
        window = Window(self.browser.new_context(**{**settings, **options}), self.server)
        self.windows.append(window)
        if path is not None:
            window.goto(path)
        return window

    def open_as(self, token: str, path: str | None = None, **options: Any) -> Window:
        """A browser of somebody who followed a personal link."""
        window = self.open(**options)
        window.sign_in(token)
        if path is not None:
            window.goto(path)
        return window

    def check(self) -> None:
        for window in self.windows:
            window.check()

    def close(self) -> None:
        for window in self.windows:
            window.context.close()
