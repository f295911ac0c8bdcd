"""What a person can do next, and what an editor does to many claims at once."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from factcheck.models import Claim, Desk, SavedView, User
from factcheck.models.choices import ClaimKind, Priority, Role
from factcheck.templatetags.queue import along
from factcheck.text.identifiers import number
from factcheck.web import lookups
from factcheck.web.answers import SeeOther
from factcheck.web.bulk_form import BulkForm
from factcheck.web.queue_entry import entry
from factcheck.web.requests import DeskRequest
from factcheck.workflow import bulk, claims, clearance, permissions, queue, saved_views
from factcheck.workflow.asked import Asked
from factcheck.workflow.errors import Invalid, Refused, Stale
from factcheck.workflow.queue import Due, Key, Lane

# What htmx asks for, by the id that it is going to replace.
PARTS = {"lane": "#lane", "lanes": "#lanes", "more": "#entries"}
TRIES = 5  # how often the next claim is looked for when colleagues take it first
CHOICES = {"kinds": ClaimKind.choices, "priorities": Priority.choices, "dues": Due.choices}


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """The lanes of one desk: by default of the person's first, and the first lane with something in it."""
    desks = lookups.desks(request.user)
    slug = request.GET.get("desk", "")
    desk = lookups.desk(request.user, slug) if slug else next(iter(desks), None)
    context = {"desks": desks, "desk": desk, **(_lane(request, desk) if desk else {})}
    part = PARTS.get(request.htmx.target or "", "") if request.htmx else ""
    return render(request, f"queue/list.html{part}", context)


def _lane(request: DeskRequest, desk: Desk) -> dict[str, object]:
    counts = {lane: queue.count(queue.lane(desk, request.user, lane)) for lane in Lane}
    asked = Asked.parse(request.GET)
    lane = asked.lane or next((lane for lane in Lane if counts[lane].number), Lane.MINE)
    asked = Asked(lane, asked.filter)
    chosen, chips = asked.claims(desk, request.user), asked.chips(desk)
    page = queue.page(chosen, Key.parse(request.GET.get("after", "")))
    clearance.tell_frozen(page.claims)
    editing = permissions.has_role(request.user, desk.pk, Role.EDITOR)
    return {
        "counts": counts,
        "held": counts[Lane.MINE].number,
        "lane": lane,
        "asked": asked,
        "query": asked.query(),
        "links": {lane: Asked(lane, asked.filter).query() for lane in Lane},
        "chips": chips,
        "everything": urlencode({"lane": lane}),
        "matching": queue.count(chosen) if chips else counts[lane],
        "entries": [entry(request.user, claim) for claim in page.claims],
        "after": page.after,
        "first": not request.GET.get("after"),
        "views": SavedView.objects.filter(user=request.user, desk=desk).order_by("name"),
        "people": claims.reviewers(desk.pk),
        "takes": permissions.has_role(request.user, desk.pk, Role.REVIEWER),
        "bulk": BulkForm(desk=desk) if editing else None,
        "most": bulk.MOST,
        **CHOICES,
    }


@require_POST
def take_next(request: DeskRequest, slug: str) -> HttpResponse:
    """Take the most urgent claim of the filtered lane that nobody has, and go there. Sent twice, it takes one."""
    desk, asked = _sent(request, slug)
    _require(request, desk, Role.REVIEWER)
    waiting = Asked(Lane.UNASSIGNED, asked.filter)
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=request.user.pk)  # their requests, one after the other
        taken = _taken_before(request, desk) or _take(request.user, waiting.claims(desk, request.user))
    if taken:
        messages.success(request, f"You are checking claim {taken.number}.")
        return SeeOther(along(taken.get_absolute_url(), waiting.query()))
    messages.warning(request, "Nothing is left to take here. Another filter or lane may have more.")
    return SeeOther(_back(desk, asked))


def _taken_before(request: DeskRequest, desk: Desk) -> Claim | None:
    """What the same form has taken: the person has more claims than when the page was drawn."""
    held, mine = number(request.POST.get("held", "")), queue.lane(desk, request.user, Lane.MINE)
    if held is None or queue.count(mine).number <= held:
        return None
    return mine.order_by("-updated_at").first()


def _take(user: User, waiting: QuerySet[Claim]) -> Claim | None:
    for claim in queue.page(waiting, None, size=TRIES).claims:
        try:
            return claims.take(claim_id=claim.pk, by=user, seen=claim.version)
        except (Stale, Refused):
            continue
    return None


@require_POST
def preview(request: DeskRequest, slug: str) -> HttpResponse:
    """What an act would do to each of the chosen claims; nothing is changed yet."""
    desk, asked = _sent(request, slug)
    _require(request, desk, Role.EDITOR, bulk.BULK)
    chosen = asked.claims(desk, request.user)
    everything = request.POST.get("all") == "on"
    picked = [pk for sent in request.POST.getlist("claim") if (pk := number(sent)) is not None]
    form = BulkForm(request.POST, desk=desk)
    if not everything:
        chosen = Claim.objects.filter(desk=desk, pk__in=picked[: bulk.MOST])
    try:
        wish = form.wish()
        planned = bulk.plan(chosen, wish, desk=desk, by=request.user)
    except Invalid as invalid:
        return _asked_again(request, desk, asked, form, invalid)
    context = {"planned": planned, "wish": wish, "matching": queue.count(chosen), "seen": bulk.pairs(planned.changed)}
    return _preview(request, desk, asked, form, **context)


@require_POST
def apply(request: DeskRequest, slug: str) -> HttpResponse:
    """Do what the preview showed, each claim by itself; what somebody changed since is left as it is."""
    desk, asked = _sent(request, slug)
    _require(request, desk, Role.EDITOR, bulk.BULK)
    form = BulkForm(request.POST, desk=desk)
    try:
        done = bulk.apply(bulk.unpaired(request.POST.get("seen", "")), form.wish(), desk=desk, by=request.user)
    except Invalid as invalid:
        return _asked_again(request, desk, asked, form, invalid)
    changed = len(done.changed) + len(done.same)
    told = f"{changed} claim{'' if changed == 1 else 's'} changed."
    if done.left:
        return _preview(request, desk, asked, form, done=done, told=told)
    messages.success(request, told)
    return SeeOther(_back(desk, asked))


@require_POST
def save_view(request: DeskRequest, slug: str) -> HttpResponse:
    """Keep the filtered queue under a name."""
    desk, asked = _sent(request, slug)
    try:
        view = saved_views.save(by=request.user, desk=desk, name=request.POST.get("name", ""), query=asked.query())
    except Invalid as invalid:
        return _asked_again(request, desk, asked, None, invalid)
    messages.success(request, f"“{view}” is saved.")
    return SeeOther(_back(desk, asked))


@require_POST
def rename_view(request: DeskRequest, pk: int) -> HttpResponse:
    view = _view(request, pk)
    try:
        saved_views.rename(view=view, name=request.POST.get("name", ""))
    except Invalid as invalid:
        return _asked_again(request, view.desk, Asked.parse(dict(parse_qsl(view.query))), None, invalid)
    return SeeOther(f"{_desk(view.desk)}&{view.query}")


@require_POST
def delete_view(request: DeskRequest, pk: int) -> HttpResponse:
    view = _view(request, pk)
    saved_views.delete(view=view)
    messages.success(request, f"“{view}” is deleted.")
    return SeeOther(f"{_desk(view.desk)}&{view.query}")


def _require(request: DeskRequest, desk: Desk, role: Role, what: str = "do this") -> None:
    if sentence := permissions.lacking(request.user, desk.pk, role, what):
        raise PermissionDenied(sentence)


def _view(request: DeskRequest, pk: int) -> SavedView:
    """A person's own; of a desk that they have left, none."""
    own = SavedView.objects.filter(user=request.user, desk__in=request.user.roles).select_related("desk")
    return get_object_or_404(own, pk=pk)


def _sent(request: DeskRequest, slug: str) -> tuple[Desk, Asked]:
    """The queue in which a form stood."""
    desk = lookups.desk(request.user, slug)
    return desk, Asked.parse(dict(parse_qsl(request.POST.get("query", ""))))


def _desk(desk: Desk) -> str:
    return f"{reverse('queue')}?{urlencode({'desk': desk.slug})}"


def _back(desk: Desk, asked: Asked) -> str:
    return f"{_desk(desk)}&{asked.query()}".rstrip("&")


def _preview(request: DeskRequest, desk: Desk, asked: Asked, form: BulkForm | None, **context: Any) -> HttpResponse:
    shown = {"desk": desk, "query": asked.query(), "back": _back(desk, asked), "form": form, "most": bulk.MOST}
    picked = {"picked": request.POST.getlist("claim"), "all": request.POST.get("all") == "on"}
    return render(
        request, "queue/preview.html", shown | picked | context, status=422 if "sentences" in context else 200
    )


def _asked_again(
    request: DeskRequest, desk: Desk, asked: Asked, form: BulkForm | None, invalid: Invalid
) -> HttpResponse:
    """The sentences of what is missing, beside what was chosen."""
    return _preview(request, desk, asked, form, sentences=list(invalid.fields.values()))
