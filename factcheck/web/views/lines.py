"""The verbs of a line on which no claim stands: opened, a panel in the card's place; sent, it is done."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from factcheck.models import Passage
from factcheck.models.choices import Act
from factcheck.web import keeping, lookups
from factcheck.web.answering import LineForm, form_for, panel
from factcheck.web.answers import SeeOther
from factcheck.web.proof import read as read_proof
from factcheck.web.proof_page import proof_page
from factcheck.web.requests import DeskRequest
from factcheck.web.verb_form import say
from factcheck.workflow import lines, unsent
from factcheck.workflow.errors import Invalid, Refused


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: DeskRequest, pk: int) -> HttpResponse:
    """Say that the line is read and carries no claim, and why."""
    line = _line(request, pk, Act.READ_LINE)
    if request.method != "POST":
        sentence = lines.refusal(request.user, line, Act.READ_LINE)
        return _panel(request, line, sentence=sentence, status=403 if sentence else 200)
    return _answer(request, line, Act.READ_LINE, lines.read, "The line is read: it carries no claim.")


@require_POST
def waive(request: DeskRequest, pk: int) -> HttpResponse:
    """Publish though nobody read the line."""
    return _answer(request, _line(request, pk, Act.WAIVE_LINE), Act.WAIVE_LINE, lines.waive, "The line is waived.")


def _line(request: DeskRequest, pk: int, act: Act) -> Passage:
    line = lookups.line(request.user, pk)
    if sentence := lines.role_refusal(request.user, line, act):
        raise PermissionDenied(sentence)
    return line


def _answer(request: DeskRequest, line: Passage, act: Act, verb: Callable[..., object], told: str) -> HttpResponse:
    form = form_for(act, request.POST)
    if not form.is_valid():
        return _again(request, line, form, 422)
    try:
        verb(line_id=line.pk, by=request.user, **form.cleaned_data)
    except Invalid as invalid:
        say(form, invalid)
        return _again(request, line, form, 422)
    except Refused as refused:
        return _again(request, line, form, 403, str(refused))
    unsent.discard(by=request.user, form=act, about=line)
    messages.success(request, told)
    url = f"{reverse('article-detail', args=[line.draft.article_id])}#line-{line.index}"
    return HttpResponseClientRedirect(url) if request.htmx else SeeOther(url)


def _again(request: DeskRequest, line: Passage, form: LineForm, status: int, sentence: str = "") -> HttpResponse:
    """The panel with the form that was sent; its words are kept, too."""
    keeping.keep_refused(form.act, line, request.POST, by=request.user)
    return _panel(request, line, sent=form, sentence=sentence, status=status)


def _panel(
    request: DeskRequest, line: Passage, *, sent: LineForm | None = None, sentence: str = "", status: int = 200
) -> HttpResponse:
    article = line.draft.article
    answering = panel(request.user, line, sent=sent, sentence=sentence)
    if request.htmx and not request.htmx.history_restore_request:
        part = {"answering": answering, "article": article}
        return render(request, "articles/_answer_line.html", part, status=status)
    return proof_page(request, read_proof(article), status=status, answering=answering)
