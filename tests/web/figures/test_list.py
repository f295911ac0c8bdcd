import csv
import io

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Claim, Desk, User
from factcheck.models.choices import Status
from factcheck.web import charts
from tests import making

URL = reverse("figure-list")


def test_each_figure_has_a_drawing_with_a_title_and_a_table(
    claim: Claim, reviewer: User, reader: User, login: making.Login
) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    html = login(reader).get(URL).content.decode()
    for name in ("verdicts", "open", "time"):
        assert f'aria-labelledby="{name}-title {name}-desc"' in html
        assert f'<title id="{name}-title">' in html
        assert f'href="{reverse(f"figure-{name}")}"' in html
    assert html.count("<table") == 3
    assert "style=" not in html


def test_an_empty_one_says_why(desk: Desk, reader: User, login: making.Login) -> None:
    html = login(reader).get(URL, {"period": "7"}).content.decode()
    for why in ("No verdict was given", "No claim waits", "No claim got its first verdict", "No second verdict"):
        assert why in html


def test_whoever_is_on_no_desk_is_told_so(db: None, login: making.Login) -> None:
    assert "not on a desk yet" in login(User.objects.create_user("nobody")).get(URL).content.decode()


def test_it_takes_as_many_queries_for_many_as_for_one(
    article: Article,
    desk: Desk,
    editor: User,
    reader: User,
    login: making.Login,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(3):
        making.article(desk, editor, title=f"Another {number}")
    client = login(reader)
    with django_assert_max_num_queries(11):  # session, person, keys, notices, desks (2), what is kept, the figures
        client.get(URL)


def test_what_takes_long_to_count_is_kept_for_a_while_and_says_so(
    claim: Claim, reviewer: User, reader: User, login: making.Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(charts, "SLOW_SECONDS", 0)
    client, file = login(reader), reverse("figure-verdicts")
    making.at(claim, Status.SUBMITTED, by=reviewer)
    counted = client.get(file).content
    assert b"As of " in client.get(URL).content
    making.at(Claim.objects.exclude(pk=claim.pk)[0], Status.SUBMITTED, by=reviewer)
    assert client.get(file).content == counted


def test_what_is_counted_at_once_is_always_new(claim: Claim, reviewer: User, reader: User, login: making.Login) -> None:
    before = login(reader).get(reverse("figure-verdicts")).content
    making.at(claim, Status.SUBMITTED, by=reviewer)
    assert login(reader).get(reverse("figure-verdicts")).content != before
    assert b"As of " not in login(reader).get(URL).content


def test_another_desks_member_sees_nothing_of_it(claim: Claim, stranger: User, login: making.Login) -> None:
    assert login(stranger).get(URL, {"desk": "news"}).status_code == 404
    assert login(stranger).get(reverse("figure-open"), {"desk": "news"}).status_code == 404
    assert "No claim waits" in login(stranger).get(URL).content.decode()


def test_a_file_holds_the_table(claim: Claim, reviewer: User, reader: User, login: making.Login) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    answer = login(reader).get(reverse("figure-open"), {"period": "7"})
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert rows[:2] == [["Age", "Claims", "Of high priority"], ["Today", "2", "0"]]


def test_an_empty_file_says_why(desk: Desk, reader: User, login: making.Login) -> None:
    text = login(reader).get(reverse("figure-agreement")).content.decode("utf-8-sig")
    assert "No second verdict was given in this time." in text


def test_a_mangled_address_shows_something_fair(claim: Claim, reader: User, login: making.Login) -> None:
    assert login(reader).get(URL, {"period": "x", "kind": "y"}).status_code == 200


def test_a_wrong_method_is_refused(reader: User, login: making.Login) -> None:
    assert login(reader).post(URL).status_code == 405
    assert login(reader).post(reverse("figure-time")).status_code == 405
