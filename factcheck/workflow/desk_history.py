"""What was done to a desk, as sentences, read from what the database's triggers wrote."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck.models import Desk, DeskEvent, MembershipEvent, told_by
from factcheck.models.choices import DeskAct

PAGE_SIZE = 30
SENTENCES: dict[str, str] = {
    DeskAct.ADD_MEMBER: "{who} added {reason}.",
    DeskAct.CHANGE_ROLE: "{who} changed a role: {reason}.",
    DeskAct.REMOVE_MEMBER: "{who} removed {reason}.",
    DeskAct.SET_RULES: "{who} set the rules: {reason}.",
    DeskAct.CHOOSE_SCALE: "{who} chose the scale {reason}.",
    DeskAct.WRITE_SCALE: "{who} wrote the scale {reason}.",
}


@dataclass(frozen=True, slots=True)
class Entry:
    at: datetime
    sentence: str


@dataclass(frozen=True, slots=True)
class Page:
    entries: list[Entry]
    before: datetime | None  # the last one's time, for the next page; None: this is the last page


def history(desk: Desk, before: datetime | None = None) -> Page:
    """Newest first."""
    events = [
        *_rows(DeskEvent, {"pgh_obj": desk.pk}, "the desk", before),
        *_rows(MembershipEvent, {"desk": desk.pk}, "who is on the desk", before),
    ]
    events.sort(key=lambda entry: entry.at, reverse=True)
    shown = events[:PAGE_SIZE]
    return Page(shown, shown[-1].at if len(events) > PAGE_SIZE else None)


def _rows(model: Any, of: dict[str, int], what: str, before: datetime | None) -> list[Entry]:
    rows = model.objects.filter(**of).order_by("-pgh_created_at")
    if before:
        rows = rows.filter(pgh_created_at__lt=before)
    newest = rows.values_list("pgh_created_at", "pgh_context")[: PAGE_SIZE + 1]
    return [_entry(at, context or {}, what) for at, context in newest]


def _entry(at: datetime, context: dict[str, Any], what: str) -> Entry:
    told = SENTENCES.get(context.get("verb", ""), "{who} changed " + what + ".")
    return Entry(at, told.format(who=told_by(context), reason=context.get("reason", "")))
