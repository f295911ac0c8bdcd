"""The verbs around a verdict."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from factcheck.models.choices import Verb
from factcheck.web import lookups
from factcheck.web.answers import answer
from factcheck.web.requests import DeskRequest
from factcheck.workflow import opinions, verdicts


@require_POST
def submit(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.SUBMIT, verdicts.submit, claim_id=pk)


@require_POST
def sign_off(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.SIGN_OFF, verdicts.sign_off, claim_id=pk)


@require_POST
def send_back(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.SEND_BACK, verdicts.send_back, claim_id=pk)


@require_POST
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.REOPEN, verdicts.reopen, claim_id=pk)


@require_POST
def second(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.SECOND, opinions.second, claim_id=pk)


@require_POST
def adjudicate(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.ADJUDICATE, opinions.adjudicate, claim_id=pk)


@require_POST
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.CONFIRM, verdicts.confirm, claim_id=pk)
