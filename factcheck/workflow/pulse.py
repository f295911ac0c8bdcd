"""What changed, and by whom: among the claims of a draft, and on the one claim that lies open."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from factcheck.models import CitationEvent, Claim, ClaimEvent, CommentEvent

from .timeline import timeline


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of a claim: by whom, when, and all `stretches` of the draft that the claim has ever stood on."""

    claim_id: int
    by: int | None
    at: datetime
    stretches: frozenset[tuple[int, int]]


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
