"""What was sent when its session had ended, carried through the log-in and given back to whoever wrote it.

Nothing is stored for somebody who has not logged in: the log-in page has the words, signed, in a field of its form.
After the log-in they are kept like all unsent words, for the person whose form it was and for nobody else.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, QueryDict
from django.shortcuts import resolve_url
from django.urls import Resolver404, resolve, reverse

from factcheck.models import User
from factcheck.workflow.unsent import MOST_KEPT

from . import keeping

SALT = "factcheck.carried"
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field

# A refusal has the address of its verb, which cannot be opened: where its form is found again, beside those of a claim.
PAGES = {
    **dict.fromkeys(["article-clear", "article-reopen", "article-correct"], "article-detail"),
    **dict.fromkeys(["desk-add-member", "desk-set-rules", "desk-choose-scale"], "desk-detail"),
    "article-apply-fixes": "article-fixes",
    "article-preview": "article-new",
    "article-preview-draft": "article-new-draft",
    "line-waive": "line-read",
    "preview-store": "preview-detail",
}


@dataclass(frozen=True, slots=True)
class Carried:
    """Signed words for the log-in form; or, of a form that does not say where it is kept, its words to be copied."""

    parcel: str = ""
    loose: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.parcel or self.loose)


def pick_up(sent: QueryDict) -> Carried:
    """What of a form must not be lost; nothing of one that is but a button."""
    written = keeping.words(sent)
    if _address(sent) and sum(map(len, written.values())) <= MOST_KEPT:
        copy = sent.copy()
        copy.pop(TOKEN, None)
        return Carried(signing.dumps(copy.urlencode(), salt=SALT, compress=True))
    return Carried(loose=loose(sent))


def loose(sent: QueryDict) -> list[str]:
    """What of a form reads as words, and not as a choice or a number."""
    return [value for value in keeping.words(sent).values() if len(value.split()) > 1]


def put_down(parcel: str, *, by: User) -> keeping.Place | None:
    """Keep the words for the person, whose they have to be. None: nobody's, somebody else's, or too old."""
    try:
        sent = QueryDict(signing.loads(parcel, salt=SALT, max_age=settings.SESSION_COOKIE_AGE))
        return keep(sent, by=by)
    except (signing.BadSignature, BadRequest, Http404):
        return None


def keep(sent: QueryDict, *, by: User) -> keeping.Place | None:
    """As `put_down`, for words that come straight from the form. Raises `BadRequest` and `Http404` as `Place.of`."""
    if not (address := _address(sent)):
        return None
    place = keeping.Place.of(QueryDict(address), by)
    if place.person != by.pk:
        return None
    keeping.keep(place, sent, by=by)
    return place


def _address(sent: QueryDict) -> str:
    """The query of the address where the form is kept while it is typed."""
    address = urlsplit(str(sent.get("kept", "")))
    return address.query if address.path == reverse("unsent") else ""


def page_of(request: HttpRequest) -> str:
    """Where the form stood that was sent; our own pages only."""
    page = urlsplit(request.headers.get("Referer", ""))
    if page.netloc != request.get_host():
        return resolve_url(settings.LOGIN_REDIRECT_URL)
    with suppress(Resolver404):
        match = resolve(page.path)
        name = match.url_name or ""
        if name in PAGES:
            return reverse(PAGES[name], kwargs=match.kwargs)
        if name.startswith("claim-") and page.path == request.path:
            return reverse("claim-detail", kwargs=match.kwargs)
    return f"/{page.path.lstrip('/')}?{page.query}".rstrip("?")  # two strokes would begin another host's address
