"""How a desk is doing, as drawings, tables and files."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from factcheck.export.tables import table
from factcheck.models import Desk
from factcheck.models.choices import ClaimKind
from factcheck.web import lookups
from factcheck.web.charts import drawn
from factcheck.web.downloads import headers
from factcheck.web.requests import DeskRequest
from factcheck.workflow.figures import Period, Scope


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """All figures of one desk: by default of the person's first, and of the last 90 days."""
    desks = lookups.desks(request.user)
    desk = _desk(request, desks)
    scope = _scope(request, desk) if desk else None
    query = request.GET.copy()
    context = {
        "desks": desks,
        "desk": desk,
        "scope": scope,
        "charts": drawn(scope) if scope else [],
        "periods": Period.choices,
        "kinds": ClaimKind.choices,
        "query": query.urlencode(),
    }
    return render(request, "figures/list.html", context)


@require_safe
def download(request: DeskRequest, name: str) -> HttpResponse:
    """The table of one figure, for a spreadsheet."""
    desk = _desk(request, lookups.desks(request.user))
    if desk is None:
        raise Http404
    scope = _scope(request, desk)
    [chart] = drawn(scope, [name])
    rows = chart.rows or [[f"0: {chart.why_empty}", *[""] * (len(chart.head) - 1)]]
    return HttpResponse(
        table(chart.head, rows),
        content_type="text/csv; charset=utf-8",
        headers=headers(name, desk.slug, scope.period, f"{timezone.localdate()}", kind="csv"),
    )


def _desk(request: DeskRequest, desks: list[Desk]) -> Desk | None:
    slug = request.GET.get("desk", "")
    return lookups.desk(request.user, slug) if slug else next(iter(desks), None)


def _scope(request: DeskRequest, desk: Desk) -> Scope:
    period, kind = request.GET.get("period", ""), request.GET.get("kind", "")
    return Scope(
        desk,
        Period(period) if period in Period.values else Period.QUARTER,
        kind if kind in ClaimKind.values else "",
    )
