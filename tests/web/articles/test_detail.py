"""The proof view: the whole text, its claims, and how far they are."""

import html
import re
from typing import Any

import pytest
from django.urls import reverse

from factcheck.models import Article, Claim, Desk, Draft, Job, Passage, User
from factcheck.models.choices import JobState, PassageKind, Reason, Status
from factcheck.text.cleaning import clean
from factcheck.workflow import claims
from tests import making
from tests.web.claims.questions import HTMX


def url(article: Article, query: str = "") -> str:
    return reverse("article-detail", args=[article.pk]) + query


def words_of(page: str) -> str:
    """The text of the page as it is read, without the numbers of claims and the remarks."""
    page = re.sub(r'<(a|span) class="(tag|remark)[ "].*?</\1>', "", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def test_it_is_open_to_readers(article: Article, reader: User, login: making.Login) -> None:
    assert login(reader).get(url(article)).status_code == 200


def test_it_does_not_exist_for_another_desk(article: Article, stranger: User, login: making.Login) -> None:
    assert login(stranger).get(url(article)).status_code == 404


def test_it_is_read_by_get_alone(article: Article, reader: User, login: making.Login) -> None:
    assert login(reader).post(url(article)).status_code == 405


def test_every_word_of_the_text_is_there(article: Article, reader: User, login: making.Login) -> None:
    page = words_of(login(reader).get(url(article)).content.decode())
    for sentence in (making.ATTRIBUTED, making.PLAIN, making.OPINION):
        assert sentence in page


def test_what_was_remarked_about_the_text_stands_above_it(article: Article, reader: User, login: making.Login) -> None:
    Draft.objects.update(remark="This text does not look like English.")
    page = login(reader).get(url(article)).content.decode()
    assert page.index("This text does not look like English.") < page.index('class="proof"')


def test_a_line_without_a_claim_says_why(article: Article, reader: User, login: making.Login) -> None:
    page = login(reader).get(url(article)).content.decode()
    assert "(opinion: not checkable)" in page
    assert "Every line read: 1 of 3 sentences" in page


def test_reported_words_that_cannot_be_checked_name_their_speakers(
    article: Article, reader: User, login: making.Login
) -> None:
    chain = [{"who": "a senior lawmaker", "cue": "said", "to": "the tabloid"}]
    Passage.objects.filter(reason=Reason.OPINION).update(reason=Reason.PREDICTION, reported=[chain])
    page = login(reader).get(url(article)).content.decode()
    assert "(prediction said by a senior lawmaker → the tabloid: not checkable)" in page


def test_furniture_is_shown_as_such_and_not_numbered(article: Article, reader: User, login: making.Login) -> None:
    Passage.objects.filter(reason=Reason.OPINION).update(kind=PassageKind.BOILERPLATE, reason=Reason.NOT_A_SENTENCE)
    page = login(reader).get(url(article)).content.decode()
    assert "(boilerplate)" in page
    assert "of 2 sentences" in page


def test_overlapping_claims_share_their_words(article: Article, reader: User, login: making.Login) -> None:
    first = article.claims.get(number=1)
    making.claim(first.passage, "four per cent in May", number=3)
    page = login(reader).get(url(article)).content.decode()
    both = re.search(
        r'data-claim="1"[^>]*><span class="hl lane-1[^>]*data-claim="3"[^>]*>four per cent in May</span>', page
    )
    assert both
    assert making.ATTRIBUTED in words_of(page)


class TestChoosing:
    def test_the_address_names_the_claim(self, article: Article, reader: User, login: making.Login) -> None:
        page = login(reader).get(url(article, "?claim=2")).content.decode()
        assert 'data-claim-number="2"' in page
        assert set(re.findall(r'data-claim="(\d)" ?(?:aria-label="[^"]*" ?)?aria-current', page)) == {"2"}

    def test_without_one_it_is_the_first_open(
        self, article: Article, claim: Claim, reviewer: User, login: making.Login
    ) -> None:
        making.at(claim, Status.CHECKING, by=reviewer)
        assert 'data-claim-number="2"' in login(reviewer).get(url(article)).content.decode()

    @pytest.mark.parametrize("number", ["3", "x", "-1", "9" * 30, "²"])
    def test_a_claim_that_is_not_there_is_not_found(
        self, number: str, article: Article, reader: User, login: making.Login
    ) -> None:
        assert login(reader).get(url(article, f"?claim={number}")).status_code == 404

    def test_htmx_is_sent_the_card_alone(self, article: Article, reader: User, login: making.Login) -> None:
        answer = login(reader).get(url(article, "?claim=2"), headers=HTMX | {"HX-Target": "card"})
        assert answer.content.decode().strip().startswith('<article id="card"')
        assert {"HX-Request", "HX-Target"} <= set(answer["Vary"].split(", "))

    def test_htmx_that_wants_another_part_is_sent_the_page(
        self, article: Article, reader: User, login: making.Login
    ) -> None:
        assert "<html" in login(reader).get(url(article), headers=HTMX | {"HX-Target": "main"}).content.decode()

    def test_going_back_restores_the_whole_page(self, article: Article, reader: User, login: making.Login) -> None:
        headers = HTMX | {"HX-Target": "card", "HX-History-Restore-Request": "true"}
        assert "<html" in login(reader).get(url(article, "?claim=2"), headers=headers).content.decode()


class TestButtons:
    def test_what_is_refused_is_drawn_with_its_sentence(
        self, article: Article, reader: User, login: making.Login
    ) -> None:
        page = login(reader).get(url(article)).content.decode()
        button = re.search(r'<button[^>]*aria-disabled="true"[^>]*aria-describedby="why-take"', page)
        assert button
        assert 'role="tooltip">Only reviewers and editors of this desk can do this.' in page
        assert 'action="/claims/' not in page

    def test_was_it_said_is_asked_where_somebody_said_it(
        self, article: Article, reviewer: User, login: making.Login
    ) -> None:
        for claim in article.claims.all():
            claims.take(claim_id=claim.pk, by=reviewer, seen=claim.version)
        client = login(reviewer)
        assert "<legend>Was it said?" in client.get(url(article, "?claim=1")).content.decode()
        assert "<legend>Was it said?" not in client.get(url(article, "?claim=2")).content.decode()

    def test_an_answer_comes_with_mark_word_meaning_and_key(
        self, article: Article, claim: Claim, reviewer: User, login: making.Login
    ) -> None:
        making.at(claim, Status.CHECKING, by=reviewer)
        page = login(reviewer).get(url(article, "?claim=1")).content.decode()
        answer = re.search(r'<label class="answer tone-bad" data-key="r">.*?</label>', page, re.DOTALL)
        assert answer
        for part in ("✕", "Wrong", "The evidence contradicts it.", "<kbd"):
            assert part in answer[0]


class TestBeforeItIsSplit:
    @pytest.fixture
    def draft(self, desk: Desk, editor: User) -> Draft:
        return making.unsplit(desk, editor)

    def test_it_shows_the_text_and_how_far_it_is(self, draft: Draft, reader: User, login: making.Login) -> None:
        page = login(reader).get(url(draft.article)).content.decode()
        assert making.OPINION in page
        assert 'id="progress"' in page

    def test_a_failure_says_why_and_keeps_the_text(self, draft: Draft, reader: User, login: making.Login) -> None:
        Job.objects.update(state=JobState.FAILED, error="The text is too tangled.")
        page = login(reader).get(url(draft.article)).content.decode()
        assert "The text is too tangled." in page
        assert making.OPINION in page

    def test_an_article_without_a_claim_says_so(self, draft: Draft, reader: User, login: making.Login) -> None:
        making.passage(draft, making.OPINION, index=0, reason=Reason.OPINION)
        Job.objects.update(state=JobState.DONE)
        page = login(reader).get(url(draft.article)).content.decode()
        assert "Nothing to check" in page


QUERIES = 34
QUERIES_OF_A_VERB = 33


@pytest.mark.parametrize("more", [0, 60])
def test_it_takes_the_same_queries_for_one_claim_as_for_many(
    more: int, article: Article, reviewer: User, login: making.Login, django_assert_num_queries: Any
) -> None:
    first = article.claims.get(number=1)
    for number in range(3, 3 + more):
        making.claim(first.passage, making.PLAIN, number=number)
    making.at(first, Status.SUBMITTED, by=reviewer)
    client = login(reviewer)
    with django_assert_num_queries(QUERIES):
        client.get(url(article, "?claim=1"))


@pytest.mark.parametrize("more", [0, 60])
def test_so_does_the_answer_to_a_verb(
    more: int, article: Article, reviewer: User, login: making.Login, django_assert_num_queries: Any
) -> None:
    first = article.claims.get(number=1)
    for number in range(3, 3 + more):
        making.claim(first.passage, making.PLAIN, number=number)
    client = login(reviewer)
    with django_assert_num_queries(QUERIES_OF_A_VERB):
        client.post(reverse("claim-take", args=[first.pk]), {"seen": first.version}, headers=HTMX)


def test_a_signal_that_left_the_catalogue_is_named_all_the_same(
    article: Article, reader: User, login: making.Login
) -> None:
    signals = [{"name": "figure", "words": "four", "weight": 0.9}, {"name": "astrology", "words": "", "weight": -0.1}]
    Claim.objects.filter(article=article).update(signals=signals)
    page = login(reader).get(url(article)).content.decode()
    assert "It gives a number." in page
    assert "Astrology" in page


def test_a_line_runs_as_long_as_the_text_says(desk: Desk, editor: User, reader: User, login: making.Login) -> None:
    text = clean("“Déjà vu” cost €5 & more <b>than</b> 𝟓 million, he said.")
    draft = making.unsplit(desk, editor, text=text)
    passage = making.passage(draft, text, index=0)
    making.claim(passage, "more <b>than</b>", number=1)
    Job.objects.update(state=JobState.DONE)
    page = login(reader).get(url(draft.article)).content.decode()
    assert ">more &lt;b&gt;than&lt;/b&gt;</span>" in page
    assert "<b>" not in page
