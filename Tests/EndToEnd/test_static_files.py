"""The page's files: only those, with strict headers, kept for long where the name holds a hash."""

import re

import httpx
import pytest

from harness import page_weight, raw_http
from harness.page_weight import first_page_bytes

PAGES = ["/", "/?kode=ABCD2345", "/k/ABCD2345", "/log-ind", "/uger", "/uge/x", "/session/s-1", "/session/s-1/model/k-1",
         "/uge/x/enhed/u-skole/maalplan"]


@pytest.fixture
def browser(server):
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        yield client


def directives(response):
    policy = response.headers["content-security-policy"]
    return {part.split()[0]: part.split()[1:] for part in policy.split(";") if part.strip()}


@pytest.mark.parametrize("path", PAGES)
def test_every_place_of_the_page_is_the_page_with_a_strict_policy(browser, path):
    response = browser.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
    policy = directives(response)
    assert policy["default-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["require-trusted-types-for"] == ["'script'"]
    for name, sources in policy.items():
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"} & set(sources), f"{name} {sources}"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "no-referrer"


def test_the_page_holds_nothing_inline_and_names_no_other_host(browser):
    html = browser.get("/").text
    assert not re.search(r"<script(?![^>]*\ssrc=)[^>]*>", html), "an inline script"
    assert "<style" not in html and not re.search(r"\sstyle=", html), "an inline style"
    assert not re.search(r"\son\w+=", html), "an inline handler"
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", html), "another host"


def assets(browser):
    return page_weight.assets(browser.get("/").text)


def test_files_with_a_hash_are_kept_for_long_and_the_page_is_asked_for_each_time(browser):
    found = assets(browser)
    assert found, "the page names no script"
    for path in found:
        response = browser.get(path)
        assert response.status_code == 200
        assert "immutable" in response.headers["cache-control"]
        assert re.search(r"max-age=(\d+)", response.headers["cache-control"])[1] >= "31536000"
    assert "no-cache" in browser.get("/").headers["cache-control"]


def test_files_are_sent_compressed_to_those_who_take_it(browser):
    (script, *_) = [path for path in assets(browser) if path.endswith(".js")]
    plain = browser.get(script, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    packed = browser.get(script, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert "accept-encoding" in packed.headers["vary"].lower()
    brotli = raw_http.request(browser_server(browser), script, "Accept-Encoding: br")
    assert b"content-encoding: br" in brotli.split(b"\r\n\r\n")[0].lower()


def browser_server(browser):
    """Just enough of a server for a raw request."""

    class Address:
        host_and_port = (browser.base_url.host, browser.base_url.port)

    return Address


def test_the_first_page_is_at_most_200_kb_gzipped(browser):
    total, parts = first_page_bytes(str(browser.base_url), "gzip")
    assert total <= 200_000, parts


def test_a_file_not_changed_is_not_sent_again(browser):
    first = browser.get("/")
    again = browser.get("/", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304 and again.content == b""


@pytest.mark.parametrize(
    "target",
    [
        "/../../../../../../etc/passwd", "/..%2f..%2f..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/assets/../../../../../../../etc/passwd", "/assets/..%5c..%5c..%5cetc%5cpasswd", "//etc/passwd", "/etc/passwd",
        "/%2fetc%2fpasswd", "/.%00/../../etc/passwd", "/..;/..;/etc/passwd", "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
        "/..././..././etc/passwd", "/file:///etc/passwd", "http://x/../../../etc/passwd",
    ],
)
def test_no_path_leads_out_of_the_page(server, target):
    answer = raw_http.request(server, target)
    assert b"root:" not in answer
    assert raw_http.status(answer) in (None, 400, 403, 404), answer[:200]


@pytest.mark.parametrize("target", ["/../Package.swift", "/../../Package.swift", "/manifest.json/../../package.json",
                                    "/..%2fbuild.mjs", "/%2e%2e/package.json", "/../package.json"])
def test_the_page_s_sources_are_not_served(server, target):
    answer = raw_http.request(server, target)
    assert raw_http.status(answer) in (None, 400, 403, 404), answer[:200]
    assert b"swift-tools-version" not in answer and b'"dependencies"' not in answer


def test_what_is_not_there_is_404(browser):
    for path in ("/findes-ikke.js", "/assets/findes-ikke.css", "/findes/ikke"):
        assert browser.get(path).status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_the_page_is_only_read(server, method):
    answer = raw_http.request(server, "/", "Content-Length: 0", method=method)
    assert raw_http.status(answer) in (None, 400, 403, 404, 405, 501), answer[:100]


def test_head_gives_the_fields_of_get_and_no_body(server):
    answer = raw_http.request(server, "/", method="HEAD")
    head, _, body = answer.partition(b"\r\n\r\n")
    assert raw_http.status(answer) == 200 and body == b""
    assert b"content-security-policy" in head.lower()
