"""An editor hands in the next draft of an article."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck.models import Article, Draft, Job, Preview, Unsent, User
from factcheck.models.choices import JobState
from tests import making

pytestmark = pytest.mark.usefixtures("unsent_messages")
TEXT = "The bridge opened in 1933."


@pytest.fixture
def unsent_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.tasks.enqueue_split", lambda _draft: None)


def url(article: Article) -> str:
    return reverse("article-new-draft", args=[article.pk])


def body(**sent: Any) -> dict[str, Any]:
    return {"text": TEXT, "seen": 1, "key": uuid4()} | sent


def test_it_is_stored_and_waits_to_be_read(article: Article, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(article), body())
    assert answer.status_code == 303
    assert answer["Location"] == reverse("article-detail", args=[article.pk])
    draft = article.drafts.get(number=2)
    assert (draft.text, draft.created_by, draft.job.state) == (TEXT, editor, JobState.QUEUED)
    assert "Waiting to be read" in login(editor).get(answer["Location"]).content.decode()


def test_a_file_does_as_well(article: Article, editor: User, login: making.Login) -> None:
    file = SimpleUploadedFile("bridge.md", b"# The bridge\n\nIt opened in 1933.")
    assert login(editor).post(url(article), body(text="", file=file)).status_code == 303
    assert article.drafts.get(number=2).upload.name == "bridge.md"


def test_sent_twice_it_is_stored_once(article: Article, editor: User, login: making.Login) -> None:
    sent = body()
    for _ in range(2):
        assert login(editor).post(url(article), sent).status_code == 303
    assert article.drafts.count() == 2


def test_whoever_comes_second_is_told_and_keeps_the_text(
    article: Article, editor: User, desk_admin: User, login: making.Login
) -> None:
    login(desk_admin).post(url(article), body(text="It opened in 1934."))
    answer = login(editor).post(url(article), body())
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "desk-admin has added draft 2 meanwhile." in page
    assert TEXT in page
    assert 'name="seen" value="2"' in page
    assert article.drafts.count() == 2


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"text": " "}, "Paste a text, give an address, or choose a file."),
        ({"text": making.TEXT}, "This is word for word draft 1. Nothing was stored."),
        ({"text": "a" * 200_001}, "200,000"),
        ({"seen": ""}, "This page is out of date. Load it again."),
    ],
)
def test_what_cannot_be_stored_is_said(
    sent: dict[str, Any], sentence: str, article: Article, editor: User, login: making.Login
) -> None:
    answer = login(editor).post(url(article), body(**sent))
    assert answer.status_code in {409, 422}
    assert sentence in answer.content.decode()
    assert article.drafts.count() == 1


def test_a_draft_is_one_text(article: Article, editor: User, login: making.Login) -> None:
    files = [SimpleUploadedFile(name, TEXT.encode()) for name in ("a.txt", "b.txt")]
    answer = login(editor).post(url(article), body(text="", file=files))
    assert answer.status_code == 422
    assert "A draft is one text. Choose one file." in answer.content.decode()
    assert article.drafts.count() == 1


def test_a_file_that_comes_too_late_need_not_be_chosen_again(
    article: Article, editor: User, desk_admin: User, login: making.Login
) -> None:
    login(desk_admin).post(url(article), body(text="It opened in 1934."))
    file = SimpleUploadedFile("bridge.txt", TEXT.encode())
    answer = login(editor).post(url(article), body(text="", file=file))
    assert answer.status_code == 409
    preview = Preview.objects.get(user=editor, article=article)
    held = preview.uploads.get()
    assert f'name="held" value="{held.pk}"' in answer.content.decode()
    again = body(text="", held=[held.pk], preview=preview.pk, seen=2)
    assert login(editor).post(url(article), again).status_code == 303
    assert bytes(article.drafts.get(number=3).upload.content) == TEXT.encode()


def test_what_was_typed_and_refused_is_kept(article: Article, editor: User, login: making.Login) -> None:
    login(editor).post(url(article), body(seen=""))
    assert Unsent.objects.get(user=editor, article=article).words["text"] == TEXT
    assert TEXT in login(editor).get(url(article)).content.decode()


def test_it_is_for_editors(article: Article, reviewer: User, login: making.Login) -> None:
    answer = login(reviewer).post(url(article), body())
    assert answer.status_code == 403
    assert "Only editors of this desk can hand in a new draft." in answer.content.decode()


def test_the_proof_leads_to_it_those_who_may(
    article: Article, editor: User, reviewer: User, login: making.Login
) -> None:
    page = reverse("article-detail", args=[article.pk])
    assert url(article) in login(editor).get(page).content.decode()
    assert url(article) not in login(reviewer).get(page).content.decode()


def test_the_older_draft_stays_usable_until_the_new_one_is_read(
    article: Article, editor: User, reviewer: User, login: making.Login
) -> None:
    login(editor).post(url(article), body())
    claim = article.claims.get(number=1)
    page = reverse("article-detail", args=[article.pk])
    client = login(reviewer)
    assert client.get(f"{page}?claim=1")["Location"] == f"{page}?draft=1&claim=1"
    shown = client.get(f"{page}?draft=1&claim=1").content.decode()
    assert "Draft 2 is waiting to be read; until it is read, this draft is worked on." in shown
    assert reverse("claim-take", args=[claim.pk]) in shown
    answer = client.post(reverse("claim-take", args=[claim.pk]), {"seen": claim.version})
    assert client.get(answer["Location"], follow=True).status_code == 200


def test_a_draft_that_cannot_be_read_leaves_the_one_before_usable(
    article: Article, editor: User, reviewer: User, login: making.Login
) -> None:
    login(editor).post(url(article), body())
    Job.objects.filter(draft=Draft.objects.get(number=2)).update(state=JobState.FAILED, error="It went wrong.")
    page = reverse("article-detail", args=[article.pk])
    assert "It went wrong." in login(editor).get(page).content.decode()
    older = login(editor).get(f"{page}?draft=1").content.decode()
    assert "Draft 2 could not be read; this draft goes on being worked on." in older
