"""How every verb of a desk admin changes a desk: locked, allowed, compared with what the page was showing, named."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from factcheck.models import Desk, User, changing, version_of
from factcheck.models.choices import DeskAct, Role

from .errors import Overtaken, Refused
from .permissions import lacking


@contextmanager
def administering(desk_id: int, act: DeskAct, *, by: User, seen: int | None = None, reason: str = "") -> Iterator[Desk]:
    """The desk, locked; what is written inside is one transaction and one line of history.

    `seen` is the version that the page was showing; None where the act does not rest on it. Raises `Refused` and
    `Overtaken`.
    """
    with transaction.atomic(), changing(verb=act, by=by, reason=reason):
        desk = Desk.objects.select_for_update(of=("self",)).select_related("scale").get(pk=desk_id)
        if sentence := refusal(by, desk_id):
            raise Refused(sentence)
        if seen is not None and version(desk) != seen:
            raise Overtaken("desk admin")
        yield desk


def refusal(user: User, desk_id: int) -> str:
    """An empty string for yes, or the sentence why this person does not see to the desk."""
    return lacking(user, desk_id, Role.ADMIN)


def version(desk: Desk) -> int:
    """Grows with every change of the desk's rules and scale."""
    return version_of(desk)
