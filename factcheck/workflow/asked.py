"""A queue as an address asks for it: which lane, what of it, how that reads. What is mangled is not asked for."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.db.models import QuerySet

from factcheck.models import Article, Claim, Desk, User
from factcheck.models.choices import ClaimKind, Priority
from factcheck.text.cleaning import clean
from factcheck.text.identifiers import number

from . import queue
from .queue import Due, Filter, Lane

MOST_LETTERS = 100


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter that is set: its name, what it is set to, and the query of the queue without it."""

    name: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Asked:
    lane: Lane | None  # None: the first lane with something in it
    filter: Filter

    @classmethod
    def parse(cls, query: Mapping[str, str]) -> Self:
        lane = query.get("lane", "")
        return cls(Lane(lane) if lane in Lane.values else None, _filter(query))

    def query(self, **change: str) -> str:
        """The address's query without the desk; `change` sets parts of it, to nothing where empty."""
        lane = {"lane": self.lane.value} if self.lane else {}
        parts = lane | _written(self.filter) | change
        return urlencode({name: value for name, value in parts.items() if value})

    def claims(self, desk: Desk, user: User) -> QuerySet[Claim]:
        """Of the lane, by default that of the unassigned."""
        return queue.narrowed(desk, user, self.lane or Lane.UNASSIGNED, self.filter)

    def chips(self, desk: Desk) -> list[Chip]:
        written = _written(self.filter)
        return [
            Chip(NAMES[name], _reads(name, value, desk), self.query(**{name: ""})) for name, value in written.items()
        ]


NAMES = {
    "kind": "Kind",
    "priority": "Priority",
    "article": "Article",
    "assignee": "Assignee",
    "words": "Words",
    "due": "Deadline",
    "worth": "Check-worthiness",
}
CHOICES: dict[str, Mapping[str, str]] = {
    "kind": dict(ClaimKind.choices),
    "priority": {str(value): label for value, label in Priority.choices},
    "due": dict(Due.choices),
}


def _filter(query: Mapping[str, str]) -> Filter:
    def chosen(name: str) -> str:
        return query[name] if query.get(name) in CHOICES[name] else ""

    return Filter(
        kind=chosen("kind"),
        priority=int(chosen("priority") or 0) or None,
        article=number(query.get("article", "")),
        assignee=number(query.get("assignee", "")),
        words=" ".join(clean(query.get("words", "")).split())[:MOST_LETTERS],
        due=chosen("due"),
        worth=_share(query.get("worth", "")),
    )


def _written(filter_: Filter) -> dict[str, str]:
    fields = {name: getattr(filter_, name) for name in NAMES}
    return {name: f"{value:g}" if name == "worth" else str(value) for name, value in fields.items() if value}


def _share(text: str) -> float | None:
    try:
        share = float(text)
    except ValueError:
        return None
    return min(share, 1.0) if math.isfinite(share) and share > 0 else None


def _reads(name: str, value: str, desk: Desk) -> str:
    """Names of what is another desk's are not told."""
    match name:
        case "article":
            return Article.objects.filter(desk=desk, pk=value).values_list("title", flat=True).first() or "unknown"
        case "assignee":
            person = User.objects.filter(memberships__desk=desk, pk=value).first()
            return str(person) if person else "unknown"
        case "worth":
            return f"at least {value}"
        case "words":
            return f"“{value}”"
        case _:
            return CHOICES[name][value]
