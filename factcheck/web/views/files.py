"""What is printed of an article, and the list of its corrections."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from factcheck.export.corrections import file
from factcheck.web import lookups
from factcheck.web.downloads import headers, slug
from factcheck.web.printed import read
from factcheck.web.requests import DeskRequest


@require_safe
def printed(request: DeskRequest, pk: int) -> HttpResponse:
    """The whole article's claims with their verdicts, evidence, waivers and corrections, on one page to print."""
    return render(request, "articles/printed.html", {"file": read(lookups.article(request.user, pk))})


@require_safe
def corrections(request: DeskRequest, pk: int) -> HttpResponse:
    """One row a correction, safe for spreadsheets."""
    article = lookups.article(request.user, pk)
    return HttpResponse(
        file(article),
        content_type="text/csv; charset=utf-8",
        headers=headers("corrections", slug(article), kind="csv"),
    )
