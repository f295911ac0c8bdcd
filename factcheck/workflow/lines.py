"""The verbs of a line on which no claim stands: say why it carries none or, where nobody read it, waive that."""

from uuid import UUID

from django.db import transaction

from factcheck.models import CLEARED, LineAnswer, Passage, User, changing
from factcheck.models.choices import Act, Reason, Role, Status

from .changes import once, stored_before, unless_cleared
from .clearance import unread
from .errors import Invalid, Refused
from .permissions import lacking

WHO = {Act.READ_LINE: Role.REVIEWER, Act.WAIVE_LINE: Role.EDITOR}
OVERTAKEN = "A newer draft of this article has come in. Load the page again, and answer the line there."
NOTHING_TO_READ = "This is no sentence: nobody has to read it as a statement."
NOTHING_TO_WAIVE = "Nothing about this line stands in the way of publication."


@once
def read(*, line_id: int, by: User, key: UUID, reason: str, note: str = "") -> LineAnswer:
    """A reviewer has read the line, and says why it carries no claim; it counts as read from then on.

    `key` names the request: repeated, it returns what it stored before. Raises `Invalid` and `Refused`.
    """
    if reason not in Reason.values:
        raise Invalid({"reason": "Say why it carries no claim."})
    return _answer(line_id, Act.READ_LINE, by, key, reason=reason, note=note)


@once
def waive(*, line_id: int, by: User, key: UUID, note: str) -> LineAnswer:
    """An editor publishes though nobody read the line, and says why; it still does not count as read.

    `key` as above. Raises `Invalid` without a note, and `Refused`.
    """
    if not note.strip():
        raise Invalid({"note": "Say why this is published all the same."})
    return _answer(line_id, Act.WAIVE_LINE, by, key, reason="", note=note)


def refusal(user: User, line: Passage, act: Act) -> str:
    """An empty string for yes, or the sentence why this person cannot do it; the line's article is at hand."""
    return role_refusal(user, line, act) or _in_the_way(line, act)


def role_refusal(user: User, line: Passage, act: Act) -> str:
    """Refused whatever the line's state and whatever is sent."""
    return lacking(user, line.draft.article.desk_id, WHO[act])


def _in_the_way(line: Passage, act: Act) -> str:
    article = line.draft.article
    if article.is_cleared:
        return CLEARED
    if article.drafts.filter(number__gt=line.draft.number).exists():
        return OVERTAKEN
    if not line.is_prose:
        return NOTHING_TO_READ
    on_it = article.claims.filter(draft=line.draft_id, start__lt=line.end, end__gt=line.start)
    on_it = on_it.exclude(status__in=[Status.DROPPED, Status.DISMISSED]).order_by("number")
    if claim := on_it.first():
        return f"Claim {claim.number} stands on this line. Dismiss it, if there is nothing to check."
    return NOTHING_TO_WAIVE if act == Act.WAIVE_LINE and not _unanswered(line) else ""


def _unanswered(line: Passage) -> bool:
    article, words = line.draft.article, line.draft.text[line.start : line.end]
    claims = article.claims.filter(draft=line.draft_id)
    return bool(unread([line], claims)) and not article.line_answers.filter(words=words).exists()


def _answer(line_id: int, act: Act, by: User, key: UUID, *, reason: str, note: str) -> LineAnswer:
    line = Passage.objects.select_related("draft__article").get(pk=line_id)
    article, words = line.draft.article, line.draft.text[line.start : line.end]
    if earlier := stored_before(LineAnswer.objects, key, article_id=article.pk, by_id=by.pk, words=words):
        return earlier
    if sentence := refusal(by, line, act):
        raise Refused(sentence)
    with unless_cleared(), transaction.atomic(), changing(verb=act, by=by, reason=note.strip()):
        return LineAnswer.objects.create(article=article, words=words, reason=reason, note=note.strip(), by=by, key=key)
