from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Claim, Desk, Job, Membership, User
from factcheck.models.choices import JobState, Role, Status
from factcheck.workflow import articles, verdicts
from factcheck.workflow.articles import Sort
from tests import making

URL = reverse("article-list")
QUERIES = 10  # session, person, keys, news, their desks (2), articles, counts, who works on them, their names


def test_it_shows_each_article_with_its_state_and_bar(
    article: Article, claim: Claim, reviewer: User, second_reviewer: User, reader: User, login: making.Login
) -> None:
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    making.at(article.claims.get(number=2), Status.CHECKING, by=second_reviewer)
    Article.objects.update(deadline=timezone.now() + timedelta(hours=2))
    page = login(reader).get(URL).content.decode()
    for words in ("The bridge", "In review", "1 of 2 settled", "1 checking", "second-reviewer", "due"):
        assert words in page


def test_it_takes_as_many_queries_for_many_as_for_one(
    article: Article,
    claim: Claim,
    desk: Desk,
    editor: User,
    reviewer: User,
    login: making.Login,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    client = login(editor)
    with django_assert_num_queries(QUERIES):
        client.get(URL)
    for number in range(5):
        another = making.article(desk, editor, title=f"Another {number}")
        making.at(another.claims.get(number=1), Status.CHECKING, by=reviewer)
    with django_assert_num_queries(QUERIES):
        client.get(URL)


def test_the_states_are_those_of_the_proof(
    desk: Desk, editor: User, reviewer: User, second_reviewer: User, login: making.Login
) -> None:
    waiting = making.unsplit(desk, editor, title="Waiting")
    failed = making.unsplit(desk, editor, title="Failing")
    Job.objects.filter(draft=failed).update(state=JobState.FAILED, error="It did not work.")
    making.article(desk, editor, title="Reviewing")
    for title, rating in (("Finished", "confirmed"), ("Blocked", "wrong")):
        done = making.article(desk, editor, title=title)
        for claim in done.claims.all():
            making.at(claim, Status.CHECKING, by=reviewer)
            making.submit(claim, reviewer, rating=rating)
            verdicts.sign_off(claim_id=claim.pk, by=second_reviewer, seen=making.fresh(claim).version)

    shown = {row.article.title: row.state for row in articles.page(editor, articles.Filter()).rows}
    assert shown == {
        waiting.article.title: "processing",
        "Failing": "failed",
        "Reviewing": "in-review",
        "Finished": "ready",
        "Blocked": "in-review",
    }
    for title, state in shown.items():
        page = login(editor).get(URL, {"state": state}).content.decode()
        assert f">{title}</a>" in page
    assert ">Reviewing</a>" not in login(editor).get(URL, {"state": "ready"}).content.decode()


def test_it_is_searched_by_title(desk: Desk, editor: User, login: making.Login) -> None:
    making.article(desk, editor, title="The old bridge")
    making.article(desk, editor, title="A new road")
    page = login(editor).get(URL, {"q": "bridge OLD"}).content.decode()
    assert "The old bridge" in page
    assert "A new road" not in page
    assert "No article matches" in login(editor).get(URL, {"q": "tunnel"}).content.decode()


def test_it_is_filtered_by_desk(
    article: Article, other_desk: Desk, stranger: User, editor: User, login: making.Login
) -> None:
    Membership.objects.create(desk=other_desk, user=editor, role=Role.READER)
    making.article(other_desk, stranger, title="A match")
    both = login(editor).get(URL).content.decode()
    assert "The bridge" in both
    assert "A match" in both
    one = login(editor).get(URL, {"desk": other_desk.slug}).content.decode()
    assert "The bridge</a>" not in one
    assert "A match" in one


def test_it_is_paged_by_key_newest_first(desk: Desk, editor: User) -> None:
    made = [making.unsplit(desk, editor, title=f"Article {number}").article for number in range(5)]
    assert paged(editor, Sort.NEWEST) == made[::-1]


def test_it_is_sorted_by_deadline_and_by_title(desk: Desk, editor: User, login: making.Login) -> None:
    titles = {"Late": 3, "Never": None, "Also never": None, "Soon": 1, "Same time": 1}
    now = timezone.now()
    for title, hours in titles.items():
        row = making.unsplit(desk, editor, title=title).article
        Article.objects.filter(pk=row.pk).update(deadline=now + timedelta(hours=hours) if hours else None)
    assert [row.title for row in paged(editor, Sort.DUE)] == ["Same time", "Soon", "Late", "Also never", "Never"]
    assert [row.title for row in paged(editor, Sort.TITLE)] == ["Also never", "Late", "Never", "Same time", "Soon"]
    page = login(editor).get(URL, {"sort": "due"}).content.decode()
    assert page.index(">Same time</a>") < page.index(">Late</a>") < page.index(">Never</a>")
    assert '<option value="due" selected>' in page


def paged(user: User, sort: Sort) -> list[Article]:
    """All of them, two a page."""
    seen, after = [], None
    for _ in range(3):
        page = articles.page(user, articles.Filter(sort=sort), after, size=2)
        seen += [row.article for row in page.rows]
        after = page.after
    assert after is None
    return seen


def test_it_fills_in_while_articles_are_read_and_then_rests(desk: Desk, editor: User, login: making.Login) -> None:
    making.article(desk, editor)
    assert "every 3s" not in login(editor).get(URL).content.decode()
    making.unsplit(desk, editor, title="Being read")
    page = login(editor).get(URL, {"q": "read"}).content.decode()
    assert 'hx-get="/articles/?q=read" hx-trigger="every 3s"' in page


def test_the_next_page_keeps_the_filter(
    desk: Desk, editor: User, login: making.Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles.page, "__defaults__", (None, 1))
    for number in range(2):
        making.unsplit(desk, editor, title=f"Article {number}")
    page = login(editor).get(URL, {"q": "article"}).content.decode()
    older = Article.objects.latest("pk").pk
    assert f"?q=article&amp;after={older}" in page
    assert "Article 0" in login(editor).get(URL, {"q": "article", "after": str(older)}).content.decode()


@pytest.mark.parametrize("after", ["x", "-1", "9" * 30, "1;drop"])
def test_a_mangled_address_shows_the_first_page(
    after: str, article: Article, editor: User, login: making.Login
) -> None:
    assert "The bridge" in login(editor).get(URL, {"after": after}).content.decode()


def test_htmx_gets_the_rows_alone(article: Article, editor: User, login: making.Login) -> None:
    page = login(editor).get(URL, headers={"HX-Request": "true", "HX-Target": "rows"}).content.decode()
    assert page.strip().startswith('<div id="rows"')
    assert "<html" not in page


def test_an_empty_list_says_what_to_do(editor: User, reader: User, login: making.Login) -> None:
    assert "Paste the first one" in login(editor).get(URL).content.decode()
    assert "An editor of your desk uploads them" in login(reader).get(URL).content.decode()
    assert "not on a desk yet" in login(User.objects.create_user("nobody")).get(URL).content.decode()


def test_only_editors_are_offered_to_upload(
    article: Article, editor: User, reviewer: User, login: making.Login
) -> None:
    assert reverse("article-new") in login(editor).get(URL).content.decode()
    assert reverse("article-new") not in login(reviewer).get(URL).content.decode()


def test_a_title_is_text_and_not_markup(desk: Desk, editor: User, login: making.Login) -> None:
    making.unsplit(desk, editor, title="<script>alert(1)</script>")
    page = login(editor).get(URL).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_another_desks_member_sees_nothing_of_it(article: Article, stranger: User, login: making.Login) -> None:
    assert "The bridge" not in login(stranger).get(URL).content.decode()
    assert "The bridge" not in login(stranger).get(URL, {"desk": "news"}).content.decode()


def test_a_wrong_method_is_refused(editor: User, login: making.Login) -> None:
    assert login(editor).post(URL).status_code == 405


def test_the_front_page_leads_to_the_articles(editor: User, login: making.Login) -> None:
    assert login(editor).get(reverse("home")).url == URL  # type: ignore[attr-defined]
