"""A claim that a person adds to an article."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from factcheck.models import Article, Claim, Draft
from factcheck.text.identifiers import number
from factcheck.web import keeping, lookups
from factcheck.web.adding import FORM, AddClaimForm
from factcheck.web.answers import added
from factcheck.web.proof import read
from factcheck.web.proof_page import proof_page
from factcheck.web.requests import DeskRequest
from factcheck.web.verb_form import say
from factcheck.workflow import shaping, unsent
from factcheck.workflow.errors import Invalid, Refused


@require_http_methods(["GET", "HEAD", "POST"])
def add_claim(request: DeskRequest, pk: int) -> HttpResponse:
    """The form beside the text; `?line=4` begins with that line, see `Chosen`."""
    article = lookups.article(request.user, pk)
    if sentence := shaping.addition_refusal(request.user, article):
        raise PermissionDenied(sentence)
    if request.method != "POST":
        return _form(request, article)
    form = AddClaimForm(request.POST, draft=_draft(request, article), by=request.user, asked=request.GET)
    claim, sentence = _add(request, article, form)
    if claim:
        return added(request, claim)
    keeping.keep_refused(FORM, article, request.POST, by=request.user)
    return _page(request, article, form, sentence=sentence, status=403 if sentence else 422)


def _form(request: DeskRequest, article: Article) -> HttpResponse:
    draft = read(article).draft
    form = AddClaimForm(draft=draft, by=request.user, asked=request.GET)
    if not form.chosen.spans:
        form.initial.update(keeping.kept(FORM, article, request.user).words, draft_id=draft.pk)
    return _page(request, article, form)


def _draft(request: DeskRequest, article: Article) -> Draft:
    """The one that the page was showing; whether a claim can still be added to it is said by the verb."""
    sent = number(request.POST.get("draft_id", ""))
    drafts = article.drafts.select_related("article")
    return read(article).draft if sent is None else get_object_or_404(drafts, pk=sent)


def _add(request: DeskRequest, article: Article, form: AddClaimForm) -> tuple[Claim | None, str]:
    """The claim, or the sentence why it is refused; neither: something is missing in the form."""
    if not form.is_valid():
        return None, ""
    try:
        with transaction.atomic():
            claim = shaping.add(by=request.user, **form.arguments())
            unsent.discard(by=request.user, form=FORM, about=article)
            return claim, ""
    except Invalid as invalid:
        say(form, invalid)
        return None, ""
    except Refused as refused:
        return None, str(refused)


def _page(
    request: DeskRequest, article: Article, form: AddClaimForm, *, sentence: str = "", status: int = 200
) -> HttpResponse:
    proof = read(article)
    form.keep = keeping.kept(FORM, article, request.user)
    if request.htmx:
        context = {"adding": form, "sentence": sentence, "proof": proof, "article": article, "job": proof.job}
        return render(request, "articles/_add_claim.html", context, status=status)
    return proof_page(request, proof, status=status, adding=form, sentence=sentence)
