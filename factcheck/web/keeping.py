"""Which form of what is kept: the address that a form's words are sent to while they are typed, and what it names."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol, Self, TypeVar
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404, QueryDict
from django.urls import reverse

from factcheck.models import Claim, Passage, Unsent, User
from factcheck.text.identifiers import key, number
from factcheck.workflow import unsent
from factcheck.workflow.errors import Invalid
from factcheck.workflow.unsent import About

from . import lookups

NOT_WORDS = {"csrfmiddlewaretoken", "seen", "key", "page", "kept", "discard", "held"}
FORM = re.compile(r"[a-z-]{1,20}")


class Keeping(Protocol):
    """A form that says where its words are kept."""

    keep: "Kept"


F = TypeVar("F", bound=Keeping)


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a form's words are kept while they are typed, and what is kept of it."""

    url: str
    row: Unsent | None

    @property
    def words(self) -> dict[str, str]:
        return self.row.words if self.row else {}


def kept(form: str, about: About, user: User) -> Kept:
    """As `Kept`, for a form that stands alone on its page."""
    return Kept(address(form, about, user), unsent.of(user, about).get(form))


def drawn(form: str, about: About, user: User, row: Unsent | None, *, sent: F | None, make: Callable[..., F]) -> F:
    """The form that was sent, else one that is made with what was typed and not sent; it says where that is kept."""
    place = Kept(address(form, about, user), row)
    found = sent or make(initial=place.words)
    found.keep = place
    return found


def address(form: str, about: About, user: User) -> str:
    """Names the person too: a page of theirs that is still open keeps nothing for whoever logs in after them."""
    names = {"form": form, "person": user.pk}
    if about:
        names |= {name: about.pk for name, kind in unsent.KINDS.items() if isinstance(about, kind)}
    return f"{reverse('unsent')}?{urlencode(names)}"


@dataclass(frozen=True, slots=True)
class Place:
    """The form, and what it is about, as the address names them.

    Raises `BadRequest` for an address that is none of ours, `Http404` where the person may not see what it names.
    """

    form: str
    about: About
    person: int

    @classmethod
    def of(cls, asked: QueryDict, user: User) -> Self:
        form, person = str(asked.get("form", "")), number(asked.get("person", ""))
        if not FORM.fullmatch(form) or person is None:
            raise BadRequest("an address that names no form")
        return cls(form, _about(asked, user), person)

    @property
    def url(self) -> str:
        """The page that the form stands on."""
        if isinstance(self.about, Claim):
            return self.about.get_absolute_url()
        if isinstance(self.about, Passage):
            return reverse("line-read", args=[self.about.pk])
        return reverse("article-detail", args=[self.about.pk]) if self.about else reverse("article-new")


def words(sent: Mapping[str, Any]) -> dict[str, str]:
    """Field name to what was typed in it, without the characters that no database takes."""
    typed = {name: value for name, value in sent.items() if isinstance(value, str) and name not in NOT_WORDS}
    return {name: value.replace("\0", "") for name, value in typed.items()}


def keep(place: Place, sent: QueryDict, *, by: User) -> Unsent | None:
    """Keep what was sent; see `unsent.keep`."""
    return unsent.keep(
        by=by,
        form=place.form,
        about=place.about,
        words=words(sent),
        key=key(sent.get("key", "")),
        version=number(sent.get("seen", ""), digits=9),
    )


def keep_refused(form: str, about: About, sent: QueryDict, *, by: User) -> None:
    """Keep what was sent and did not do its work. What is too much to keep stands on the page all the same."""
    with suppress(Invalid):
        keep(Place(form, about, by.pk), sent, by=by)


def _about(asked: Mapping[str, str], user: User) -> About:
    if "claim" in asked:
        return lookups.claim(user, _id(asked["claim"]))
    if "line" in asked:
        return lookups.line(user, _id(asked["line"]))
    return lookups.article(user, _id(asked["article"])) if "article" in asked else None


def _id(text: str) -> int:
    found = number(text)
    if found is None:
        raise Http404
    return found
