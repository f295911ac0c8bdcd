"""Suggested fixes: how one reads, whether it is accepted, the redline of all, and the draft that they make."""

from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck import ingest, tasks
from factcheck.export.redline import MEDIA_TYPE, document
from factcheck.intake import IntakeError
from factcheck.models import Article
from factcheck.models.choices import Verb
from factcheck.text.identifiers import key, number
from factcheck.web import lookups
from factcheck.web.answers import SeeOther, answer
from factcheck.web.downloads import headers, slug
from factcheck.web.redline import read, sentence, tracked
from factcheck.web.requests import DeskRequest
from factcheck.workflow import articles, fixes, fixing


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: DeskRequest, pk: int) -> HttpResponse:
    """How the sentence would read with the words that are being typed; a form without JavaScript posts them."""
    claim = lookups.claim(request.user, pk)
    sent = request.POST if request.method == "POST" else request.GET
    words = sent.get("suggested_fix", "")[: fixes.MOST_CHARACTERS]
    context = {"claim": claim, "pieces": sentence(claim, words) if words.strip() else []}
    page = "fixes/_preview.html" if request.htmx else "fixes/preview.html"
    return render(request, page, context)


@require_POST
def accept(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.ACCEPT_FIX, fixing.accept_fix, claim_id=pk)


@require_POST
def decline(request: DeskRequest, pk: int) -> HttpResponse:
    return answer(request, lookups.claim(request.user, pk), Verb.DECLINE_FIX, fixing.decline_fix, claim_id=pk)


@require_safe
def index(request: DeskRequest, pk: int) -> HttpResponse:
    """The redline: the text with every fix that is accepted or waits for it, to be read and printed."""
    return _page(request, lookups.article(request.user, pk))


@require_safe
def redline(request: DeskRequest, pk: int) -> HttpResponse:
    """The same as a Word file, with each fix as a tracked change."""
    article = lookups.article(request.user, pk)
    draft = article.drafts.latest("number")
    return HttpResponse(
        document(tracked(read(draft, fixes.of(article, draft)))),
        content_type=MEDIA_TYPE,
        headers=headers("redline", slug(article), f"draft-{draft.number}", kind="docx"),
    )


@require_POST
def apply(request: DeskRequest, pk: int) -> HttpResponse:
    """Make the next draft of the accepted fixes."""
    article = lookups.article(request.user, pk)
    if refusal := articles.refusal(request.user, article.desk_id, articles.NEW_DRAFT):
        raise PermissionDenied(refusal)
    seen = number(request.POST.get("seen", ""), digits=9) or 0
    # That of the page, not the newest: sent twice, the form makes the same text, and so the same draft.
    draft = article.drafts.filter(number=seen).first() or article.drafts.latest("number")
    chosen = fixes.accepted(fixes.of(article, draft))
    if refusal := fixes.refusal(chosen):
        return _page(request, article, refusal, 409)
    try:
        made = ingest.repaste(
            article=article,
            by=request.user,
            seen=seen,
            text=fixes.applied(draft.text, chosen),
            key=key(request.POST.get("key", "")),
        )
    except (IntakeError, ingest.NotNext) as refused:
        return _page(request, article, str(refused), 409)
    tasks.enqueue_split(made.pk)
    return SeeOther(reverse("article-detail", args=[pk]))


def _page(request: DeskRequest, article: Article, problem: str = "", status: int = 200) -> HttpResponse:
    draft = article.drafts.select_related("job").latest("number")
    found = fixes.of(article, draft)
    accepted = fixes.accepted(found)
    context: dict[str, Any] = {
        "article": article,
        "draft": draft,
        "redline": read(draft, found),
        "accepted": accepted,
        "refusal": articles.refusal(request.user, article.desk_id, articles.NEW_DRAFT) or fixes.refusal(accepted),
        "problem": problem,
        "key": uuid4(),
    }
    return render(request, "fixes/list.html", context, status=status)
