"""What the first page weighs on the wire."""

import re

import httpx

ASSET = re.compile(r"(?:src|href)=\"?(/[^\"\s>]+\.(?:js|css))")


def first_page_bytes(url: str, encoding: str) -> tuple[int, dict[str, int]]:
    """The bytes of the page and of every script and style it names, as sent with this content coding."""
    parts: dict[str, int] = {}
    with httpx.Client(base_url=url, trust_env=False, headers={"Accept-Encoding": encoding}) as client:
        html = client.get("/", headers={"Accept-Encoding": "identity"}).text
        for path in ["/", *assets(html)]:
            with client.stream("GET", path) as response:
                parts[path] = sum(len(chunk) for chunk in response.iter_raw())
    return sum(parts.values()), parts


def assets(html: str) -> list[str]:
    """Scripts and styles that a page loads, each once."""
    return list(dict.fromkeys(ASSET.findall(html)))
