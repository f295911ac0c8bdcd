"""What somebody has handed in and looks at: their own, stored as drafts or given up."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from factcheck import ingest, tasks
from factcheck.models import HeldUpload, Preview
from factcheck.web import lookups
from factcheck.web.answers import SeeOther
from factcheck.web.preview_page import context, form_of
from factcheck.web.previewing import following
from factcheck.web.requests import DeskRequest
from factcheck.workflow import articles


@require_safe
def detail(request: DeskRequest, pk: int) -> HttpResponse:
    """The cleaned text, with what was left out of it; of a next draft also what it does to the claims."""
    preview = _own(request, pk)
    if preview.stored_at:
        return redirect(_stored(request, preview))
    return render(request, "previews/detail.html", context(preview, request.user))


@require_POST
def store(request: DeskRequest, pk: int) -> HttpResponse:
    """Store it as it was shown. Sent twice, it is stored once."""
    preview = _own(request, pk)
    details = {}
    if not preview.stored_at and not preview.article:
        form = form_of(preview, request.user)
        if not form.is_valid():
            messages.error(request, "What was said of the article no longer holds. Look at it again.")
            return SeeOther(f"{reverse('article-new')}?preview={pk}")
        details = form.details()
    try:
        drafts = ingest.store(preview, by=request.user, **details)
    except ingest.NotNext as refusal:
        return _not_next(request, preview, str(refusal))
    except Preview.DoesNotExist:
        raise Http404 from None
    for draft in drafts:
        tasks.enqueue_split(draft.pk)
    return SeeOther(following(request, drafts))


@require_POST
def discard(request: DeskRequest, pk: int) -> HttpResponse:
    """Give it up: the bytes and the words go. What was stored meanwhile is shown instead."""
    preview = _own(request, pk)
    if not ingest.give_up(preview):
        return SeeOther(reverse("preview-detail", args=[pk]))
    messages.success(request, "The preview is gone, and nothing of it was stored.")
    return SeeOther(
        reverse("article-detail", args=[preview.article_id]) if preview.article else reverse("article-list")
    )


def _own(request: DeskRequest, pk: int) -> Preview:
    preview = lookups.preview(request.user, pk)
    what = articles.NEW_DRAFT if preview.article else articles.UPLOAD
    if sentence := articles.refusal(request.user, preview.desk_id, what):
        raise PermissionDenied(sentence)
    return preview


def _not_next(request: DeskRequest, preview: Preview, problem: str) -> HttpResponse:
    """Stored once more, it is meant to follow what the page now says."""
    assert preview.article is not None  # noqa: S101 - only drafts follow one another
    preview.seen = preview.article.drafts.latest("number").number
    preview.save(update_fields=["seen"])
    return render(request, "previews/detail.html", context(preview, request.user, problem), status=409)


def _stored(request: DeskRequest, preview: Preview) -> str:
    held = HeldUpload.objects.filter(preview=preview, draft__isnull=False).select_related("draft").order_by("place")
    return following(request, [one.draft for one in held if one.draft])
