import pytest
from django.urls import reverse

from factcheck import ingest
from factcheck.models import Article, Desk, User
from tests import making

MARKUP = b"<script>alert(1)</script> The bridge opened in 1932.\r\n"


def url(article: Article) -> str:
    return reverse("article-original", args=[article.pk])


def test_it_is_the_upload_byte_for_byte_and_never_shown(desk: Desk, editor: User, login: making.Login) -> None:
    draft = ingest.upload(desk=desk, by=editor, name="brücke.txt", data=MARKUP)
    answer = login(editor).get(url(draft.article))
    assert answer.content == MARKUP
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''br%C3%BCcke.txt"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_pasted_text_has_a_name_too(desk: Desk, editor: User, login: making.Login) -> None:
    draft = ingest.paste(desk=desk, by=editor, text="The bridge opened in 1932.")
    assert login(editor).get(url(draft.article))["Content-Disposition"] == 'attachment; filename="pasted text.txt"'


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_the_wrong_role_is_told_so(
    role: str, request: pytest.FixtureRequest, article: Article, login: making.Login
) -> None:
    answer = login(request.getfixturevalue(role)).get(url(article))
    assert answer.status_code == 403
    assert "Only editors of this desk can download the original." in answer.content.decode()


def test_a_wrong_method_is_refused(article: Article, editor: User, login: making.Login) -> None:
    assert login(editor).post(url(article)).status_code == 405


def test_another_desks_editor_finds_nothing(article: Article, stranger: User, login: making.Login) -> None:
    assert login(stranger).get(url(article)).status_code == 404
