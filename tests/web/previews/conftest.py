"""Previews of an article and of a next draft, as the forms make them."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck.models import Article, Desk, Preview, User
from tests import making
from tests.intake.test_html import WHOLE

Held = Callable[..., Preview]
NEXT = making.TEXT.replace("1932", "1933").replace(f"\n\n{making.OPINION}", "")


@pytest.fixture
def hold(desk: Desk, editor: User, login: making.Login) -> Held:
    """An editor's preview of a new article."""

    def handed_in(**sent: Any) -> Preview:
        body = {"desk": desk.pk, "sensitivity": "normal", "key": uuid4()} | sent
        answer = login(editor).post(reverse("article-preview"), body)
        assert answer.status_code == 303, answer.content.decode()
        return Preview.objects.latest("pk")

    return handed_in


@pytest.fixture
def page_preview(hold: Held) -> Preview:
    """Of a web page that was uploaded."""
    return hold(file=[SimpleUploadedFile("bridge.html", WHOLE)])


@pytest.fixture
def draft_preview(article: Article, editor: User, login: making.Login) -> Preview:
    """Of a next draft: one claim's sentence stays, another's changed, and the opinion is gone."""
    sent = {"text": NEXT, "seen": 1, "key": uuid4()}
    answer = login(editor).post(reverse("article-preview-draft", args=[article.pk]), sent)
    assert answer.status_code == 303, answer.content.decode()
    return Preview.objects.get()
