from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Claim, Desk, User
from factcheck.models.choices import Status
from tests import making

URL = reverse("search")
HTMX = {"HX-Request": "true"}


def test_a_claim_is_found_with_its_verdict(
    claim: Claim, reviewer: User, second_reviewer: User, reader: User, login: making.Login
) -> None:
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    html = login(reader).get(URL, {"q": "unemployment"}).content.decode()
    for words in ("<mark>Unemployment</mark> fell", "Confirmed", "reviewer", "The bridge", "table says the same"):
        assert words in html


def test_what_is_found_is_escaped(claim: Claim, reader: User, login: making.Login) -> None:
    Claim.objects.filter(pk=claim.pk).update(text="<script>alert(1)</script> unemployment")
    html = login(reader).get(URL, {"q": "unemployment"}).content.decode()
    assert "<script>alert" not in html
    assert "<mark>unemployment</mark>" in html


def test_where_nothing_is_found_it_says_what_to_try(claim: Claim, reader: User, login: making.Login) -> None:
    assert "Nothing found" in login(reader).get(URL, {"q": "zeppelin"}).content.decode()
    assert "Nothing found" not in login(reader).get(URL).content.decode()


def test_it_takes_as_many_queries_for_many_as_for_one(
    article: Article,
    desk: Desk,
    editor: User,
    reader: User,
    login: making.Login,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(4):
        making.article(desk, editor, title=f"Another {number}")
    client = login(reader)
    with django_assert_max_num_queries(12):
        client.get(URL, {"q": "bridge"})


def test_another_desks_member_finds_nothing_of_it(claim: Claim, stranger: User, login: making.Login) -> None:
    assert "Unemployment fell" not in login(stranger).get(URL, {"q": "unemployment", "desk": "news"}).content.decode()


def test_a_mangled_address_shows_something_fair(claim: Claim, reader: User, login: making.Login) -> None:
    for query in ({"q": "x", "before": "y"}, {"q": "'\\<->"}, {"q": "x", "kind": "y", "status": "z"}):
        assert login(reader).get(URL, query).status_code == 200


def test_a_wrong_method_is_refused(reader: User, login: making.Login) -> None:
    assert login(reader).post(URL).status_code == 405


def test_the_card_offers_earlier_checks(
    claim: Claim, desk: Desk, editor: User, reviewer: User, second_reviewer: User, login: making.Login
) -> None:
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    again = making.at(making.article(desk, editor, title="Jobs").claims.get(number=1), Status.CHECKING, by=reviewer)
    seen = reverse("claim-seen-before", args=[again.pk])
    client = login(reviewer)
    assert f'href="{seen}" hx-get="{seen}"' in client.get(again.get_absolute_url()).content.decode()
    assert "<html" in client.get(seen).content.decode(), "a page without htmx"
    part = client.get(seen, headers=HTMX).content.decode()
    assert "<html" not in part
    assert "Seen before: 1 similar check<" in part
    answer = client.post(reverse("claim-reuse", args=[again.pk]), {"verdict": claim.verdicts.get().pk})
    assert answer["Location"] == again.get_absolute_url()
    card = client.get(again.get_absolute_url()).content.decode()
    assert f'name="reused_from" value="{claim.verdicts.get().pk}"' in card
    assert "table says the same" in card
    making.submit(again, reviewer, reused_from_id=claim.verdicts.get().pk)
    assert "began with the check of" in client.get(reverse("claim-detail", args=[again.pk])).content.decode()


def test_what_does_not_go_is_refused_with_a_sentence(claim: Claim, reviewer: User, login: making.Login) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    answer = login(reviewer).post(reverse("claim-reuse", args=[claim.pk]), {"verdict": "x"})
    assert answer.status_code == 403
    assert "not there any more" in answer.content.decode()
    assert login(reviewer).get(reverse("claim-reuse", args=[claim.pk])).status_code == 405
