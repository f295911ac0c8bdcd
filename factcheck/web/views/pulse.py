"""Who else has the article open, and what changed since the page was drawn."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from factcheck.web.pulse import Known, look, opened
from factcheck.web.requests import DeskRequest
from factcheck.workflow import pulse

NOTHING_NEW = 204
ENOUGH = 286  # tells htmx to stop asking


@require_safe
@never_cache
def detail(request: DeskRequest, pk: int) -> HttpResponse:
    """Asked every few seconds by the open page; answers with what is new to it, or with nothing."""
    state = pulse.state(request.user, pk)
    if state is None:
        raise Http404
    if not request.htmx:
        return redirect("article-detail", pk)
    try:
        known, on_card = Known.of(request.GET), opened(request.GET, pk)
    except (ValueError, OverflowError) as error:
        raise BadRequest("a page that is none of ours") from error
    found = look(pk, known, on_card, state, by=request.user)
    if not found:
        return HttpResponse(status=NOTHING_NEW)
    over = state.draft > known.state.draft  # the claims have moved on to the new draft
    context = {"pulse": found, "opened": on_card, "page": known.page, "article_id": pk}
    return render(request, "articles/_pulsed.html", context, status=ENOUGH if over else 200)
