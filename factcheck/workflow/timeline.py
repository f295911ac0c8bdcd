"""A claim's history as sentences, read from what the database's triggers wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck.models import CitationEvent, Claim, ClaimEvent, CommentEvent, told_by
from factcheck.models.choices import Act, Carry, Status, Verb

SENTENCES: dict[str, str] = {
    Act.EXTRACT: "{who} found this claim in the text.",
    Verb.TAKE: "{who} took the claim.",
    Verb.ASSIGN: "{who} assigned the claim {reason}.",
    Verb.RELEASE: "{who} released the claim.",
    Verb.DISMISS: "{who} dismissed the claim. {reason}",
    Verb.RESTORE: "{who} restored the claim.",
    Verb.CITE: "{who} cited “{title}”.",
    Verb.UNCITE: "{who} removed the citation “{title}”.",
    Verb.SUBMIT: "{who} submitted a verdict.",
    Verb.SIGN_OFF: "{who} signed the verdict off.",
    Verb.SEND_BACK: "{who} sent the verdict back: “{reason}”",
    Verb.SECOND: "{who} gave a second verdict.",
    Verb.ADJUDICATE: "{who} decided between the two verdicts.",
    Verb.CONFIRM: "{who} confirmed the verdict for the changed text.",
    Act.CARRY: "This claim stands unchanged in {reason}.",
    Carry.TEXT_CHANGED: "The text changed in {reason}.",
    Carry.PASSAGE_GONE: "The passage is gone from {reason}.",
    Verb.REOPEN: "{who} reopened the claim: “{reason}”",
    Act.ADD_CLAIM: "{who} added this claim from the text.",
    Verb.EDIT: "{who} changed {reason}.",
    Verb.SPLIT: "{who} split {reason}.",
    Verb.MERGE: "{who} merged {reason}.",
    Verb.CHANGE_KIND: "{who} changed the kind {reason}.",
    Verb.CORRECT_CHAIN: "{who} corrected who says so: {reason}.",
    Verb.PRIORITISE: "{who} set the priority to {reason}.",
    Verb.ACCEPT_FIX: "{who} accepted the suggested fix.",
    Verb.DECLINE_FIX: "{who} declined the suggested fix.",
    Verb.WAIVE: "{who} waived what stood in the way of publication: “{reason}”",
    Verb.COMMENT: "{who} commented.",
    Verb.RESOLVE: "{who} resolved a comment.",
}
UNNAMED = "{who} changed the claim."  # the admin, a shell, plain SQL: seen all the same


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of history; `status` is the claim's after it, or empty where it did not change."""

    at: datetime
    sentence: str
    by_machine: bool
    status: str


def timeline(claim: Claim) -> list[Entry]:
    """Newest first; what one person did in one act is one line."""
    events = [*_rows(ClaimEvent, claim.pk), *_rows(CitationEvent, claim.pk), *_rows(CommentEvent, claim.pk)]
    events.sort(key=lambda event: (event["pgh_created_at"], event["pgh_id"]))
    return list(reversed(list(_entries(events))))


def _rows(model: Any, claim_id: int) -> list[dict[str, Any]]:
    subject = {"pgh_obj": claim_id} if model is ClaimEvent else {"claim": claim_id}
    extra = {ClaimEvent: "status", CitationEvent: "title"}.get(model)
    names = ["pgh_id", "pgh_created_at", "pgh_context", "pgh_context_id", *([extra] if extra else [])]
    return list(model.objects.filter(**subject).values(*names))


def _entries(events: list[dict[str, Any]]) -> Iterator[Entry]:
    told, status = set(), ""
    for event in events:
        moved = event.get("status", status) != status
        status = event.get("status", status)
        act = event["pgh_context_id"]
        if act is None or act not in told or moved:
            told.add(act)
            yield _entry(event, Status(status).label if moved else "")


def _entry(event: dict[str, Any], status: str) -> Entry:
    context = event["pgh_context"] or {}
    verb = context.get("verb", "")
    if verb == Verb.SPLIT and "by" not in context:
        verb = Act.EXTRACT  # as the extraction's act was called at first; history is not rewritten
    sentence = SENTENCES.get(verb, UNNAMED).format(
        who=told_by(context), reason=context.get("reason", ""), title=event.get("title", "")
    )
    return Entry(event["pgh_created_at"], sentence.strip(), "by" not in context, status)
