"""Who else has the article open, and what changed since the page was drawn."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from factcheck.web import lookups
from factcheck.web.pulse import Known, Opened, Unknown, look
from factcheck.web.requests import DeskRequest

NOTHING_NEW = 204
ENOUGH = 286  # tells htmx to stop asking


@require_safe
def detail(request: DeskRequest, pk: int) -> HttpResponse:
    """Asked every few seconds by the open page; answers with what is new to it, or with nothing."""
    if not request.htmx:
        return redirect("article-detail", lookups.article(request.user, pk).pk)
    try:
        found = look(pk, Known.of(request.GET), Opened.of(request.GET), by=request.user)
    except (ValueError, OverflowError) as error:
        raise BadRequest("a page that is none of ours") from error
    except Unknown as error:
        raise Http404 from error
    if found is None:
        return HttpResponse(status=NOTHING_NEW)
    context = {"pulse": found, "page": request.GET.get("page", ""), "article_id": pk}
    return render(request, "articles/_pulsed.html", context, status=ENOUGH if found.over else 200)
