"""Verdicts as CSV: the page that says what is going to be in the file, and the two files."""

from collections.abc import Callable, Iterator

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from factcheck.export import csv
from factcheck.export.choice import count
from factcheck.web.export_form import ExportForm
from factcheck.web.requests import DeskRequest


@require_safe
@never_cache
def index(request: DeskRequest) -> HttpResponse:
    """Choose, and see how many claims it is before anything is downloaded."""
    return _page(request, ExportForm(request.GET, by=request.user))


@require_safe
@never_cache
def verdicts(request: DeskRequest) -> HttpResponseBase:
    """One row a claim."""
    return _download(request, "verdicts", csv.verdicts)


@require_safe
@never_cache
def citations(request: DeskRequest) -> HttpResponseBase:
    """One row a citation."""
    return _download(request, "citations", csv.citations)


def _page(request: DeskRequest, form: ExportForm) -> HttpResponse:
    valid = form.is_valid()
    context = {"form": form, "count": count(form.choice()) if valid else None}
    part = "#count" if request.htmx and request.htmx.target == "count" else ""
    return render(request, f"exports/list.html{part}", context, status=200 if valid else 422)


def _download(request: DeskRequest, name: str, file: Callable[..., Iterator[bytes]]) -> HttpResponseBase:
    form = ExportForm(request.GET, by=request.user)
    if not form.is_valid():
        return _page(request, form)
    choice = form.choice()
    rows = file(choice.claims(), draft=choice.draft, raw=form.cleaned_data["raw"], why_empty=count(choice).why_empty)
    of = [slugify(choice.article.title)[:60]] if choice.article else []
    of += [f"draft-{choice.draft.number}"] if choice.draft else []
    parts = [name, *of, f"{timezone.localdate()}"]
    filename = f"{'-'.join(filter(None, parts))}.csv"
    return StreamingHttpResponse(
        rows,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(as_attachment=True, filename=filename) or ""},
    )
