"""How the outcome of a verb becomes an answer: one mechanism for every verb, with htmx and without.

Done: with htmx the fresh card, and out of band what else changed; without, a redirect with a message. Not done:
422 incomplete, 403 refused, 409 stale, each with the fresh card, or the whole page, and what the person wrote.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from factcheck.models import Claim, Draft
from factcheck.models.choices import Verb
from factcheck.templatetags.queue import came_from_queue, on_the_trail
from factcheck.workflow import permissions, queue, unsent
from factcheck.workflow.asked import Asked
from factcheck.workflow.errors import Invalid, Refused, Stale

from . import keeping
from .card import REGIONS, Card, Problem
from .forms import form_for
from .proof import Proof, Row, read
from .proof_page import proof_page
from .queue_entry import entry
from .requests import DeskRequest
from .verb_form import VerbForm, say

TOLD: dict[Verb, str] = {
    Verb.TAKE: "You are checking claim {number}.",
    Verb.ASSIGN: "Claim {number} is assigned to {assignee}.",
    Verb.RELEASE: "Claim {number} is open again.",
    Verb.DISMISS: "Claim {number} is dismissed.",
    Verb.RESTORE: "Claim {number} is open again.",
    Verb.CITE: "Citation added to claim {number}.",
    Verb.UNCITE: "Citation removed from claim {number}.",
    Verb.SUBMIT: "Verdict on claim {number} submitted.",
    Verb.SIGN_OFF: "Verdict on claim {number} signed off.",
    Verb.SEND_BACK: "Verdict on claim {number} sent back.",
    Verb.SECOND: "Second verdict on claim {number} is in.",
    Verb.ADJUDICATE: "Claim {number} is decided.",
    Verb.CONFIRM: "The verdict on claim {number} holds for the changed text.",
    Verb.REOPEN: "Claim {number} is being checked again.",
    Verb.EDIT: "Claim {number} is changed.",
    Verb.SPLIT: "Claim {number} is split.",
    Verb.MERGE: "Claims are merged into claim {number}.",
    Verb.CHANGE_KIND: "The kind of claim {number} is changed.",
    Verb.CORRECT_CHAIN: "Who says claim {number} is corrected.",
    Verb.PRIORITISE: "The priority of claim {number} is set.",
    Verb.ACCEPT_FIX: "The fix of claim {number} is accepted.",
    Verb.DECLINE_FIX: "The fix of claim {number} is declined.",
    Verb.WAIVE: "What claim {number} blocks for is waived.",
    Verb.COMMENT: "Comment added to claim {number}.",
    Verb.RESOLVE: "Comment on claim {number} resolved.",
}
# After these the list has other claims, or the text other marks.
RESHAPING = {Verb.EDIT, Verb.SPLIT, Verb.MERGE}
# After these, who goes through a queue is done with the claim.
FINISHING = {Verb.SUBMIT, Verb.SECOND, Verb.ADJUDICATE, Verb.SIGN_OFF, Verb.SEND_BACK, Verb.CONFIRM}


class SeeOther(HttpResponseRedirect):
    status_code = 303


@dataclass(frozen=True, slots=True)
class Outcome:
    """What there is to show: a card, after a verdict that of the next claim; the claim that changed; how it went."""

    card: Card
    changed: Row
    region: str
    told: str = ""
    status: int = 200
    reshaped: bool = False  # the list and the text are drawn anew


@dataclass(frozen=True, slots=True)
class Onward:
    """The claim that is gone on to: how it is called, where it is, and its row where the page shows it already."""

    name: str
    url: str
    row: Row | None = None


def answer(request: DeskRequest, claim: Claim, verb: Verb, act: Callable[..., object], **named: int) -> HttpResponse:
    """Do what the verb does (`act`, called with `by`, `named` and what was sent) and say how it went."""
    form = form_for(verb, claim, request.POST, files=request.FILES)
    problem = _attempt(request, claim, form, partial(act, by=request.user, **named))
    if problem and form.written():
        keeping.keep_refused(verb, claim, request.POST, by=request.user)
    proof = read(claim.article, _draft_of(claim))
    row = proof.by_number[claim.number]
    if problem:
        return _draw(request, Outcome(Card(proof, row, request.user, problem), row, problem.region, "", problem.status))
    return _done(request, verb, proof, row)


def _draft_of(claim: Claim) -> Draft:
    """In which the claim stands now: a newer one may have taken it over since the request came in."""
    return Draft.objects.select_related("job").get(claims=claim.pk)


def ask(request: DeskRequest, claim: Claim, verb: Verb, sent: QueryDict | None = None) -> HttpResponse:
    """The panel of a verb in the card's place, empty or with what was sent; or the card, with why it is refused."""
    form = form_for(verb, claim, sent)
    sentence = permissions.refusal(request.user, claim, verb)
    problem = Problem(403, sentence, form) if sentence else None
    proof = read(claim.article, claim.draft)
    row = proof.by_number[claim.number]
    card = Card(proof, row, request.user, problem, form)
    if request.htmx and not request.htmx.history_restore_request:
        context = {"card": card, "proof": proof, "article": proof.article, "page": _page(request)}
        return render(request, "claims/_card.html", context, status=403 if problem else 200)
    return _draw(request, Outcome(card, row, "card", "", 403 if problem else 200))


def _attempt(request: DeskRequest, claim: Claim, form: VerbForm, act: Callable[..., object]) -> Problem | None:
    if sentence := permissions.role_refusal(request.user, claim, form.verb):
        return Problem(403, sentence, form)
    if not form.is_valid():
        return Problem(422, "", form)
    try:
        with transaction.atomic():
            act(**form.arguments())
            if form.visible_fields():
                unsent.discard(by=request.user, form=form.verb, about=claim)
    except Invalid as invalid:
        say(form, invalid)
        return Problem(422, "", form)
    except Refused as refused:
        return Problem(403, str(refused), form)
    except Stale as stale:
        return Problem(409, str(stale), form)
    return None


def _done(request: DeskRequest, verb: Verb, proof: Proof, row: Row) -> HttpResponse:
    told = TOLD[verb].format(number=row.claim.number, assignee=row.claim.assignee)
    onward = _onward(request, verb, proof, row)
    if onward:
        told = f"{told} Next: {onward.name}."
    url = onward.url if onward else _place(request, row.claim)
    if not request.htmx or (onward and onward.row is None):
        messages.success(request, told)
        return HttpResponseClientRedirect(url) if request.htmx else SeeOther(url)
    card = Card(proof, (onward and onward.row) or row, request.user)
    region = REGIONS.get(verb, "card")
    response = _draw(request, Outcome(card, row, region, told, reshaped=verb in RESHAPING))
    if onward:
        response["HX-Push-Url"] = url
    return response


def _onward(request: DeskRequest, verb: Verb, proof: Proof, row: Row) -> Onward | None:
    """Through the queue that the person came from; without one, from a verdict to the article's next open claim."""
    came_from = came_from_queue(request)
    if came_from and verb in FINISHING:
        return _on_the_trail(request, came_from, proof, row)
    following = proof.next_open(row.claim.number) if verb == Verb.SUBMIT and not _on_its_own(request) else None
    return Onward(f"claim {following.claim.number}", following.url, following) if following else None


def _on_the_trail(request: DeskRequest, came_from: str, proof: Proof, row: Row) -> Onward | None:
    row.claim.article = proof.article
    claims = Asked.parse(dict(parse_qsl(came_from))).claims(proof.article.desk, request.user)
    following = queue.following(claims, row.claim)
    if following is None:
        return None
    url = on_the_trail(following, _page(request), came_from)
    if following.article_id != proof.article.pk:
        return Onward(f"claim {following.number} of “{following.article}”", url)
    beside = None if _on_its_own(request) else proof.by_number.get(following.number)
    return Onward(f"claim {following.number}", url, beside)


def added(request: DeskRequest, claim: Claim) -> HttpResponse:
    """A claim that was not there before; where it is the first of its draft, the page has no list yet to put it in."""
    told = f"Claim {claim.number} is added."
    proof = read(claim.article, claim.draft)
    if not request.htmx or len(proof.rows) == 1:
        messages.success(request, told)
        url = claim.get_absolute_url()
        return HttpResponseClientRedirect(url) if request.htmx else SeeOther(url)
    row = proof.by_number[claim.number]
    response = _draw(request, Outcome(Card(proof, row, request.user), row, "card", told, reshaped=True))
    response["HX-Push-Url"] = claim.get_absolute_url()
    return response


def _draw(request: DeskRequest, outcome: Outcome) -> HttpResponse:
    """With htmx the region and what changed; without, the whole page that the person is on."""
    card, own = outcome.card, _on_its_own(request)
    if request.htmx and request.POST.get("page") == "queue":
        return _queued(request, outcome)
    drawn: dict[str, Any] = {
        "card": card,
        "page": _page(request),
        "outcome": outcome,
        "lines": [] if own else card.proof.lines_of(outcome.changed.claim),
    }
    if request.htmx or own:
        page = "claims/_answer.html" if request.htmx else "claims/detail.html"
        text = {"proof": card.proof, "article": card.proof.article, "job": card.proof.job}
        return render(request, page, text | drawn, status=outcome.status)
    return proof_page(request, card.proof, status=outcome.status, **drawn)


def _queued(request: DeskRequest, outcome: Outcome) -> HttpResponse:
    """The claim's row in the queue, as it stands now; the lanes are told to count again."""
    context = {
        "entry": entry(request.user, outcome.changed.claim),
        "outcome": outcome,
        "problem": outcome.card.problem,
    }
    response = render(request, "queue/list.html#entry", context, status=outcome.status)
    response["HX-Trigger-After-Swap"] = "claim-changed"
    return response


def _on_its_own(request: DeskRequest) -> bool:
    """Whether the person is on the claim's own page and not in the article's proof."""
    return _page(request) == "claim"


def _page(request: DeskRequest) -> str:
    page = request.POST.get("page") or request.GET.get("page", "")
    return page if page == "claim" else ""


def _place(request: DeskRequest, claim: Claim) -> str:
    return reverse("claim-detail", args=[claim.pk]) if _on_its_own(request) else claim.get_absolute_url()
