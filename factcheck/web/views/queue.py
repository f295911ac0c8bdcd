"""What a person can do next."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from factcheck.models import Claim, Desk, User
from factcheck.models.choices import Verb
from factcheck.web import lookups
from factcheck.web.requests import DeskRequest
from factcheck.workflow import permissions, queue
from factcheck.workflow.queue import Key, Lane

# What htmx asks for, by the id that it is going to replace.
PARTS = {"lane": "#lane", "lanes": "#lanes", "more": "#entries"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim of the queue; `refusal` says why this person may not take it."""

    claim: Claim
    refusal: str


@require_safe
@never_cache
def index(request: DeskRequest) -> HttpResponse:
    """The lanes of one desk: by default of the person's first, and the first lane with something in it."""
    desks = lookups.desks(request.user)
    slug = request.GET.get("desk", "")
    desk = lookups.desk(request.user, slug) if slug else next(iter(desks), None)
    context = {"desks": desks, "desk": desk, **(_lane(request, desk) if desk else {})}
    part = PARTS.get(request.htmx.target or "", "") if request.htmx else ""
    return render(request, f"queue/list.html{part}", context)


def _lane(request: DeskRequest, desk: Desk) -> dict[str, object]:
    counts = {lane: queue.count(queue.lane(desk, request.user, lane)) for lane in Lane}
    asked = request.GET.get("lane", "")
    lane = Lane(asked) if asked in Lane.values else next((lane for lane in Lane if counts[lane].number), Lane.MINE)
    page = queue.page(queue.lane(desk, request.user, lane), Key.parse(request.GET.get("after", "")))
    return {
        "counts": counts,
        "lane": lane,
        "entries": [entry(request.user, claim) for claim in page.claims],
        "after": page.after,
        "first": not request.GET.get("after"),
    }


def entry(user: User, claim: Claim) -> Entry:
    return Entry(claim, permissions.refusal(user, claim, Verb.TAKE))
