"""Going through a filtered queue claim by claim: where one is in it, and what comes before and after."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from django import template
from django.http import HttpRequest
from django.urls import reverse

from factcheck.models import Claim
from factcheck.workflow import queue
from factcheck.workflow.asked import Asked
from factcheck.workflow.queue import Lane, Place

register = template.Library()


@dataclass(frozen=True, slots=True)
class Trail:
    """The queue that a person goes through, and where in it this claim is."""

    name: str
    place: Place
    back: str
    previous: str
    next: str


@register.filter
def along(url: str, query: str) -> str:
    """The address with the queue from which it is opened."""
    return f"{url}{'&' if '?' in url else '?'}{urlencode({'from': query})}"


@register.simple_tag(takes_context=True)
def trail(context: dict[str, Any], claim: Claim, page: str = "") -> Trail | None:
    """None where the page was not opened from a queue."""
    came_from = came_from_queue(context["request"])
    if not came_from:
        return None
    asked = Asked.parse(dict(parse_qsl(came_from)))
    place = queue.place(asked.claims(claim.desk, context["request"].user), claim)
    neighbours = (place.previous, place.next)
    urls = [on_the_trail(claim, page, came_from) if claim else "" for claim in neighbours]
    back = f"{reverse('queue')}?{urlencode({'desk': claim.desk.slug})}&{asked.query()}"
    return Trail((asked.lane or Lane.UNASSIGNED).label, place, back, *urls)


def came_from_queue(request: HttpRequest) -> str:
    """The query of the queue that the address names; where a form was sent, that of the page with the form."""
    if request.method != "POST":
        return request.GET.get("from", "")
    page = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    return parse_qs(urlsplit(page).query).get("from", [""])[0]


def on_the_trail(claim: Claim, page: str, came_from: str) -> str:
    """The claim's address on this kind of page, with the queue that one goes through."""
    return along(reverse("claim-detail", args=[claim.pk]) if page == "claim" else claim.get_absolute_url(), came_from)
