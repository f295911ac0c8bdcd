"""The verbs of evidence."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from factcheck.models import Citation, Claim, Upload, User
from factcheck.models.choices import Role, Status, Verb

from .changes import change, once, stored_before
from .errors import Refused
from .permissions import has_role


@dataclass(frozen=True, slots=True)
class File:
    """A file that is evidence, byte for byte, under the name that it came with."""

    name: str
    data: bytes


@once
def cite(*, claim_id: int, by: User, key: UUID, attachment: File | Upload | None = None, **fields: Any) -> Citation:
    """Put evidence under the claim; `fields` are those of `Citation`, already validated by its form.

    `key` names the request: repeated, it returns the citation that it stored before.
    """
    if earlier := stored_before(Citation.objects, key, claim_id=claim_id, added_by_id=by.pk):
        return earlier
    with change(claim_id, Verb.CITE, by=by, seen=None) as claim:
        return Citation.objects.create(claim=claim, added_by=by, key=key, attachment=_stored(attachment), **fields)


def _stored(file: File | Upload | None) -> Upload | None:
    """One that is kept already may stand under several citations."""
    if not isinstance(file, File):
        return file
    return Upload.objects.create(
        name=file.name, content=file.data, size=len(file.data), sha256=hashlib.sha256(file.data).hexdigest()
    )


def uncite(*, citation_id: int, by: User) -> Citation:
    """Take evidence away from the next verdict; earlier verdicts keep it. Done twice, it is done once."""
    citation = Citation.objects.select_related("added_by").get(pk=citation_id)
    with change(citation.claim_id, Verb.UNCITE, by=by, seen=None, reason=citation.title) as claim:
        if sentence := removal_refusal(by, claim, citation):
            raise Refused(sentence)
        citation.refresh_from_db(fields=["removed_at"])
        if citation.removed_at is None:
            citation.removed_at = timezone.now()
            citation.save(update_fields=["removed_at"])
        return citation


def removal_refusal(user: User, claim: Claim, citation: Citation) -> str:
    """Why this person cannot take away just this citation of the claim; empty: they can, as far as it goes."""
    if citation.added_by_id == user.pk:
        return ""
    if claim.status != Status.CHECKING:
        return f"{citation.added_by} added this citation, and a verdict is in."
    if claim.assignee_id == user.pk or has_role(user, claim.desk_id, Role.EDITOR):
        return ""
    return f"{citation.added_by} added this citation; they, the person checking or an editor can remove it."
