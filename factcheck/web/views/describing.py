"""What is said of an article: its title, who wrote it, when it appears, and what reviewers are to know."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from factcheck.models import Article
from factcheck.web import keeping, lookups
from factcheck.web.answers import SeeOther
from factcheck.web.details_form import DetailsForm
from factcheck.web.requests import DeskRequest
from factcheck.workflow import details, unsent
from factcheck.workflow.errors import Refused

FORM = "describe"


@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: DeskRequest, pk: int) -> HttpResponse:
    """The form with what is said now; what is sent is said from then on."""
    article = lookups.article(request.user, pk)
    if sentence := details.refusal(request.user, article):
        raise PermissionDenied(sentence)
    if request.method != "POST":
        typed = keeping.kept(FORM, article, request.user).words
        return _page(request, article, DetailsForm(instance=article, initial=typed))
    form = DetailsForm(request.POST, instance=lookups.article(request.user, pk))
    if not form.is_valid():
        keeping.keep_refused(FORM, article, request.POST, by=request.user)
        return _page(request, article, form, status=422)
    try:
        details.describe(article_id=pk, by=request.user, **form.cleaned_data)
    except Refused as refused:
        raise PermissionDenied(str(refused)) from refused
    unsent.discard(by=request.user, form=FORM, about=article)
    messages.success(request, "The article’s details are saved.")
    return SeeOther(reverse("article-detail", args=[pk]))


def _page(request: DeskRequest, article: Article, form: DetailsForm, *, status: int = 200) -> HttpResponse:
    context = {"article": article, "form": form, "keep": keeping.kept(FORM, article, request.user)}
    return render(request, "articles/describe.html", context, status=status)
