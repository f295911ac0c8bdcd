"""One claim by itself, and the verbs of its life before and beside its verdict."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from factcheck.models.choices import Verb
from factcheck.web import lookups
from factcheck.web.answers import answer
from factcheck.web.card import Card
from factcheck.web.proof import read
from factcheck.web.pulse import begin
from factcheck.web.requests import DeskRequest
from factcheck.workflow import claims


@require_safe
def detail(request: DeskRequest, pk: int) -> HttpResponse:
    """Everything on one claim."""
    claim = lookups.claim(request.user, pk)
    proof = read(claim.article, claim.draft)
    card = Card(proof, proof.by_number[claim.number], request.user)
    context = {"proof": proof, "article": claim.article, "card": card, "page": "claim"}
    context["pulse"] = begin(proof, request.user, page="claim")
    return render(request, "claims/detail.html", context)


@require_POST
def take(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.TAKE, claims.take, claim_id=pk)


@require_POST
def assign(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.ASSIGN, claims.assign, claim_id=pk)


@require_POST
def release(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.RELEASE, claims.release, claim_id=pk)


@require_POST
def dismiss(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.DISMISS, claims.dismiss, claim_id=pk)


@require_POST
def restore(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.RESTORE, claims.restore, claim_id=pk)
