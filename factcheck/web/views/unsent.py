"""What is typed is kept, before anything is done with it."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.template.defaultfilters import date
from django.utils import timezone
from django.views.decorators.http import require_POST

from factcheck.web import keeping
from factcheck.web.answers import SeeOther
from factcheck.web.requests import DeskRequest
from factcheck.workflow import unsent
from factcheck.workflow.errors import Invalid

SOMEBODY_ELSE = "These words are another person’s, who was logged in here before you."


@require_POST
def keep(request: DeskRequest) -> HttpResponse:
    """Keep a form's words for this person alone, or let go of them; the address names the form (`keeping.address`)."""
    place = keeping.Place.of(request.GET, request.user)
    if place.person != request.user.pk:
        return _told(request, place, SOMEBODY_ELSE, status=409)
    if request.POST.get("discard"):
        unsent.discard(by=request.user, form=place.form, about=place.about)
        return _told(request, place, "Nothing is kept.")
    try:
        row = keeping.keep(place, request.POST, by=request.user)
    except Invalid as invalid:
        return _told(request, place, str(invalid), status=422)
    return _told(request, place, f"Kept {date(timezone.localtime(row.updated_at), 'H:i')}, not sent" if row else "")


def _told(request: DeskRequest, place: keeping.Place, sentence: str, status: int = 200) -> HttpResponse:
    """To the script that keeps what is typed, a line beside the form; without it, back to the page."""
    if request.accepts("text/html"):
        (messages.success if status == 200 else messages.error)(request, sentence)
        return SeeOther(place.url)
    return JsonResponse({"told": sentence}, status=status)
