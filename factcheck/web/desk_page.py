"""The page of a desk admin: what is on it, and how what they did becomes an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from factcheck.models import Claim, Desk, Membership
from factcheck.models.choices import Status
from factcheck.workflow import administering, rules
from factcheck.workflow.desk_history import history
from factcheck.workflow.errors import Invalid, Overtaken, Refused

from . import lookups
from .answers import SeeOther
from .desk_forms import AddMemberForm, ChooseScaleForm, DeskForm, RoleForm, RulesForm
from .requests import DeskRequest
from .verb_form import say

DONE = 303


@dataclass(frozen=True, slots=True)
class Member:
    """A person on the desk, with how many claims they hold."""

    row: Membership
    held: int
    form: DeskForm


def administered(request: DeskRequest, slug: str) -> Desk:
    """The desk, for an admin of it; for others of the desk 403 with the sentence."""
    desk = lookups.desk(request.user, slug)
    admins_only(request, desk.pk)
    return desk


def admins_only(request: DeskRequest, desk_id: int) -> None:
    if sentence := administering.refusal(request.user, desk_id):
        raise PermissionDenied(sentence)


def attempt(form: DeskForm, act: Callable[..., object]) -> int:
    """Do it with what was sent; the status of the answer, and on the form why it did not happen."""
    if not form.is_valid():
        return 422
    try:
        act(**form.arguments())
    except Invalid as invalid:
        say(form, invalid)
        return 422
    except Refused as refused:
        form.add_error(None, str(refused))
        return 403
    except Overtaken as overtaken:
        form.add_error(None, str(overtaken))
        form.renew()
        return 409
    return DONE


def done(request: DeskRequest, desk: Desk, told: str) -> HttpResponse:
    messages.success(request, told)
    return SeeOther(reverse("desk-detail", args=[desk.slug]))


def page(
    request: DeskRequest,
    desk: Desk,
    status: int = 200,
    role_form: tuple[int, DeskForm] | None = None,
    **forms: DeskForm,
) -> HttpResponse:
    """The whole page; `forms` are those that were sent and refused, by their name in the template."""
    before = parse_datetime(request.GET.get("before", "").replace(" ", "+"))
    context: dict[str, Any] = {
        "desk": desk,
        "members": _members(desk, role_form),
        "add_form": AddMemberForm(auto_id="member-%s"),
        "rules_form": RulesForm(desk=desk),
        "scale_form": ChooseScaleForm(desk=desk),
        "shortage": rules.shortage(desk),
        "history": history(desk, before if before and before.tzinfo else None),
        "before": before,
    }
    return render(request, "desks/detail.html", context | forms, status=status)


def _members(desk: Desk, role_form: tuple[int, DeskForm] | None) -> list[Member]:
    rows = desk.memberships.select_related("user").order_by("-role", "user__username")
    working = Claim.objects.filter(desk=desk, status__in=[Status.CHECKING, Status.RECHECK], assignee__isnull=False)
    held = dict(working.values_list("assignee").annotate(Count("pk")).order_by())
    sent = dict([role_form]) if role_form else {}
    return [
        Member(
            row,
            held.get(row.user_id, 0),
            sent.get(row.pk) or RoleForm(initial={"role": row.role}, auto_id=f"role-{row.pk}-%s"),
        )
        for row in rows
    ]
