"""What is printed of an article, and the list of its corrections."""

import csv
import io

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from factcheck.export.corrections import HEADER, rows
from factcheck.web import lookups
from factcheck.web.printed import read
from factcheck.web.requests import DeskRequest

BOM = "\ufeff"


@require_safe
def printed(request: DeskRequest, pk: int) -> HttpResponse:
    """The whole article's claims with their verdicts, evidence, waivers and corrections, on one page to print."""
    return render(request, "articles/printed.html", {"file": read(lookups.article(request.user, pk))})


@require_safe
def corrections(request: DeskRequest, pk: int) -> HttpResponse:
    """One row a correction, safe for spreadsheets."""
    article = lookups.article(request.user, pk)
    table = io.StringIO(BOM)
    table.seek(0, io.SEEK_END)
    csv.writer(table).writerows([HEADER, *rows(article)])
    name = f"corrections-{slugify(article.title)[:60]}.csv"
    return HttpResponse(
        table.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or ""},
    )
