import re
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from factcheck import tasks
from factcheck.intake import MOST_UPLOAD_BYTES, fetch
from factcheck.models import Article, Desk, Draft, Job, Preview, Upload, User
from factcheck.web import uploads
from tests import making
from tests.intake.serving import LOOPBACK, Answer, site
from tests.intake.test_html import WHOLE

URL = reverse("article-new")


def sent(desk: Desk, **fields: object) -> dict[str, object]:
    return {"desk": desk.pk, "sensitivity": "normal", **fields}


def file(name: str, data: bytes = making.TEXT.encode()) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def nothing_is_stored() -> bool:
    return not any(model.objects.exists() for model in (Article, Draft, Upload, Job))


def test_pasted_text_becomes_an_article(desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).post(
        URL,
        sent(
            desk,
            text=making.TEXT,
            title="The bridge",
            byline="A reporter",
            source_url="paper.example/bridge",
            deadline="2030-05-01T18:00",
            note="Handle with care.",
            sensitivity="sensitive",
        ),
    )
    draft = Draft.objects.get()
    assert answer.status_code == 303
    assert answer["Location"] == reverse("article-detail", args=[draft.article_id])
    article = draft.article
    assert (article.title, article.byline, article.desk, article.created_by) == (
        "The bridge",
        "A reporter",
        desk,
        editor,
    )
    assert article.source_url == "https://paper.example/bridge"
    assert article.deadline
    assert (article.note, article.sensitivity) == ("Handle with care.", "sensitive")
    assert draft.text == making.TEXT


def test_a_form_that_is_sent_twice_makes_one_article(desk: Desk, editor: User, login: making.Login) -> None:
    key = uuid4()
    first, again = (login(editor).post(URL, sent(desk, text=making.TEXT, key=key)) for _ in range(2))
    assert first["Location"] == again["Location"]
    assert Article.objects.count() == 1


def test_a_form_that_is_corrected_and_sent_again_stores_what_is_new(
    desk: Desk, editor: User, login: making.Login
) -> None:
    key = uuid4()
    login(editor).post(URL, sent(desk, key=key, file=[file("a.txt"), file("b.txt", b"")]))
    login(editor).post(URL, sent(desk, key=key, file=[file("b.txt", b"The tunnel opened in 1999.")]))
    assert Article.objects.count() == 2


def test_without_a_title_the_text_suggests_one(desk: Desk, editor: User, login: making.Login) -> None:
    login(editor).post(URL, sent(desk, text=f"The bridge of 1932\n\n{making.TEXT}"))
    assert Article.objects.get().title == "The bridge of 1932"


def test_it_is_handed_to_the_workers_once_it_is_stored(
    desk: Desk,
    editor: User,
    login: making.Login,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    published: list[int] = []
    monkeypatch.setattr(tasks, "enqueue_split", published.append)
    login(editor).post(URL, sent(desk, file=[file("a.txt"), file("b.txt")]))
    assert published == list(Draft.objects.order_by("pk").values_list("pk", flat=True))
    assert len(published) == 2


def test_several_files_become_one_article_each(desk: Desk, editor: User, login: making.Login) -> None:
    files = [file("one.txt", b"One bridge opened."), file("two.md", b"# Two\n\nIt closed.")]
    answer = login(editor).post(URL, sent(desk, file=files), follow=True)
    assert set(Article.objects.values_list("title", flat=True)) == {"One bridge opened.", "Two"}
    assert set(Upload.objects.values_list("name", flat=True)) == {"one.txt", "two.md"}
    assert "2 articles are uploaded" in answer.content.decode()


def test_a_web_page_says_itself_what_the_editor_leaves_out(desk: Desk, editor: User, login: making.Login) -> None:
    login(editor).post(URL, sent(desk, file=[file("bridge.html", WHOLE)]))
    article = Article.objects.get()
    assert (article.title, article.byline, article.source_url) == (
        "River bridge closed",
        "Anna Weber",
        "https://paper.example/bridge",
    )


def test_what_the_editor_says_of_a_web_page_stands(desk: Desk, editor: User, login: making.Login) -> None:
    said = {"title": "The bridge", "byline": "Staff", "source_url": "https://desk.example/1"}
    login(editor).post(URL, sent(desk, file=[file("bridge.html", WHOLE)], **said))
    article = Article.objects.get()
    assert {name: getattr(article, name) for name in said} == said


def test_a_web_page_without_an_article_is_refused_by_name(desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).post(URL, sent(desk, file=[file("empty.html", b"<html><body></body></html>")]))
    assert answer.status_code == 422
    assert "empty.html is a web page in which no article can be found." in answer.content.decode()
    assert nothing_is_stored()


def test_a_refused_file_is_named_and_the_others_go_on(desk: Desk, editor: User, login: making.Login) -> None:
    files = [file("good.txt", b"A bridge opened."), file("empty.txt", b""), file("picture.png", b"\x89PNG\x00")]
    answer = login(editor).post(URL, sent(desk, file=files))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "empty.txt is empty." in page
    assert "picture.png is none of the files that can be read here" in page
    assert "Uploaded and being read" in page
    assert "A bridge opened." in page
    assert [draft.upload.name for draft in Draft.objects.select_related("upload")] == ["good.txt"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "a.txt is empty."),
        (b" \n\n ", "a.txt holds no words."),
        (b"\x00\x01\x02\xff" * 50, "a.txt"),
        (b"x" * (MOST_UPLOAD_BYTES + 1024 * 1024), "a.txt has 6 MB; at most 5 MB can be read."),
        (b"x" * (2 * MOST_UPLOAD_BYTES), "a.txt has 10 MB; at most 5 MB can be read."),
    ],
    ids=["empty", "blank", "binary", "oversized", "larger than any memory of it"],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(
    data: bytes, sentence: str, desk: Desk, editor: User, login: making.Login
) -> None:
    answer = login(editor).post(URL, sent(desk, file=[file("a.txt", data)], title="Kept title", note="Kept note"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "Kept title" in page
    assert "Kept note" in page
    assert nothing_is_stored()


def test_more_at_once_than_memory_may_hold_is_refused_by_name(
    desk: Desk, editor: User, login: making.Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_AT_ONCE_BYTES", 100)
    files = [file("a.txt", b"A bridge opened. " * 4), file("b.txt", b"A road opened. " * 4), file("c.txt", b"Short.")]
    page = login(editor).post(URL, sent(desk, file=files)).content.decode()
    assert "b.txt would have made this more than" in page
    assert set(Upload.objects.values_list("name", flat=True)) == {"a.txt", "c.txt"}


def test_too_long_a_text_is_refused_and_kept(desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).post(URL, sent(desk, text="long " * 200_001))
    assert answer.status_code == 422
    assert "at most 200,000 can be read" in answer.content.decode()
    assert "long long long" in answer.content.decode()
    assert nothing_is_stored()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Paste a text, give an address, or choose a file."),
        ({"text": "  \n"}, "Paste a text, give an address, or choose a file."),
        ({"text": "Kept", "source_url": "not an address"}, "Enter a valid URL."),
        ({"text": "Kept", "deadline": "tomorrow"}, "Enter a valid date/time."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    fields: dict[str, str], sentence: str, desk: Desk, editor: User, login: making.Login
) -> None:
    answer = login(editor).post(URL, sent(desk, byline="Kept byline", **fields))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Kept byline" in answer.content.decode()
    assert nothing_is_stored()


def test_text_and_files_at_once_are_ambiguous(desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).post(URL, sent(desk, text="A bridge.", file=[file("a.txt")]))
    assert answer.status_code == 422
    assert "Paste a text, give an address, or choose files: one of these." in answer.content.decode()


def test_several_files_cannot_share_a_title(desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).post(URL, sent(desk, title="One title", file=[file("a.txt"), file("b.txt")]))
    assert answer.status_code == 422
    assert "Several files cannot share one title" in answer.content.decode()


def test_a_nul_is_refused_with_a_sentence(desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).post(URL, sent(desk, text="A bridge\x00 opened.", title="T\x00itle"))
    assert answer.status_code == 422
    assert "Null characters are not allowed." in answer.content.decode()


def test_it_cannot_be_put_on_a_desk_of_others(desk: Desk, other_desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).post(URL, sent(other_desk, text=making.TEXT))
    assert answer.status_code == 422
    assert "Choose one of the desks that you are an editor of." in answer.content.decode()
    assert nothing_is_stored()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_the_wrong_role_is_told_so(
    method: str, role: str, request: pytest.FixtureRequest, desk: Desk, login: making.Login
) -> None:
    answer: HttpResponse = getattr(login(request.getfixturevalue(role)), method)(URL, sent(desk, text=making.TEXT))
    assert answer.status_code == 403
    assert "Only editors can upload articles." in answer.content.decode()
    assert nothing_is_stored()


def test_a_wrong_method_is_refused(editor: User, login: making.Login) -> None:
    assert login(editor).put(URL).status_code == 405


def test_the_handler_forgets_what_is_too_large() -> None:
    handler = uploads.Bounded()
    handler.new_file("file", "a.txt", "text/plain", None)
    for _ in range(3):
        handler.receive_data_chunk(b"x" * MOST_UPLOAD_BYTES, 0)
    kept = handler.file_complete(3 * MOST_UPLOAD_BYTES)
    assert kept.size == 3 * MOST_UPLOAD_BYTES
    assert isinstance(kept.file, BytesIO)
    assert not kept.file.getvalue()
    assert handler.kept == 0


def test_more_than_the_server_takes_in_gets_a_page_that_says_so(desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).post(URL, sent(desk, text="x" * 7_000_000))
    assert answer.status_code == 400
    assert "larger than 6 MB" in answer.content.decode()
    assert nothing_is_stored()


def test_where_pages_are_not_fetched_no_address_is_asked_for(
    desk: Desk, editor: User, login: making.Login, settings: Any
) -> None:
    settings.FETCH_PAGES = False
    assert 'name="url"' not in login(editor).get(URL).content.decode()
    answer = login(editor).post(URL, sent(desk, url="https://paper.example/"))
    assert answer.status_code == 422
    assert "Paste a text, or choose a file." in answer.content.decode()


@pytest.mark.enable_socket
def test_an_address_is_fetched_and_is_the_source(
    desk: Desk, editor: User, login: making.Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "PUBLIC", LOOPBACK)
    with site() as web:
        web.answers["/bridge"] = Answer(WHOLE)
        assert login(editor).post(URL, sent(desk, url=web.url("/bridge"))).status_code == 303
        article = Article.objects.get()
        assert (article.title, article.byline) == ("River bridge closed", "Anna Weber")
        assert article.source_url == web.url("/bridge")
    upload = Upload.objects.get()
    assert (upload.name, bytes(upload.content)) == ("bridge.html", WHOLE)


@pytest.mark.enable_socket
def test_an_address_that_cannot_be_fetched_is_refused_and_stays(desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).post(URL, sent(desk, url="http://127.0.0.1/secret"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "127.0.0.1 is not on the public web, and the desk fetches from nowhere else." in page
    assert 'value="http://127.0.0.1/secret"' in page
    assert nothing_is_stored()


def test_files_of_a_form_that_is_refused_need_not_be_chosen_again(
    desk: Desk, editor: User, login: making.Login
) -> None:
    files = [file("one.txt", b"One bridge opened."), file("two.txt", b"Two closed.")]
    refused = login(editor).post(URL, sent(desk, file=files, deadline="tomorrow", key=uuid4()))
    page = refused.content.decode()
    assert refused.status_code == 422
    preview = Preview.objects.get()
    ticked = re.findall(r'name="held" value="(\d+)"[^>]* checked', page)
    assert len(ticked) == 2
    assert f'name="preview" value="{preview.pk}"' in page
    assert login(editor).post(URL, sent(desk, held=ticked[:1], preview=preview.pk)).status_code == 303
    assert bytes(Upload.objects.get().content) == b"One bridge opened."
