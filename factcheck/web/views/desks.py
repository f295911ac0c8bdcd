"""A desk as its admins see to it: members and roles, rules, the rating scale, and what was changed when."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.models import Desk, RatingScale
from factcheck.models.choices import Role
from factcheck.web import keeping, lookups
from factcheck.web.answers import SeeOther
from factcheck.web.desk_forms import AddMemberForm, ChooseScaleForm, RulesForm
from factcheck.web.desk_page import DONE, administered, attempt, done, page
from factcheck.web.requests import DeskRequest
from factcheck.web.scale_form import FORM, ScaleForm, kept_words
from factcheck.workflow import members, rules, scales, unsent

KEEP_THEIRS = "Verdicts that are in keep their rating."


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """The desks that the person is an admin of; where there is one, that one."""
    desks = lookups.desks(request.user, Role.ADMIN)
    if not desks:
        raise PermissionDenied("Only desk admins see to members, rules and scales.")
    if len(desks) == 1:
        return redirect("desk-detail", desks[0].slug)
    return render(request, "desks/list.html", {"desks": desks})


@require_safe
def detail(request: DeskRequest, slug: str) -> HttpResponse:
    return page(request, administered(request, slug))


@require_POST
def add_member(request: DeskRequest, slug: str) -> HttpResponse:
    desk = administered(request, slug)
    form = AddMemberForm(request.POST, auto_id="member-%s")
    status = attempt(form, partial(members.add_member, desk_id=desk.pk, by=request.user))
    if status != DONE:
        return page(request, desk, status, add_form=form)
    return done(request, desk, f"{form.cleaned_data['username']} is on the desk.")


@require_POST
def set_rules(request: DeskRequest, slug: str) -> HttpResponse:
    desk = administered(request, slug)
    form = RulesForm(request.POST, desk=desk)
    status = attempt(form, partial(rules.set_rules, desk_id=desk.pk, by=request.user))
    if status != DONE:
        return page(request, desk, status, rules_form=form)
    return done(request, desk, "The rules are saved.")


@require_POST
def choose_scale(request: DeskRequest, slug: str) -> HttpResponse:
    desk = administered(request, slug)
    form = ChooseScaleForm(request.POST, desk=desk)
    status = attempt(form, partial(scales.choose_scale, desk_id=desk.pk, by=request.user))
    if status != DONE:
        return page(request, desk, status, scale_form=form)
    return done(request, desk, f"The desk has another scale. {KEEP_THEIRS}")


@require_http_methods(["GET", "HEAD", "POST"])
def write_scale(request: DeskRequest, slug: str) -> HttpResponse:
    """Copy a scale and change it; asked for a preview, it is shown and not stored."""
    desk = administered(request, slug)
    base = _base(desk, request.GET.get("from", ""))
    if request.method != "POST":
        return _ask(request, base, ScaleForm(kept_words(desk, base, request.user), desk=desk, base=base))
    if "discard" in request.POST:
        return _begin_again(request)
    form = ScaleForm(request.POST, desk=desk, base=base)
    if "preview" in request.POST:
        return _ask(request, base, form, 200 if form.is_valid() else 422, preview=True)
    status = attempt(form, partial(scales.write_scale, desk_id=desk.pk, by=request.user))
    if status != DONE:
        return _ask(request, base, form, status)
    unsent.discard(by=request.user, form=FORM, about=None)
    return done(request, desk, f"The scale is saved and in use. {KEEP_THEIRS}")


def _begin_again(request: DeskRequest) -> HttpResponse:
    unsent.discard(by=request.user, form=FORM, about=None)
    return SeeOther(request.get_full_path())


def _base(desk: Desk, pk: str) -> RatingScale:
    """The scale that the address names, of those that the desk can choose; without one, its own."""
    if not pk:
        return desk.scale
    found = next((scale for scale in scales.choices(desk) if str(scale.pk) == pk), None)
    if found is None:
        raise Http404
    return found


def _ask(
    request: DeskRequest, base: RatingScale, form: ScaleForm, status: int = 200, *, preview: bool = False
) -> HttpResponse:
    context = {
        "desk": form.desk,
        "base": base,
        "form": form,
        "preview": preview and form.is_valid(),
        "found_again": form.is_bound and request.method != "POST",
        "keep_url": keeping.address(FORM, None, request.user),
    }
    return render(request, "desks/scale.html", context, status=status)
