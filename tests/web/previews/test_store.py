"""What was shown is what is stored."""

import hashlib
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck import ingest, intake, tasks
from factcheck.intake import fetch
from factcheck.models import Article, Draft, HeldUpload, Preview, Unsent, Upload, User
from factcheck.web import lookups
from tests import making
from tests.intake.serving import LOOPBACK, Answer, site
from tests.intake.test_html import FIRST, WHOLE
from tests.web.previews.conftest import NEXT, Held
from tests.web.previews.questions import Questions


def url(preview: Preview) -> str:
    return reverse("preview-store", args=[preview.pk])


class TestStore(Questions):
    verb = "store"


def test_the_text_that_was_shown_becomes_an_article_with_the_bytes_that_were_uploaded(
    page_preview: Preview, editor: User, login: making.Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    published: list[int] = []
    monkeypatch.setattr(tasks, "enqueue_split", published.append)
    monkeypatch.setattr(intake, "read", None)  # it is not read again
    answer = login(editor).post(url(page_preview))
    draft = Draft.objects.get()
    assert answer.status_code == 303
    assert answer["Location"] == reverse("article-detail", args=[draft.article_id])
    assert draft.text.startswith(f"River bridge closed\n\n{FIRST}")
    assert (draft.article.title, draft.article.byline) == ("River bridge closed", "Anna Weber")
    kept = draft.upload
    assert (kept.name, bytes(kept.content), kept.sha256) == ("bridge.html", WHOLE, hashlib.sha256(WHOLE).hexdigest())
    assert published == [draft.pk]


def test_what_was_said_of_the_article_goes_with_it(hold: Held, editor: User, login: making.Login) -> None:
    said = {"title": "The bridge", "byline": "Staff", "note": "Mind the date.", "sensitivity": "sensitive"}
    login(editor).post(url(hold(text=making.TEXT, deadline="2031-05-06T18:00", **said)))
    article = Article.objects.get()
    assert {name: getattr(article, name) for name in said} == said
    assert article.deadline


def test_each_file_becomes_an_article(hold: Held, editor: User, login: making.Login) -> None:
    files = [SimpleUploadedFile("one.txt", b"One bridge opened."), SimpleUploadedFile("two.txt", b"Two closed.")]
    answer = login(editor).post(url(hold(file=files)), follow=True)
    assert set(Article.objects.values_list("title", flat=True)) == {"One bridge opened.", "Two closed."}
    assert "2 articles are uploaded" in answer.content.decode()


def test_sent_twice_it_is_stored_once(page_preview: Preview, editor: User, login: making.Login) -> None:
    first, again = (login(editor).post(url(page_preview)) for _ in range(2))
    assert first["Location"] == again["Location"]
    assert Article.objects.count() == 1


def test_given_up_at_the_same_moment_it_is_gone(
    hold: Held, editor: User, login: making.Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = lookups.preview(editor, hold(text=making.TEXT).pk)
    Preview.objects.all().delete()
    monkeypatch.setattr(lookups, "preview", lambda _user, _pk: found)
    assert login(editor).post(url(found)).status_code == 404
    assert not Article.objects.exists()


def test_stored_without_a_preview_meanwhile_it_is_stored_once(hold: Held, editor: User, login: making.Login) -> None:
    key = uuid4()
    preview = hold(text=making.TEXT, key=key)
    body = {"text": making.TEXT, "desk": preview.desk_id, "sensitivity": "normal", "key": key}
    login(editor).post(reverse("article-new"), body)
    login(editor).post(url(preview))
    assert Article.objects.count() == 1


def test_once_it_is_stored_nothing_is_held_twice(page_preview: Preview, editor: User, login: making.Login) -> None:
    login(editor).post(url(page_preview))
    held = HeldUpload.objects.get()
    assert (bytes(held.content), held.text, held.whole) == (b"", "", "")
    assert Preview.objects.get().words == {}
    assert not Preview.objects.waiting().exists()


def test_it_becomes_the_next_draft(draft_preview: Preview, article: Article, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(draft_preview))
    assert answer["Location"] == reverse("article-detail", args=[article.pk])
    draft = article.drafts.get(number=2)
    assert (draft.text, draft.created_by, bytes(draft.upload.content)) == (NEXT, editor, NEXT.encode())


def test_whoever_comes_second_is_shown_what_it_would_follow_now(
    draft_preview: Preview, article: Article, editor: User, desk_admin: User, login: making.Login
) -> None:
    ingest.repaste(article=article, by=desk_admin, seen=1, text="It opened in 1934.")
    answer = login(editor).post(url(draft_preview))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "desk-admin has added draft 2 meanwhile." in page
    assert "1934" in page
    assert article.drafts.count() == 2
    assert login(editor).post(url(draft_preview)).status_code == 303
    assert article.drafts.get(number=3).text == NEXT


@pytest.mark.enable_socket
def test_a_page_is_fetched_once(hold: Held, editor: User, login: making.Login, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "PUBLIC", LOOPBACK)
    with site() as web:
        web.answers["/bridge"] = Answer(WHOLE)
        preview = hold(url=web.url("/bridge"))
        login(editor).post(url(preview))
        assert web.paths == ["/bridge"]
        assert Article.objects.get().source_url == web.url("/bridge")
    assert bytes(Upload.objects.get().content) == WHOLE


def test_what_was_typed_is_not_kept_twice(hold: Held, editor: User) -> None:
    hold(text=making.TEXT)
    assert not Unsent.objects.exists()
