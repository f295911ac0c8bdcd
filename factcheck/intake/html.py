"""Saved web pages: the article's paragraphs, without the page around them."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from factcheck.intake import markup
from factcheck.intake.dates import published_on
from factcheck.intake.decoding import decode, recoded
from factcheck.intake.errors import IntakeError
from factcheck.intake.raw import Raw

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_CHARSET_BYTES = 4096
# The quick way is the better one on news, but finds nothing on some pages that the thorough one reads.
_WAYS: tuple[dict[str, Any], ...] = ({"fast": True}, {"favor_recall": True})
_CELLS = re.compile(r" ?\| ?")
LONGEST_URL_CHARACTERS = 2000


def from_html(data: bytes, name: str) -> Raw:
    """The article of a page under its headline, with the title, author, address and date that the page names.

    Raises IntakeError for what is no text, and where no article can be told from the page.
    """
    page = _characters(data, name).replace("\0", "").encode(errors="replace")
    if not page.strip():
        return Raw("")
    documents = (_document(page, way) for way in _WAYS)
    document = next((found for found in documents if found and found.text), None)
    if document is None:
        raise IntakeError(
            f"{name} is a web page in which no article can be found. Open it in a browser, and paste its text."
        )
    title, tree = _title(document.title or "", page), _tree(page)
    return Raw(
        text="\n\n".join(_headed(title, list(_paragraphs(document.text)))),
        title=title,
        byline=document.author or "",
        source_url=_address(document.url or ""),
        published_on=published_on(tree),
        whole="\n\n".join(" ".join(words.split()) for words in markup.paragraphs(tree)),
    )


def _characters(data: bytes, name: str) -> str:
    """As the page's own tag says, where it is no UTF-8."""
    named = _CHARSET.search(data, 0, _CHARSET_BYTES)
    readable = recoded(data, named[1].decode()) if named else data
    return decode(data, name) if readable is data else readable.decode()


def _document(page: bytes, way: dict[str, Any]) -> Any:
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second, for those who hand in a page

    return bare_extraction(_tree(page), include_comments=False, with_metadata=True, **way)


def _tree(page: bytes) -> Any:
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415 - as above

    # Without huge_tree, what stands below 256 nested tags is lost, and nothing says so.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    return document_fromstring(page, parser=parser)


def _title(said: str, page: bytes) -> str:
    """The title in the page's head, without the name of the site behind it where a heading shows which part that is."""
    headings = (" ".join(heading.text_content().split()) for heading in _tree(page).iter("h1"))
    return next((heading for heading in headings if heading and said.startswith(heading)), said)


def _paragraphs(text: str) -> Iterator[str]:
    """One for each line, item of a list and cell of a table."""
    for line in text.split("\n"):
        parts = _CELLS.split(line) if line.startswith("|") else [line.removeprefix("- ")]
        yield from (part for part in parts if part.strip(" -|"))


def _headed(title: str, paragraphs: list[str]) -> list[str]:
    """The paragraphs behind the title, which stands among the first of them on some pages."""
    return paragraphs if not title or title in paragraphs[:3] else [title, *paragraphs]


def _address(url: str) -> str:
    """The address, if it is one of the web that can be stored; else an empty string."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.hostname and len(url) <= LONGEST_URL_CHARACTERS else ""
