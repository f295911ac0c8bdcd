"""What is said of an article: its title, who wrote it, when it appears, and what reviewers are to know."""

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from factcheck.models import Article, version_of
from factcheck.web import keeping, lookups
from factcheck.web.answers import SeeOther
from factcheck.web.details_form import DescribeForm, Detail, differing
from factcheck.web.requests import DeskRequest
from factcheck.workflow import details, unsent
from factcheck.workflow.errors import Overtaken, Refused

FORM = "describe"


@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: DeskRequest, pk: int) -> HttpResponse:
    """The form with what is said now; what is sent is said from then on."""
    article = lookups.article(request.user, pk)
    if sentence := details.refusal(request.user, article):
        raise PermissionDenied(sentence)
    if request.method != "POST":
        return _again(request, article)
    form = DescribeForm(request.POST, instance=lookups.article(request.user, pk))
    if not form.is_valid():
        return _refused(request, article, form, 422)
    try:
        details.describe(article_id=pk, by=request.user, **form.cleaned_data)
    except Overtaken as overtaken:
        form.add_error(None, str(overtaken))
        return _refused(request, article, form, 409)
    except Refused as refused:
        raise PermissionDenied(str(refused)) from refused
    unsent.discard(by=request.user, form=FORM, about=article)
    messages.success(request, "The article’s details are saved.")
    return SeeOther(reverse("article-detail", args=[pk]))


def _again(request: DeskRequest, article: Article) -> HttpResponse:
    """What is said now, or what was typed and not sent; and what a colleague has said since that was typed."""
    kept, version = keeping.kept(FORM, article, request.user), version_of(article)
    overtaken = kept.row is not None and kept.row.version not in {None, version}
    form = DescribeForm(instance=article, initial=kept.words)
    return _page(request, article, form, version, differing(article, kept.words) if overtaken else [])


def _refused(request: DeskRequest, article: Article, form: DescribeForm, status: int) -> HttpResponse:
    """Sent again, it is meant to follow what the page now says."""
    keeping.keep_refused(FORM, article, request.POST, by=request.user)
    if status == 409:
        return _page(request, article, form, version_of(article), differing(article, request.POST), status=status)
    return _page(request, article, form, form["seen"].value(), status=status)


def _page(
    request: DeskRequest,
    article: Article,
    form: DescribeForm,
    seen: object,
    now: Sequence[Detail] = (),
    *,
    status: int = 200,
) -> HttpResponse:
    keep = keeping.kept(FORM, article, request.user)
    context = {"article": article, "form": form, "seen": seen, "now": now, "keep": keep}
    return render(request, "articles/describe.html", context, status=status)
