"""The drafts of an article: the next one, and what changed from one to another."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck import ingest, tasks
from factcheck.ingest import Handed, NotNext, TooManyWaiting
from factcheck.models import Article, Draft
from factcheck.text.alignment import Alignment
from factcheck.web import keeping, lookups, previewing
from factcheck.web.answers import SeeOther
from factcheck.web.comparison import compare
from factcheck.web.handing_in import Reading, read
from factcheck.web.new_draft import NewDraftForm
from factcheck.web.requests import DeskRequest
from factcheck.workflow import articles, unsent

FORM = "new-draft"


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest, pk: int) -> HttpResponse:
    """Hand in the next draft, and store it without a look at it."""
    article = _article(request, pk)
    if request.method == "POST":
        return _hand_in(request, article, _store)
    typed = keeping.kept(FORM, article, request.user).words
    initial = previewing.initial(request.GET.get("preview", ""), typed, by=request.user, article=article)
    return _ask(request, article, NewDraftForm(initial=initial | {"seen": _newest(article).number}, by=request.user))


@require_POST
def preview(request: DeskRequest, pk: int) -> HttpResponse:
    """Hand in the next draft, and look at it before it is stored."""
    return _hand_in(request, _article(request, pk), _show)


def _article(request: DeskRequest, pk: int) -> Article:
    article = lookups.article(request.user, pk)
    if sentence := articles.refusal(request.user, article.desk_id, articles.NEW_DRAFT):
        raise PermissionDenied(sentence)
    return article


def _hand_in(
    request: DeskRequest, article: Article, act: Callable[[NewDraftForm, Article, Handed], str]
) -> HttpResponse:
    """`act` does what the form is for, and returns the address of the page that follows."""
    form = NewDraftForm(request.POST, request.FILES, by=request.user)
    if not form.is_valid():
        return _ask(request, article, form, 422)
    reading = read(form)
    if not reading.handed:
        form.add_error(form.way, " ".join(reading.refused))
        return _ask(request, article, form, 422)
    try:
        following = act(form, article, reading.handed[0])
    except (NotNext, TooManyWaiting) as refusal:
        form.add_error(None, str(refusal))
        return _ask(request, article, form, 409 if isinstance(refusal, NotNext) else 422)
    unsent.discard(by=request.user, form=FORM, about=article)
    return SeeOther(following)


def _store(form: NewDraftForm, article: Article, handed: Handed) -> str:
    sent = form.cleaned_data
    draft = ingest.store_next(handed, article=article, by=form.by, seen=sent["seen"], key=sent["key"])
    tasks.enqueue_split(draft.pk)
    return reverse("article-detail", args=[article.pk])


def _show(form: NewDraftForm, article: Article, handed: Handed) -> str:
    seen = form.cleaned_data["seen"]
    if sentence := ingest.refusal_of_next(article, handed.read, seen):
        raise NotNext(sentence)
    held = previewing.hold(form, Reading([handed]), desk=article.desk, article=article, seen=seen)
    return reverse("preview-detail", args=[held.pk])


def _ask(request: DeskRequest, article: Article, form: NewDraftForm, status: int = 200) -> HttpResponse:
    newest = _newest(article)
    if form.is_bound:
        keeping.keep_refused(FORM, article, request.POST, by=request.user)
        previewing.hold_files(form, desk=article.desk, article=article, seen=newest.number)
        form.amend(seen=[str(newest.number)])  # sent again, it is meant to follow what the page now says
    form.keep = keeping.kept(FORM, article, request.user)
    waiting = lookups.previews(request.user, article, but=form.back_to)
    context = {"article": article, "newest": newest, "form": form, "waiting": waiting}
    return render(request, "articles/new_draft.html", context, status=status)


@require_safe
def changes(request: DeskRequest, pk: int) -> HttpResponse:
    """What changed between two drafts; without any named, between the newest and the one before."""
    article = lookups.article(request.user, pk)
    drafts = list(article.drafts.defer("text").order_by("-number"))
    new = _named(drafts, request.GET.get("to", ""), 0)
    old = _named(drafts, request.GET.get("from", ""), drafts.index(new) + 1)
    context: dict[str, Any] = {"article": article, "drafts": drafts, "old": old, "new": new}
    if old and new:
        context["comparison"] = compare(Alignment(old.text, new.text))
    return render(request, "articles/changes.html", context)


def _named(drafts: list[Draft], number: str, default: int) -> Draft:
    """The draft of that number; without one, that in the default place, or the last."""
    if not number:
        return drafts[min(default, len(drafts) - 1)]
    for draft in drafts:
        if str(draft.number) == number:
            return draft
    raise Http404


def _newest(article: Article) -> Draft:
    return article.drafts.select_related("created_by").defer("text").latest("number")
