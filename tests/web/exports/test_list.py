from django.urls import reverse

from factcheck.models import Article, Claim, Desk, Membership, User
from factcheck.models.choices import Role, Status
from tests import making

URL = reverse("export-list")


def test_it_says_how_many_before_anything_is_downloaded(
    claim: Claim, reviewer: User, second_reviewer: User, reader: User, login: making.Login
) -> None:
    assert "2 of 2</strong> claims will be in the file" in login(reader).get(URL).content.decode()
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    page = login(reader).get(URL, {"status": "settled"}).content.decode()
    assert "1 of 2</strong>" in page
    assert f'formaction="{reverse("export-verdicts")}"' in page


def test_an_empty_one_says_why(claim: Claim, reader: User, login: making.Login) -> None:
    for query, why in (
        ({"status": "settled"}, "0 of 2: none settled."),
        ({"status": ["settled", "submitted"]}, "0 of 2: none settled or waiting to be signed off."),
        ({"since": "2020-01-01"}, "0 of 2: none with a verdict from these days."),
    ):
        assert why in login(reader).get(URL, query).content.decode()


def test_before_the_first_article_it_says_so(reader: User, login: making.Login) -> None:
    assert "0 of 0: no claims yet." in login(reader).get(URL).content.decode()


def test_htmx_gets_the_count_alone(claim: Claim, reader: User, login: making.Login) -> None:
    answer = login(reader).get(URL, headers={"HX-Request": "true", "HX-Target": "count"})
    assert answer.content.decode().strip().startswith('<div id="count"')


def test_what_is_wrong_is_said(claim: Claim, reader: User, login: making.Login) -> None:
    for query, sentence in (
        ({"since": "yesterday"}, "Enter a valid date."),
        ({"since": "2026-02-02", "until": "2026-01-01"}, "The last day is before the first."),
        ({"status": "lost"}, "is not one of the available choices"),
    ):
        answer = login(reader).get(URL, query)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()


def test_whoever_is_on_several_desks_can_choose_one(
    claim: Claim, other_desk: Desk, stranger: User, reader: User, login: making.Login
) -> None:
    Membership.objects.create(desk=other_desk, user=reader, role=Role.READER)
    making.article(other_desk, stranger, title="A match")
    assert "4 of 4" in login(reader).get(URL).content.decode()
    assert "2 of 2" in login(reader).get(URL, {"desk": "sport"}).content.decode()


def test_another_desks_member_sees_nothing_of_it(article: Article, stranger: User, login: making.Login) -> None:
    assert "The bridge" not in login(stranger).get(URL).content.decode()
    answer = login(stranger).get(URL, {"article": article.pk})
    assert answer.status_code == 422
    assert "Choose one of the articles listed." in answer.content.decode()
    assert login(stranger).get(URL, {"desk": "news"}).status_code == 422


def test_a_wrong_method_is_refused(reader: User, login: making.Login) -> None:
    assert login(reader).post(URL).status_code == 405
