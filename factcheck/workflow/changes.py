"""How every verb changes a claim: locked, compared with what the page was showing, checked, saved, named in history."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Manager, Model

from factcheck.models import CLEARED, Claim, User, changing
from factcheck.models.choices import Carry, Status, Verb

from . import permissions
from .errors import Refused, Stale
from .transitions import TRANSITIONS

P = ParamSpec("P")
R = TypeVar("R")
Row = TypeVar("Row", bound=Model)


@contextmanager
def change(claim_id: int, verb: Verb, *, by: User, seen: int | None, reason: str = "") -> Iterator[Claim]:
    """The claim, locked and allowed to be changed; what is written inside is one transaction and one line of history.

    `seen` is the version that the person's page was showing; None where the verb adds to a claim without changing it.
    Raises `Stale` and `Refused`.
    """
    with unless_cleared(), transaction.atomic(), changing(verb=verb, by=by, reason=reason):
        claim = Claim.objects.select_for_update(of=("self",)).select_related("desk", "assignee").get(pk=claim_id)
        if seen is not None and claim.version != seen:
            raise Stale(claim)
        permissions.check(by, claim, verb)
        yield claim


@contextmanager
def unless_cleared() -> Iterator[None]:
    """Raises `Refused` where the article is cleared while this happens: the database then lets nothing be written."""
    try:
        yield
    except IntegrityError as error:
        if "the article is cleared" in str(error):
            raise Refused(CLEARED) from None
        raise


def once(verb: Callable[P, R]) -> Callable[P, R]:
    """A verb whose requests carry a `key`: one at a time under it, so that a repetition finds what the first stored."""

    @wraps(verb)
    def one_at_a_time(*args: P.args, **kwargs: P.kwargs) -> R:
        with alone(cast("UUID", kwargs["key"])):
            return verb(*args, **kwargs)

    return one_at_a_time


@contextmanager
def alone(key: UUID) -> Iterator[None]:
    """One transaction, which waits for whatever else is being done under this key."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key.int % 2**63])
        yield


def stored_before(rows: Manager[Row], key: UUID, **of: object) -> Row | None:
    """What an earlier request with this key stored. Raises `Refused` where the key was used for something else."""
    earlier = rows.filter(key=key).first()
    if earlier and any(getattr(earlier, name) != value for name, value in of.items()):
        raise Refused("This form was sent before, for something else. Load the page again.")
    return earlier


def move(
    claim: Claim,
    verb: Verb | Carry,
    *,
    assignee: User | None,
    to: Status | None = None,
    note: str = "",
    dismissal: str = "",
    merged_into: Claim | None = None,
) -> Claim:
    """Save where the verb leads, and what goes with it; `to` chooses where a verb leads to more than one status."""
    row = TRANSITIONS[verb]
    target = to or row.target
    if target not in row.targets:
        raise ValueError(f"{verb} does not lead to {target}")
    claim.status = target
    claim.assignee, claim.note = assignee, note
    claim.dismissal, claim.merged_into = dismissal, merged_into
    touch(claim, "status", "assignee", "note", "dismissal", "merged_into")
    return claim


def touch(claim: Claim, *fields: str) -> None:
    """Save these fields under the next version."""
    claim.version += 1
    claim.save(update_fields=[*fields, "version", "updated_at"])
