"""What changed between two drafts."""

import html
import re

import pytest
from django.urls import reverse

from factcheck.models import Article, User
from tests import making
from tests.redrafting import redraft

TEXT = "Unemployment fell to five per cent in May, the minister said. It rained.\n\nIt was a wonderful day."


@pytest.fixture
def page(article: Article, editor: User) -> str:
    redraft(article, editor, TEXT)
    return reverse("article-changes", args=[article.pk])


def words_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def test_words_that_changed_are_marked_in_words_too(page: str, reader: User, login: making.Login) -> None:
    shown = login(reader).get(page).content.decode()
    assert re.search(r"<del>.*four.*</del><ins>.*five.*</ins>", shown)
    assert "fell to [deleted: four][inserted: five] per cent" in words_of(shown)


def test_each_sentence_says_what_became_of_it(page: str, reader: User, login: making.Login) -> None:
    shown = words_of(login(reader).get(page).content.decode())
    assert "1 sentence changed · 1 sentence gone · 1 sentence new" in shown
    assert "New [inserted: It rained.]" in shown
    assert "Gone [deleted: The bridge opened in 1932.]" in shown


def test_two_drafts_can_be_chosen(page: str, article: Article, editor: User, login: making.Login) -> None:
    redraft(article, editor, f"{TEXT} More.")
    shown = words_of(login(editor).get(f"{page}?from=2&to=3").content.decode())
    assert "1 sentence new" in shown
    assert "[inserted: More.]" in shown
    assert "2 sentences unchanged" in shown, "what stays is left out"


def test_one_draft_has_nothing_to_compare(article: Article, reader: User, login: making.Login) -> None:
    shown = login(reader).get(reverse("article-changes", args=[article.pk])).content.decode()
    assert "There is only this draft to compare." in shown


@pytest.mark.parametrize("query", ["?from=9", "?to=x", "?from=1&to=9"])
def test_a_draft_that_is_not_there_is_not_found(query: str, page: str, reader: User, login: making.Login) -> None:
    assert login(reader).get(page + query).status_code == 404


def test_it_does_not_exist_for_another_desk(page: str, stranger: User, login: making.Login) -> None:
    assert login(stranger).get(page).status_code == 404
