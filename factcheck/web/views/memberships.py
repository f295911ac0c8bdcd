"""One person on a desk: another role, or none."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.models import Desk, Membership
from factcheck.models.choices import Role
from factcheck.web import lookups
from factcheck.web.answers import SeeOther
from factcheck.web.desk_forms import DeskForm, RoleForm
from factcheck.web.desk_page import DONE, admins_only, attempt, done, page
from factcheck.web.requests import DeskRequest
from factcheck.workflow import members

MOST_SHOWN = 20


@require_POST
def change_role(request: DeskRequest, pk: int) -> HttpResponse:
    member = _member(request, pk)
    form = RoleForm(request.POST, auto_id=f"role-{pk}-%s")
    status = attempt(form, partial(members.change_role, membership_id=pk, by=request.user))
    if status != DONE:
        form.ask_again()
        return page(request, member.desk, status, role_form=(pk, form))
    return _gone_on(request, member.desk, f"{member.user} has another role.")


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Says first what becomes of the claims that the person holds."""
    member = _member(request, pk)
    form = DeskForm(request.POST)
    status = 200
    if request.method == "POST":
        status = attempt(form, partial(members.remove_member, membership_id=pk, by=request.user))
    if status == DONE:
        return _gone_on(request, member.desk, f"{member.user} is not on the desk any more.")
    held = members.claims_of(member)
    context = {"member": member, "desk": member.desk, "form": form, "held": held[:MOST_SHOWN], "count": held.count()}
    return render(request, "desks/remove.html", context, status=status)


def _member(request: DeskRequest, pk: int) -> Membership:
    member = lookups.membership(request.user, pk)
    admins_only(request, member.desk_id)
    return member


def _gone_on(request: DeskRequest, desk: Desk, told: str) -> HttpResponse:
    """Who took the role from themselves is not led to a page that they may not see any more."""
    answer = done(request, desk, told)
    still = desk.memberships.filter(user=request.user, role=Role.ADMIN).exists()
    return answer if still else SeeOther(reverse("home"))
