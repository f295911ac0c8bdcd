"""The cleaned text before it is stored, with what was left out of it."""

import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factcheck.models import Article, Draft, Preview, User
from factcheck.models.choices import Status
from factcheck.web import preview_page
from factcheck.workflow import claims, fixing
from tests import making
from tests.intake.pages_of_pdf import SCAN, column, pdf
from tests.intake.test_html import FIRST, SECOND, page
from tests.web.previews.conftest import Held
from tests.web.previews.questions import Questions

MOST_QUERIES = 13


def shown(client: Any, preview: Preview) -> str:
    answer = client.get(reverse("preview-detail", args=[preview.pk]))
    assert answer.status_code == 200
    return str(answer.content.decode())


def plain(html: str) -> str:
    """With what is struck through in brackets."""
    return re.sub(r"<[^>]+>", "", re.sub(r'<span class="visually-hidden">[^<]*</span>', "", html))


class TestDetail(Questions):
    verb, method = "detail", "get"


def test_what_was_left_out_is_struck_through_in_its_place(
    page_preview: Preview, editor: User, login: making.Login
) -> None:
    html = shown(login(editor), page_preview)
    assert not Draft.objects.exists()
    assert FIRST in html
    for words in ("Most read", "Council votes on tax", "We use cookies to make this site better. Privacy policy"):
        assert re.search(rf"<del>.*?{words}.*?</del>", html)
    assert "66 words kept · 20 left out" in plain(html)
    assert html.index("Sport") < html.index(FIRST) < html.index("Most read")


def test_it_says_what_the_article_would_be(hold: Held, editor: User, login: making.Login) -> None:
    html = shown(
        login(editor), hold(text=f"River bridge closed\n\n{FIRST}\u200b", byline="Staff", deadline="2031-05-06T18:00")
    )
    assert "<h2>River bridge closed</h2>" in html
    assert "<dt>Byline</dt><dd>Staff</dd>" in html
    assert "<dt>Deadline</dt><dd>6 May 2031, 18:00</dd>" in html
    assert "nothing left out · 1 character that nobody can see taken out" in plain(html)
    assert "Store as an article" in html


@pytest.mark.parametrize(("typed", "shown_as"), [("", "3 May 2026"), ("2026-05-04", "4 May 2026")])
def test_a_new_article_takes_the_day_that_its_page_states_unless_one_is_typed(
    hold: Held, editor: User, login: making.Login, typed: str, shown_as: str
) -> None:
    stated = page(f"<p>{FIRST}</p><p>{SECOND}</p>", '<meta property="article:published_time" content="2026-05-03">')
    preview = hold(file=[SimpleUploadedFile("a.html", stated)], published_on=typed)
    html = shown(login(editor), preview)
    assert shown_as in html
    assert ("3 May 2026" in html) == (not typed)
    login(editor).post(reverse("preview-store", args=[preview.pk]))
    assert Article.objects.get().published_on == date.fromisoformat(typed or "2026-05-03")


def test_pages_that_could_not_be_read_are_named_before_and_after_it_is_stored(
    hold: Held, editor: User, login: making.Login
) -> None:
    scanned = pdf(column("One bridge opened in 1932."), [SCAN])
    preview = hold(file=[SimpleUploadedFile("a.pdf", scanned)])
    said = "Page 2 is a picture: nothing was read of it."
    assert said in shown(login(editor), preview)
    login(editor).post(reverse("preview-store", args=[preview.pk]))
    assert said in login(editor).get(reverse("article-detail", args=[Article.objects.get().pk])).content.decode()


def test_much_that_is_left_out_is_folded_away(
    hold: Held, editor: User, login: making.Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_page, "MOST_FOLDED", 5)
    menu = "".join(f"<li>Section {number}</li>" for number in range(8))
    article = f"<article><h1>River bridge closed</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    preview = hold(file=[SimpleUploadedFile("a.html", page(f"<nav><ul>{menu}</ul></nav>{article}"))])
    html = shown(login(editor), preview)
    assert "8 paragraphs left out</summary>" in html
    assert "And 3 more." in html
    assert "Section 4" in html
    assert "Section 5" not in html


def test_what_was_pasted_around_an_article_is_set_aside_and_stays(
    hold: Held, editor: User, login: making.Login
) -> None:
    around = "Log in\nWorld\nSport\nSubscribe\n"
    below = "Comments\nAbout us\nPrivacy policy\n"
    html = shown(login(editor), hold(text=f"{around}River bridge closed\n{FIRST}\n{SECOND}\n{below}"))
    assert "4 paragraphs set aside</summary>" in html
    assert "10 of them set aside as no part of the article · nothing left out" in plain(html)
    assert re.search(r'part-set-aside"><strong class="fate">Set aside</strong> About us', html)
    assert re.search(rf'part-kept">{re.escape(FIRST)}', html)


def test_several_files_are_shown_one_by_one_and_the_unreadable_named(
    hold: Held, editor: User, login: making.Login
) -> None:
    files = [("one.txt", b"One bridge opened."), ("empty.txt", b""), ("two.md", b"# Two\n\nIt closed.")]
    html = shown(login(editor), hold(file=[SimpleUploadedFile(*file) for file in files]))
    assert re.findall("<h2>(.*?)</h2>", html) == ["Not among them", "One bridge opened.", "Two"]
    assert "empty.txt is empty." in html
    assert "Store as 2 articles" in html


def test_of_a_next_draft_it_says_what_happens_to_the_claims(
    draft_preview: Preview, article: Article, editor: User, login: making.Login
) -> None:
    html = shown(login(editor), draft_preview)
    assert "1 kept · 1 to look at again" in html
    assert "This is what the words alone tell." in html
    assert "1 sentence changed · 1 sentence gone" in html
    assert re.search(r"To look at again</strong> <a [^>]*>2</a> The bridge opened in 1932", html)
    assert article.drafts.count() == 1


def test_a_claim_whose_sentence_is_gone_would_be_dropped(
    draft_preview: Preview, article: Article, editor: User, login: making.Login
) -> None:
    draft_preview.uploads.update(text=making.ATTRIBUTED)
    html = shown(login(editor), draft_preview)
    assert "1 kept · 1 gone" in html
    article.claims.filter(number=2).update(status=Status.DROPPED)
    assert "1 gone" not in shown(login(editor), draft_preview)


def test_a_claim_whose_accepted_words_stand_there_is_not_called_gone(
    draft_preview: Preview, article: Article, reviewer: User, second_reviewer: User, editor: User, login: making.Login
) -> None:
    """Though its sentence is: storing it would ask for another look, too."""
    claim = article.claims.get(number=2)
    claims.take(claim_id=claim.pk, by=reviewer, seen=claim.version)
    making.submit(claim, reviewer, said="", rating="confirmed-change-wording", suggested_fix="Traffic since 1933")
    making.sign_off(claim, second_reviewer)
    draft_preview.uploads.update(text=f"Traffic since 1933 was heavy, as many had hoped.\n\n{making.ATTRIBUTED}")
    assert "1 kept · 1 gone" in shown(login(editor), draft_preview)
    fixing.accept_fix(claim_id=claim.pk, by=editor, seen=making.fresh(claim).version)
    assert "1 kept · 1 to look at again" in shown(login(editor), draft_preview)


def test_what_is_stored_already_leads_on(page_preview: Preview, editor: User, login: making.Login) -> None:
    client = login(editor)
    client.post(reverse("preview-store", args=[page_preview.pk]))
    answer = client.get(reverse("preview-detail", args=[page_preview.pk]))
    assert answer.status_code == 302
    assert answer["Location"] == reverse("article-detail", args=[Article.objects.get().pk])


def test_an_article_takes_no_more_queries_for_many_files(hold: Held, editor: User, login: making.Login) -> None:
    client, counts = login(editor), []
    for number in (1, 5):
        preview = hold(file=[SimpleUploadedFile(f"{name}.txt", b"It rained.") for name in range(number)])
        with CaptureQueriesContext(connection) as queries:
            shown(client, preview)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_a_draft_takes_no_more_queries_for_many_claims(
    draft_preview: Preview, article: Article, editor: User, login: making.Login
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            shown(login(editor), draft_preview)
        return len(queries)

    few = asked()
    passage = article.claims.get(number=2).passage
    for number in range(3, 13):
        making.claim(passage, making.PLAIN, number=number)
    assert asked() == few <= MOST_QUERIES + 3
