"""The drafts of an article: the next one, and what changed from one to another."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from factcheck import tasks
from factcheck.ingest import NotNext
from factcheck.intake import IntakeError
from factcheck.models import Article, Draft
from factcheck.web import keeping, lookups
from factcheck.web.answers import SeeOther
from factcheck.web.comparison import compare
from factcheck.web.new_draft import NewDraftForm, store
from factcheck.web.requests import DeskRequest
from factcheck.workflow import articles, unsent

FORM = "new-draft"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def new(request: DeskRequest, pk: int) -> HttpResponse:
    """Hand in the next draft."""
    article = lookups.article(request.user, pk)
    if sentence := articles.refusal(request.user, article.desk_id, articles.NEW_DRAFT):
        raise PermissionDenied(sentence)
    if request.method != "POST":
        words = keeping.kept(FORM, article, request.user).words
        return _ask(request, article, NewDraftForm(initial={"seen": _newest(article).number} | words))
    form = NewDraftForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, article, form, 422)
    try:
        draft = store(form, article, by=request.user)
    except IntakeError as error:
        form.add_error("file" if form.cleaned_data["file"] else "text", str(error))
        return _ask(request, article, form, 422)
    except NotNext as refusal:
        form.add_error(None, str(refusal))
        return _ask(request, article, form, 409)
    tasks.enqueue_split(draft.pk)
    unsent.discard(by=request.user, form=FORM, about=article)
    return SeeOther(reverse("article-detail", args=[pk]))


def _ask(request: DeskRequest, article: Article, form: NewDraftForm, status: int = 200) -> HttpResponse:
    newest = _newest(article)
    if form.is_bound:
        keeping.keep_refused(FORM, article, request.POST, by=request.user)
        # Sent again, it is meant to follow what the page now says.
        form.data = QueryDict(request.POST.urlencode() + f"&seen={newest.number}")
    form.keep = keeping.kept(FORM, article, request.user)
    context = {"article": article, "newest": newest, "form": form}
    return render(request, "articles/new_draft.html", context, status=status)


@require_safe
@never_cache
def changes(request: DeskRequest, pk: int) -> HttpResponse:
    """What changed between two drafts; without any named, between the newest and the one before."""
    article = lookups.article(request.user, pk)
    drafts = list(article.drafts.defer("text").order_by("-number"))
    new = _named(drafts, request.GET.get("to", ""), 0)
    old = _named(drafts, request.GET.get("from", ""), drafts.index(new) + 1)
    context: dict[str, Any] = {"article": article, "drafts": drafts, "old": old, "new": new}
    if old and new:
        context["comparison"] = compare(old.text, new.text)
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
