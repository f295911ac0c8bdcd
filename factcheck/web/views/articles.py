"""Articles: the list, a new one, and how far its reading is."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck import ingest, tasks
from factcheck.models import Article, Draft, Job
from factcheck.models.choices import ArticleState, JobState, Role
from factcheck.text.identifiers import number
from factcheck.web import keeping, lookups, previewing
from factcheck.web.answers import SeeOther
from factcheck.web.downloads import download
from factcheck.web.handing_in import read
from factcheck.web.new_article import NewArticleForm, store
from factcheck.web.requests import DeskRequest
from factcheck.workflow import articles, unsent

POLL_AGAIN = 200
ENOUGH = 286  # tells htmx to stop asking


@require_safe
def home(_request: DeskRequest) -> HttpResponse:
    return redirect("article-list")


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """The articles of the person's desks."""
    asked = articles.Filter(
        desk=request.GET.get("desk", ""),
        state=request.GET.get("state", ""),
        words=request.GET.get("q", "")[:200],
        sort=articles.Sort(request.GET.get("sort", "")),
    )
    after = number(request.GET.get("after", ""))
    page = articles.page(request.user, asked, after)
    desks = lookups.desks(request.user)
    context = {
        "page": page,
        "asked": asked,
        "desks": desks,
        "states": ArticleState,
        "sorts": articles.Sort,
        "editable": [desk for desk in desks if request.user.roles[desk.pk] >= Role.EDITOR],
        "first_url": request.path if after else "",
        "next_url": _next(request, page.after),
    }
    part = "#rows" if request.htmx and request.htmx.target == "rows" else ""
    return render(request, f"articles/list.html{part}", context)


def _next(request: DeskRequest, after: int | None) -> str:
    if after is None:
        return ""
    query = request.GET.copy()
    query["after"] = str(after)
    return f"?{query.urlencode()}"


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Hand in an article, or several as files, and store them without a look at them."""
    _uploaders_only(request)
    if request.method != "POST":
        return _ask(request, _empty_form(request))
    form = NewArticleForm(request.POST, request.FILES, by=request.user)
    if not form.is_valid():
        return _ask(request, form, status=422)
    reading = read(form)
    stored = store(form, reading.handed)
    for draft in stored:
        tasks.enqueue_split(draft.pk)
    if reading.refused:
        return _ask_again(request, form, reading.refused, stored)
    _forget(request)
    return SeeOther(previewing.following(request, stored))


@require_POST
def preview(request: DeskRequest) -> HttpResponse:
    """Hand in an article, or several as files, and look at them before they are stored."""
    _uploaders_only(request)
    form = NewArticleForm(request.POST, request.FILES, by=request.user)
    if not form.is_valid():
        return _ask(request, form, status=422)
    reading = read(form)
    if not reading.handed:
        return _ask_again(request, form, reading.refused)
    try:
        held = previewing.hold(form, reading, desk=form.cleaned_data["desk"])
    except ingest.TooManyWaiting as refusal:
        form.add_error(None, str(refusal))
        return _ask(request, form, status=422)
    _forget(request)
    return SeeOther(reverse("preview-detail", args=[held.pk]))


def _uploaders_only(request: DeskRequest) -> None:
    if not lookups.desks(request.user, Role.EDITOR):
        raise PermissionDenied("Only editors can upload articles. Ask an editor of your desk.")


def _empty_form(request: DeskRequest) -> NewArticleForm:
    """Empty but for what the person has typed here and not sent, or goes back to from its preview."""
    desk = lookups.desk(request.user, request.GET["desk"]) if request.GET.get("desk") else None
    typed = keeping.kept(unsent.UPLOAD, None, request.user).words
    words = previewing.initial(request.GET.get("preview", ""), typed, by=request.user)
    return NewArticleForm(by=request.user, initial=({"desk": desk} if desk else {}) | words)


def _ask_again(
    request: DeskRequest, form: NewArticleForm, refused: Sequence[str], stored: Sequence[Draft] = ()
) -> HttpResponse:
    for sentence in refused:
        form.add_error(None if stored else form.way, sentence)
    return _ask(request, form, stored, status=422)


def _ask(request: DeskRequest, form: NewArticleForm, stored: Sequence[Draft] = (), status: int = 200) -> HttpResponse:
    if form.is_bound and "text" in request.POST:
        keeping.keep_refused(unsent.UPLOAD, None, request.POST, by=request.user)
    if form.is_bound and not stored and (desk := form.cleaned_data.get("desk")):
        previewing.hold_files(form, desk=desk)
    form.keep = keeping.kept(unsent.UPLOAD, None, request.user)
    context = {"form": form, "stored": stored, "waiting": lookups.previews(request.user, but=form.back_to)}
    return render(request, "articles/new.html", context, status=status)


def _forget(request: DeskRequest) -> None:
    """The form has done its work; files that are dropped on the list leave a half-written one be."""
    if "text" in request.POST:
        unsent.discard(by=request.user, form=unsent.UPLOAD, about=None)


@require_safe
def progress(request: DeskRequest, pk: int) -> HttpResponse:
    """How far the reading is; asked again by the page until it is done, which then shows the proof."""
    article = lookups.article(request.user, pk)
    job = _job(article)
    if not request.htmx:
        return redirect("article-detail", pk)
    going = job.state in {JobState.QUEUED, JobState.RUNNING}
    response = _progress(request, article, job, status=POLL_AGAIN if going else ENOUGH)
    if job.state == JobState.DONE:
        path = reverse("article-detail", args=[pk])
        response["HX-Location"] = f'{{"path": "{path}", "target": "#main", "select": "#main", "swap": "outerHTML"}}'
    return response


@require_POST
def retry(request: DeskRequest, pk: int) -> HttpResponse:
    """Have the article read again after it failed."""
    article = lookups.article(request.user, pk)
    _editors_only(request, article, articles.RETRY)
    draft = ingest.retry(article_id=pk, by=request.user)
    tasks.enqueue_split(draft.pk)
    if request.htmx:
        return _progress(request, article, _job(article))
    return SeeOther(reverse("article-detail", args=[pk]))


@require_safe
def original(request: DeskRequest, pk: int) -> HttpResponse:
    """The newest upload."""
    article = lookups.article(request.user, pk)
    _editors_only(request, article, articles.ORIGINAL)
    return download(article.drafts.select_related("upload").latest("number").upload)


def _job(article: Article) -> Job:
    return Job.objects.filter(draft__article=article).latest("draft__number")


def _progress(request: DeskRequest, article: Article, job: Job, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {"article": article, "job": job}
    return render(request, "articles/_progress.html", context, status=status)


def _editors_only(request: DeskRequest, article: Article, what: str) -> None:
    if sentence := articles.refusal(request.user, article.desk_id, what):
        raise PermissionDenied(sentence)
