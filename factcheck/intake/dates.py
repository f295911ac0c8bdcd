"""On which day a web page says that its text was published."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")
_PROPERTIES = frozenset({"article:published_time", "og:published_time", "datepublished"})
_NAMES = frozenset({
    *("date", "pubdate", "publish-date", "publish_date", "publication_date", "publication-date", "parsely-pub-date"),
    *("dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.issued", "dcterms.created"),
})  # fmt: skip
_ARTICLE = re.compile(r"(Article|BlogPosting|Report)$")


def published_on(page: Any) -> date | None:
    """The day that the page states, as it stands there: in its own time zone.

    None where it states none, or several of which none is plainly the article's. Nothing is guessed from the text.
    """
    for way in _WAYS:
        days = {day for words in way(page) if (day := _day(words))}
        if len(days) == 1:
            return days.pop()
    return None


def _day(words: str) -> date | None:
    written = _DAY.match(words)
    try:
        return date.fromisoformat(written[1]) if written else None
    except ValueError:
        return None


def _properties(page: Any) -> Iterator[str]:
    for meta in page.iter("meta"):
        if (meta.get("property") or meta.get("itemprop") or "").lower() in _PROPERTIES:
            yield meta.get("content", "")


def _linked_data(page: Any) -> Iterator[str]:
    for script in page.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            said = waiting.pop()
            if isinstance(said, list):
                waiting += said
            elif isinstance(said, dict):
                waiting.append(said.get("@graph"))
                if _is_article(said.get("@type")) and isinstance(said.get("datePublished"), str):
                    yield said["datePublished"]


def _is_article(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and _ARTICLE.search(one) for one in kinds)


def _names(page: Any) -> Iterator[str]:
    for meta in page.iter("meta"):
        if meta.get("name", "").lower() in _NAMES:
            yield meta.get("content", "")


def _times(page: Any) -> Iterator[str]:
    for time in page.iter("time"):
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None:
            yield time.get("datetime", "")


# The plainest first.
_WAYS: tuple[Callable[[Any], Iterator[str]], ...] = (_properties, _linked_data, _times, _names)
