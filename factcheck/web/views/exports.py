"""Verdicts as files: the page that says what is going to be in them, and the files."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from factcheck.export import claimreview, csv
from factcheck.export.choice import Choice, count
from factcheck.web.downloads import headers, slug
from factcheck.web.export_form import ExportForm
from factcheck.web.requests import DeskRequest

TYPES = {"csv": "text/csv; charset=utf-8", "jsonld": "application/ld+json"}


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """Choose, and see how many claims it is before anything is downloaded."""
    return _page(request, ExportForm(request.GET, by=request.user))


@require_safe
def verdicts(request: DeskRequest) -> HttpResponseBase:
    """One row a claim."""

    def file(form: ExportForm, choice: Choice) -> Iterator[bytes]:
        columns = form.cleaned_data["columns"]
        return csv.verdicts(choice.claims(), columns=columns, **_how(form, choice))

    return _download(request, "verdicts", file)


@require_safe
def citations(request: DeskRequest) -> HttpResponseBase:
    """One row a citation."""
    return _download(request, "citations", lambda form, choice: csv.citations(choice.claims(), **_how(form, choice)))


@require_safe
def claim_reviews(request: DeskRequest) -> HttpResponseBase:
    """The settled claims among those chosen, for search engines."""
    return _download(
        request,
        "claimreview",
        lambda _form, choice: claimreview.reviews(choice.settled(), draft=choice.draft),
        kind="jsonld",
    )


def _how(form: ExportForm, choice: Choice) -> dict[str, Any]:
    return {"draft": choice.draft, "raw": form.cleaned_data["raw"], "why_empty": count(choice).why_empty}


def _page(request: DeskRequest, form: ExportForm) -> HttpResponse:
    valid = form.is_valid()
    context = {"form": form, "count": count(form.choice()) if valid else None}
    part = "#count" if request.htmx and request.htmx.target == "count" else ""
    return render(request, f"exports/list.html{part}", context, status=200 if valid else 422)


def _download(
    request: DeskRequest, name: str, file: Callable[[ExportForm, Choice], Iterator[bytes]], kind: str = "csv"
) -> HttpResponseBase:
    form = ExportForm(request.GET, by=request.user)
    if not form.is_valid():
        return _page(request, form)
    choice = form.choice()
    article = slug(choice.article) if choice.article else ""
    draft = f"draft-{choice.draft.number}" if choice.draft else ""
    return StreamingHttpResponse(
        file(form, choice),
        content_type=TYPES[kind],
        headers=headers(name, article, draft, f"{timezone.localdate()}", kind=kind),
    )
