"""What has changed since: in an article, among the claims of a draft, and on the one claim that lies open.

Commits become visible later than the time that is written in them, so each look goes back further than the last.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from django.db.models import Count, Max, OuterRef, Subquery
from django.utils.crypto import salted_hmac

from factcheck.models import (
    Article,
    CitationEvent,
    Claim,
    ClaimEvent,
    Clearance,
    CommentEvent,
    Draft,
    User,
)
from factcheck.models.choices import JobState

from .timeline import timeline

OVERLAP = timedelta(seconds=30)

Versions = dict[int, tuple[int, datetime]]  # claim id → version and time of its last change


@dataclass(frozen=True, slots=True)
class State:
    """Of an article: the number of its newest draft that is read, and the id of its clearance; 0: none."""

    draft: int
    clearance: int

    def __str__(self) -> str:
        return f"{self.draft}.{self.clearance}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError for what is no state."""
        draft, clearance = text.split(".")
        return cls(int(draft), int(clearance))

    def since(self, earlier: "State") -> str:
        """What happened to the article as a whole, as a sentence; empty: nothing."""
        if self.draft > earlier.draft:
            return f"Draft {self.draft} is here."
        if self.clearance == earlier.clearance:
            return ""
        return "The article is cleared." if self.clearance else "The article is open again."


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of a claim: by whom, when, and all `stretches` of the draft that the claim has ever stood on."""

    claim_id: int
    by: int | None
    at: datetime
    stretches: frozenset[tuple[int, int]]


def state(user: User, article_id: int) -> State | None:
    """None: no article of this person's."""
    read = Draft.objects.filter(article=OuterRef("pk"), job__state=JobState.DONE).order_by("-number")
    cleared = Clearance.objects.filter(article=OuterRef("pk"), withdrawn_at=None)
    article = Article.objects.for_user(user).filter(pk=article_id)
    found = article.values_list(Subquery(read.values("number")[:1]), Subquery(cleared.values("pk")[:1])).first()
    return State(found[0] or 0, found[1] or 0) if found else None


def changed(article_id: int, draft_id: int, since: datetime) -> Versions:
    """Those of the draft's claims that changed after `since` or shortly before it."""
    rows = Claim.objects.filter(draft=draft_id, article=article_id, updated_at__gt=since - OVERLAP)
    return {pk: (version, at) for pk, version, at in rows.values_list("pk", "version", "updated_at")}


def changes(claim_ids: Iterable[int], draft_id: int) -> list[Change]:
    """From the history of these claims."""
    last: dict[int, tuple[int | None, datetime]] = {}
    stretches: dict[int, set[tuple[int, int]]] = defaultdict(set)
    events = ClaimEvent.objects.filter(pgh_obj__in=claim_ids).order_by("pgh_id")
    for event in events.values("pgh_obj", "pgh_created_at", "pgh_context", "draft", "start", "end"):
        last[event["pgh_obj"]] = (event["pgh_context"] or {}).get("by"), event["pgh_created_at"]
        if event["draft"] == draft_id:
            stretches[event["pgh_obj"]].add((event["start"], event["end"]))
    return [Change(claim_id, *made, frozenset(stretches[claim_id])) for claim_id, made in last.items()]


def stamp(article_id: int, claim_id: int) -> str:
    """A word that is another after every change of the claim, its evidence or its comments; empty: no such claim."""
    rows = Claim.objects.filter(pk=claim_id, article=article_id).values_list(
        "version",
        "updated_at",
        Count("comments", distinct=True),
        Max("comments__resolved_at"),
        Count("citations", distinct=True),
        Max("citations__removed_at"),
    )
    return salted_hmac("stamp", repr(rows[0])).hexdigest()[:16] if rows else ""


def last_act(claim: Claim) -> tuple[int | None, str]:
    """Whose act the newest line of the claim's history tells of, and the line."""
    events = [
        ClaimEvent.objects.filter(pgh_obj=claim.pk),
        CitationEvent.objects.filter(claim=claim.pk),
        CommentEvent.objects.filter(claim=claim.pk),
    ]
    found = [rows.order_by("-pgh_created_at").values("pgh_created_at", "pgh_context").first() for rows in events]
    newest = max(filter(None, found), key=lambda event: event["pgh_created_at"])
    return (newest["pgh_context"] or {}).get("by"), timeline(claim)[0].sentence
