"""The next draft is handed in and looked at before it is stored."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck import ingest
from factcheck.models import Article, Preview, User
from tests import making

TEXT = "The bridge opened in 1933."


def url(article: Article) -> str:
    return reverse("article-preview-draft", args=[article.pk])


def body(**sent: Any) -> dict[str, Any]:
    return {"text": TEXT, "seen": 1, "key": uuid4()} | sent


def test_it_leads_to_the_preview_and_stores_no_draft(article: Article, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(article), body())
    preview = Preview.objects.get()
    assert answer.status_code == 303
    assert answer["Location"] == reverse("preview-detail", args=[preview.pk])
    assert (preview.article, preview.seen, preview.desk) == (article, 1, article.desk)
    assert article.drafts.count() == 1


def test_going_back_to_the_form_finds_all_of_it(article: Article, editor: User, login: making.Login) -> None:
    client = login(editor)
    client.post(url(article), body())
    preview = Preview.objects.get()
    form = reverse("article-new-draft", args=[article.pk])
    page = client.get(f"{form}?preview={preview.pk}").content.decode()
    assert TEXT in page
    assert f'value="{preview.key}"' in page
    other = making.article(article.desk, editor, title="Another")
    unrelated = client.get(f"{reverse('article-new-draft', args=[other.pk])}?preview={preview.pk}").content.decode()
    assert TEXT not in unrelated


def test_a_file_need_not_be_chosen_again(article: Article, editor: User, login: making.Login) -> None:
    client = login(editor)
    client.post(url(article), body(text="", file=SimpleUploadedFile("bridge.txt", TEXT.encode())))
    preview = Preview.objects.get()
    held = preview.uploads.get().pk
    again = body(text="", held=[held], preview=preview.pk, key=preview.key)
    assert client.post(url(article), again).status_code == 303
    assert bytes(Preview.objects.get().uploads.get().content) == TEXT.encode()


@pytest.mark.parametrize(
    ("sent", "status", "sentence"),
    [
        ({"text": " "}, 422, "Paste a text, give an address, or choose a file."),
        ({"text": making.TEXT}, 409, "This is word for word draft 1. Nothing was stored."),
        ({"seen": 7}, 409, "has added draft 1 meanwhile."),
        ({"seen": ""}, 422, "This page is out of date. Load it again."),
    ],
)
def test_what_cannot_follow_is_said_before_it_is_looked_at(
    sent: dict[str, Any], status: int, sentence: str, article: Article, editor: User, login: making.Login
) -> None:
    answer = login(editor).post(url(article), body(**sent))
    assert answer.status_code == status
    assert sentence in answer.content.decode()
    assert not Preview.objects.exists()


def test_a_file_of_a_refused_form_is_read_once(
    article: Article, editor: User, login: making.Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And held, although it cannot follow."""
    read, ask = [], ingest.file

    def reading(name: str, data: bytes) -> ingest.Handed:
        read.append(name)
        return ask(name, data)

    monkeypatch.setattr(ingest, "file", reading)
    answer = login(editor).post(url(article), body(text="", seen=7, file=SimpleUploadedFile("a.txt", TEXT.encode())))
    assert answer.status_code == 409
    assert read == ["a.txt"]
    assert Preview.objects.get().uploads.get().name == "a.txt"


def test_it_is_for_editors(article: Article, reviewer: User, stranger: User, login: making.Login) -> None:
    answer = login(reviewer).post(url(article), body())
    assert answer.status_code == 403
    assert "Only editors of this desk can hand in a new draft." in answer.content.decode()
    assert login(stranger).post(url(article), body()).status_code == 404


def test_a_wrong_method_is_refused(article: Article, editor: User, login: making.Login) -> None:
    assert login(editor).get(url(article)).status_code == 405
