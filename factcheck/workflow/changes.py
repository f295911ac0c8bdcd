"""How every verb changes a claim: locked, compared with what the page was showing, checked, saved, named in history."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from factcheck.models import Claim, User, changing
from factcheck.models.choices import Verb

from . import permissions
from .errors import Stale
from .transitions import TRANSITIONS


@contextmanager
def change(claim_id: int, verb: Verb, *, by: User, seen: int | None, reason: str = "") -> Iterator[Claim]:
    """The claim, locked and allowed to be changed; what is written inside is one transaction and one line of history.

    `seen` is the version that the person's page was showing; None where the verb adds to a claim without changing it.
    Raises `Stale` and `Refused`.
    """
    with transaction.atomic(), changing(verb=verb, by=by, reason=reason):
        claim = Claim.objects.select_for_update(of=("self",)).select_related("desk", "assignee").get(pk=claim_id)
        if seen is not None and claim.version != seen:
            raise Stale(claim)
        permissions.check(by, claim, verb)
        yield claim


def move(claim: Claim, verb: Verb, *, assignee: User | None, note: str = "", dismissal: str = "") -> Claim:
    """Save where the verb leads, and what goes with it."""
    claim.status = TRANSITIONS[verb].target
    claim.assignee, claim.note, claim.dismissal = assignee, note, dismissal
    touch(claim, "status", "assignee", "note", "dismissal")
    return claim


def touch(claim: Claim, *fields: str) -> None:
    """Save these fields under the next version."""
    claim.version += 1
    claim.save(update_fields=[*fields, "version", "updated_at"])
