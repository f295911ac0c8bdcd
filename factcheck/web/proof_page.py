"""The whole proof view, as every view draws it: when it is opened, and again around a form that did not do its work."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from .clearance_forms import ArticleForm, with_words
from .proof import Proof
from .requests import DeskRequest


def proof_page(
    request: DeskRequest, proof: Proof, *, sent: ArticleForm | None = None, status: int = 200, **beside: Any
) -> HttpResponse:
    """`sent` is the form of an article's verb that is drawn as it was sent; `beside` is what stands beside the text."""
    forms = with_words(proof, request.user, sent)
    context = {"proof": proof, "article": proof.article, "job": proof.job, "forms": forms, **beside}
    return render(request, "articles/detail.html", context, status=status)
