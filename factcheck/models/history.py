"""History: one row a change, written by database triggers, append-only.

Nothing escapes a trigger: not `update()`, bulk calls, raw SQL or the admin. The verb, the person and the reason
travel as the context (`changing`), stored with the row.
"""

from contextlib import AbstractContextManager
from typing import Any

import pghistory
from django.db import models

from .article import Article, Draft, Job
from .citation import Citation
from .claim import Claim, Link
from .clearance import Clearance, Correction, LineAnswer, Waiver
from .comment import Comment
from .desk import Desk, Membership, Rating, RatingScale, User
from .verdict import SignOff, Verdict


def changing(*, verb: str, by: User | None = None, program: str = "", reason: str = "") -> AbstractContextManager[Any]:
    """Name who changes what, and why, for every row of history written inside. Either a person or a program."""
    if (by is None) == (program == ""):
        raise ValueError("a change is made by a person or by a program")
    who = {"by": by.pk, "by_name": str(by)} if by else {"program": program}
    return pghistory.context(verb=str(verb), reason=reason, **who)


def version_of(row: models.Model) -> int:
    """Grows with every change of the row that history tells of."""
    newest: int | None = (
        EVENTS[type(row)].objects.filter(pgh_obj=row.pk).aggregate(newest=models.Max("pgh_id"))["newest"]
    )
    return newest or 0


def told_by(context: dict[str, Any] | None) -> str:
    """Who made the change that a row of history tells of, to begin a sentence with."""
    context = context or {}
    if program := context.get("program"):
        return f"The machine ({program})"
    return str(context.get("by_name") or "Somebody outside the desk")


def _events(model: type[models.Model], *, exclude: list[str] | None = None) -> Any:
    """The event model of a tracked one, made here so that all history is declared in one place."""
    return pghistory.create_event_model(
        model,
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=exclude,
        append_only=True,
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
        obj_field=pghistory.ObjForeignKey(related_name="+"),
        model_name=f"{model.__name__}Event",
        app_label="factcheck",
        abstract=False,
    )


DeskEvent = _events(Desk)
MembershipEvent = _events(Membership)
RatingScaleEvent = _events(RatingScale)
RatingEvent = _events(Rating)
ArticleEvent = _events(Article)
DraftEvent = _events(Draft, exclude=["text"])
JobEvent = _events(Job, exclude=["sentences_done", "sentences_total", "claims_found", "leased_until", "published_at"])
ClaimEvent = _events(Claim)
LinkEvent = _events(Link)
VerdictEvent = _events(Verdict)
SignOffEvent = _events(SignOff)
CitationEvent = _events(Citation)
CommentEvent = _events(Comment)
ClearanceEvent = _events(Clearance)
WaiverEvent = _events(Waiver)
LineAnswerEvent = _events(LineAnswer)
CorrectionEvent = _events(Correction)

# Of rows that have no version of their own, and that people change side by side.
EVENTS: dict[type[models.Model], Any] = {Article: ArticleEvent, Desk: DeskEvent}
