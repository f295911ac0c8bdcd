"""The verbs of an article's clearance."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from factcheck.models import Article
from factcheck.models.choices import Verb
from factcheck.web import keeping, lookups
from factcheck.web.answers import SeeOther, answer
from factcheck.web.clearance_forms import ArticleForm, ClearForm, CorrectForm, ReopenArticleForm
from factcheck.web.requests import DeskRequest
from factcheck.web.verb_form import say
from factcheck.web.views.proof import show
from factcheck.workflow import articles, clearing, unsent
from factcheck.workflow.errors import Invalid, Refused


@require_POST
def waive(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.WAIVE, clearing.waive, claim_id=pk)


@require_POST
def clear(request: DeskRequest, pk: int) -> HttpResponse:
    """Pass the article for publication."""
    return _answer(request, pk, ClearForm(request.POST), clearing.clear, "This article is cleared.")


@require_POST
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Take the clearance back."""
    return _answer(request, pk, ReopenArticleForm(request.POST), clearing.reopen, "This article is open again.")


@require_POST
def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """Note what was put right after publication."""
    return _answer(request, pk, CorrectForm(request.POST), clearing.correct, "The correction is noted.")


def _answer(request: DeskRequest, pk: int, form: ArticleForm, act: Callable[..., object], told: str) -> HttpResponse:
    article = lookups.article(request.user, pk)
    _editors_only(request, article)
    if not form.is_valid():
        return _again(request, article, form, 422)
    try:
        act(article_id=pk, by=request.user, **form.cleaned_data)
    except Invalid as invalid:
        say(form, invalid)
        return _again(request, article, form, 422)
    except Refused as refused:
        return _again(request, article, form, 409, refused)
    unsent.discard(by=request.user, form=form.act, about=article)
    messages.success(request, told)
    return SeeOther(reverse("article-detail", args=[pk]))


def _again(
    request: DeskRequest, article: Article, form: ArticleForm, status: int, refusal: Refused | None = None
) -> HttpResponse:
    """The page with the form that was sent; its words are kept, too."""
    if not isinstance(form, ClearForm):
        keeping.keep_refused(form.act, article, request.POST, by=request.user)
    return show(request, article, form=form, refusal=refusal, status=status)


def _editors_only(request: DeskRequest, article: Article) -> None:
    if sentence := articles.refusal(request.user, article.desk_id, articles.CLEAR):
        raise PermissionDenied(sentence)
