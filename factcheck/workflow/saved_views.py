"""The verbs of a person's saved views: a filtered queue under a name."""

from django.db import IntegrityError, transaction

from factcheck.models import Desk, SavedView, User
from factcheck.text.cleaning import clean

from .errors import Invalid

MOST = 50
LONGEST = 60


def save(*, by: User, desk: Desk, name: str, query: str) -> SavedView:
    """The same name again: the view now shows this. Raises `Invalid` without a name, and with too many."""
    name = _named(name)
    others = SavedView.objects.filter(user=by, desk=desk).exclude(name=name)
    if others.count() >= MOST:
        raise Invalid({"name": f"You have {MOST} views on this desk. Delete one first."})
    return SavedView.objects.update_or_create(user=by, desk=desk, name=name, defaults={"query": query[:500]})[0]


def rename(*, view: SavedView, name: str) -> SavedView:
    """Raises `Invalid` where another view of the person has the name."""
    view.name = _named(name)
    try:
        with transaction.atomic():
            SavedView.objects.filter(pk=view.pk).update(name=view.name)
    except IntegrityError as error:
        raise Invalid({"name": f"Another of your views is called “{view.name}”."}) from error
    return view


def delete(*, view: SavedView) -> None:
    view.delete()


def _named(name: str) -> str:
    name = " ".join(clean(name).split())
    if not name:
        raise Invalid({"name": "Give the view a name."})
    if len(name) > LONGEST:
        raise Invalid({"name": f"A name has at most {LONGEST} letters."})
    return name
