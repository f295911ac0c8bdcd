"""The verbs of conversation."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from factcheck.models.choices import Verb
from factcheck.web import lookups
from factcheck.web.answers import answer
from factcheck.web.requests import DeskRequest
from factcheck.workflow import comments


@require_POST
def comment(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.COMMENT, comments.comment, claim_id=pk)


@require_POST
def resolve(request: DeskRequest, pk: int) -> HttpResponse:
    claim = lookups.claim(request.user, lookups.comment(request.user, pk).claim_id)
    return answer(request, claim, Verb.RESOLVE, comments.resolve, comment_id=pk)
