"""How one person likes to work."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from factcheck.web.answers import SeeOther
from factcheck.web.preferences import KeysForm, NoticesForm
from factcheck.web.requests import DeskRequest
from factcheck.web.verb_form import say
from factcheck.workflow import keys, notices
from factcheck.workflow.errors import Invalid


@require_safe
def detail(request: DeskRequest) -> HttpResponse:
    return _page(request, KeysForm(preferences=keys.preferences_of(request.user)))


@require_POST
def choose_keys(request: DeskRequest) -> HttpResponse:
    form = KeysForm(request.POST, preferences=keys.preferences_of(request.user))
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        keys.choose_keys(by=request.user, **form.arguments())
    except Invalid as invalid:
        say(form, invalid)
        return _page(request, form, status=422)
    return _done(request, "Your keys are saved.")


@require_POST
def reset_keys(request: DeskRequest) -> HttpResponse:
    keys.reset_keys(by=request.user)
    return _done(request, "The keys are those that the desk comes with.")


@require_POST
def choose_notices(request: DeskRequest) -> HttpResponse:
    form = NoticesForm(request.POST, preferences=keys.preferences_of(request.user))
    if not form.is_valid():  # only from a page that is not ours
        raise BadRequest(str(form.errors))
    notices.choose(by=request.user, **form.cleaned_data)
    return _done(request, "What you are told is saved.")


def _page(request: DeskRequest, form: KeysForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "notices_form": NoticesForm(preferences=keys.preferences_of(request.user))}
    return render(request, "preferences/detail.html", context, status=status)


def _done(request: DeskRequest, told: str) -> HttpResponse:
    messages.success(request, told)
    return SeeOther(reverse("preferences"))
