"""Earlier claims: by words, and by what a claim says."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from factcheck.models.choices import ClaimKind, Status, Verb
from factcheck.text.identifiers import number
from factcheck.web import lookups
from factcheck.web.answers import SeeOther
from factcheck.web.requests import DeskRequest
from factcheck.workflow import permissions, reuse, search
from factcheck.workflow.errors import Refused

MOST_LETTERS = 300


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """Claims and verdicts of the person's desks that have the words."""
    desks = lookups.desks(request.user)
    query = request.GET
    chosen = next((desk for desk in desks if desk.slug == query.get("desk")), None)
    asked = search.Asked(
        words=" ".join(query.get("q", "").split())[:MOST_LETTERS],
        desk=chosen.pk if chosen else None,
        kind=query["kind"] if query.get("kind") in ClaimKind.values else "",
        status=query["status"] if query.get("status") in Status.values else "",
    )
    page = search.find(request.user, asked, number(query.get("before", "")))
    context = {"asked": asked, "page": page, "desks": desks, "chosen": chosen, "kinds": ClaimKind, "statuses": Status}
    return render(request, "search/list.html", context | _pages(request, page.before))


def _pages(request: DeskRequest, before: int | None) -> dict[str, str]:
    query = request.GET.copy()
    first = bool(query.pop("before", None))
    url = f"?{query.urlencode()}"
    return {"first_url": url if first else "", "next_url": f"{url}&before={before}" if before else ""}


@require_safe
def seen_before(request: DeskRequest, pk: int) -> HttpResponse:
    """Earlier checks of what this claim says: a part of the card, and without htmx a page."""
    claim = lookups.claim(request.user, pk)
    context = {
        "claim": claim,
        "found": search.seen_before(claim, request.user),
        "refusal": permissions.refusal(request.user, claim, Verb.SUBMIT),
    }
    part = "claims/_seen_before.html" if request.htmx else "claims/seen_before.html"
    return render(request, part, context)


@require_POST
def reuse_verdict(request: DeskRequest, pk: int) -> HttpResponse:
    """Start one's verdict on this claim from an earlier one."""
    claim = lookups.claim(request.user, pk)
    if sentence := permissions.role_refusal(request.user, claim, Verb.SUBMIT):
        raise PermissionDenied(sentence)
    try:
        reuse.reuse(claim_id=pk, by=request.user, verdict_id=number(request.POST.get("verdict", "")) or 0)
    except Refused as refused:
        raise PermissionDenied(str(refused)) from refused
    own = request.POST.get("page") == "claim"
    return SeeOther(reverse("claim-detail", args=[pk]) if own else claim.get_absolute_url())
