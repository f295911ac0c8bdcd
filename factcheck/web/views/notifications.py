"""What a person is told, newest first."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from factcheck.models import Notification
from factcheck.text.identifiers import number
from factcheck.web.answers import SeeOther
from factcheck.web.requests import DeskRequest
from factcheck.workflow import notices


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """A page of them; `?before=` names the last one of the page before."""
    before = number(request.GET.get("before", ""))
    rows, more = notices.page(request.user, before)
    context = {
        "rows": rows,
        "newest": rows[0].pk if rows and not before else None,
        "first_url": request.path if before else "",
        "next_url": f"?before={more}" if more else "",
    }
    return render(request, "notifications/list.html", context)


@require_POST
def follow(request: DeskRequest) -> HttpResponse:
    """Go to what `which` tells of; then it is read."""
    row = _which(request)
    if row is None:
        return SeeOther(reverse("notification-list"))
    notices.read(request.user, only=row.pk)
    return SeeOther(row.claim.get_absolute_url() if row.claim else reverse("article-detail", args=[row.article_id]))


@require_POST
def read(request: DeskRequest) -> HttpResponse:
    """Mark `which` as read."""
    if row := _which(request):
        notices.read(request.user, only=row.pk)
        if request.htmx:
            context = {"row": _which(request), "unread": notices.unread(request.user)}
            return render(request, "notifications/_read.html", context)
    return SeeOther(reverse("notification-list"))


@require_POST
def read_all(request: DeskRequest) -> HttpResponse:
    """Mark as read all that the page was showing and all before them; what came after stays new."""
    notices.read(request.user, up_to=number(request.POST.get("up_to", "")) or 0)
    return SeeOther(reverse("notification-list"))


def _which(request: DeskRequest) -> Notification | None:
    """The person's own that was sent by its id; None: none was sent. Raises `Http404` for one that is not theirs."""
    if (which := number(request.POST.get("which", ""))) is None:
        return None
    return get_object_or_404(notices.told(request.user).select_related("article__desk", "claim", "by"), pk=which)
