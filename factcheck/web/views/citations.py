"""The verbs of evidence."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from factcheck.models.choices import Verb
from factcheck.web import lookups
from factcheck.web.answers import answer
from factcheck.web.downloads import download
from factcheck.web.requests import DeskRequest
from factcheck.workflow import citations


@require_POST
def cite(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.CITE, citations.cite, claim_id=pk)


@require_POST
def uncite(request: DeskRequest, pk: int) -> HttpResponse:
    claim = lookups.claim(request.user, lookups.citation(request.user, pk).claim_id)
    return answer(request, claim, Verb.UNCITE, citations.uncite, citation_id=pk)


@require_safe
def attachment(request: DeskRequest, pk: int) -> HttpResponse:
    """The file that is evidence."""
    return download(lookups.attachment(request.user, pk))
