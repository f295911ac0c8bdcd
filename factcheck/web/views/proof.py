"""Reading an article with its claims."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.web import lookups
from factcheck.web.card import Card
from factcheck.web.proof import Proof, Row, read
from factcheck.web.requests import DeskRequest


@require_safe
@never_cache
@vary_on_headers("HX-Request", "HX-Target")
def detail(request: DeskRequest, pk: int) -> HttpResponse:
    """The proof view; `?claim=4` chooses the claim on the card."""
    proof = read(lookups.article(request.user, pk))
    row = _chosen(proof, request.GET.get("claim", ""))
    card = Card(proof, row, request.user) if row else None
    context = {"proof": proof, "article": proof.article, "job": proof.job, "card": card}
    only_the_card = card and request.htmx.target == "card" and not request.htmx.history_restore_request
    return render(request, "claims/_card.html" if only_the_card else "articles/detail.html", context)


def _chosen(proof: Proof, number: str) -> Row | None:
    """The claim that the address names; without one, the first that is open."""
    if not number:
        return proof.next_open(0) or next(iter(proof.rows), None)
    row = proof.by_number.get(int(number)) if number.isdecimal() and len(number) < 10 else None
    if row is None:
        raise Http404
    return row
