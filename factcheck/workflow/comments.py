"""The verbs of conversation."""

from uuid import UUID

from django.utils import timezone

from factcheck.models import Comment, User
from factcheck.models.choices import Verb

from . import notices
from .changes import change, once, stored_before
from .errors import Invalid


@once
def comment(*, claim_id: int, by: User, key: UUID, body: str) -> Comment:
    """Say something about the claim; whom it names as @username is told.

    `key` names the request: repeated, it stores nothing twice.
    """
    if earlier := stored_before(Comment.objects, key, claim_id=claim_id, author_id=by.pk):
        return earlier
    if not body.strip():
        raise Invalid({"body": "Write something first."})
    with change(claim_id, Verb.COMMENT, by=by, seen=None) as claim:
        notices.mention(claim, by=by, words=body.strip())
        return Comment.objects.create(claim=claim, author=by, key=key, body=body.strip())


def resolve(*, comment_id: int, by: User) -> Comment:
    """The point is dealt with; whoever was first to say so stays on record."""
    claim_id = Comment.objects.values_list("claim_id", flat=True).get(pk=comment_id)
    with change(claim_id, Verb.RESOLVE, by=by, seen=None):
        row = Comment.objects.select_for_update().get(pk=comment_id)
        if row.resolved_at is None:
            row.resolved_at, row.resolved_by = timezone.now(), by
            row.save(update_fields=["resolved_at", "resolved_by"])
        return row
