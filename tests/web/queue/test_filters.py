"""Filters, views, the way through a filtered lane, and acts on many claims."""

from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from factcheck.models import Article, Claim, Desk, SavedView, User
from factcheck.models.choices import ClaimKind, Status
from tests import making
from tests.workflow.test_verdicts import run_together

URL = reverse("queue")


def url(name: str, desk: Desk) -> str:
    return reverse(name, args=[desk.slug])


@pytest.mark.parametrize(
    ("query", "chip", "shown"),
    [
        ({"kind": "event"}, "Kind: Event", "The bridge opened"),
        ({"words": "bridges"}, "Words: “bridges”", "The bridge opened"),
        ({"worth": "0.8"}, "Check-worthiness: at least 0.8", "Unemployment fell"),
        ({"priority": "2", "kind": "statistic"}, "Priority: Normal", "Unemployment fell"),
        ({"due": "none", "kind": "event"}, "Deadline: No deadline", "The bridge opened"),
    ],
)
def test_a_filter_narrows_the_lane_and_says_so(
    query: dict[str, str], chip: str, shown: str, article: Article, reader: User, login: making.Login
) -> None:
    html = login(reader).get(URL, {"lane": "unassigned", **query}).content.decode()
    assert chip in html
    assert "1 matches" in html
    assert "Clear filters" in html
    assert shown in html
    assert ("Unemployment fell" in html) + ("The bridge opened" in html) == 1


def test_the_name_of_another_desks_article_is_not_told(article: Article, stranger: User, login: making.Login) -> None:
    html = login(stranger).get(URL, {"lane": "unassigned", "article": str(article.pk)}).content.decode()
    assert "Article: unknown" in html
    assert "The bridge" not in html


@pytest.mark.parametrize("query", [{"kind": "x"}, {"worth": "nan"}, {"article": "9" * 30}, {"due": "then"}])
def test_a_mangled_filter_is_none(query: dict[str, str], claim: Claim, reader: User, login: making.Login) -> None:
    html = login(reader).get(URL, {"lane": "unassigned", **query}).content.decode()
    assert "Clear filters" not in html
    assert "Unemployment fell" in html


def test_the_card_says_where_one_is_and_leads_on(
    article: Article, claim: Claim, reader: User, login: making.Login
) -> None:
    came_from = quote("lane=unassigned&priority=2")
    for page in (claim.get_absolute_url() + "&", reverse("claim-detail", args=[claim.pk]) + "?"):
        html = login(reader).get(f"{page}from={came_from}").content.decode()
        assert "1 of 2 in “Unassigned”" in html
        assert "Next claim of the queue" in html
        assert "Previous claim of the queue" not in html
        assert "from=lane%3Dunassigned%26priority%3D2" in html


def test_a_claim_that_left_the_lane_still_leads_on(
    article: Article, claim: Claim, reviewer: User, login: making.Login
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    html = login(reviewer).get(f"{claim.get_absolute_url()}&from=lane%3Dunassigned").content.decode()
    assert "1 left in “Unassigned”" in html
    assert "Next claim of the queue" in html


def test_the_next_one_is_taken_and_opened(article: Article, desk: Desk, reviewer: User, login: making.Login) -> None:
    answer = login(reviewer).post(url("queue-take-next", desk), {"query": "lane=unassigned&kind=event"})
    taken = Claim.objects.get(assignee=reviewer)
    assert taken.kind == ClaimKind.EVENT
    assert answer["Location"].startswith(taken.get_absolute_url())
    assert "from=lane%3Dunassigned%26kind%3Devent" in answer["Location"]
    empty = login(reviewer).post(url("queue-take-next", desk), {"query": "kind=event"}, follow=True)
    assert "Nothing is left to take here" in empty.content.decode()


def test_pressed_twice_one_is_taken(article: Article, desk: Desk, reviewer: User, login: making.Login) -> None:
    page = login(reviewer).get(reverse("queue"), {"lane": "unassigned"}).content.decode()
    assert 'name="held" value="0"' in page
    goes = [login(reviewer).post(url("queue-take-next", desk), {"held": 0})["Location"] for _ in range(2)]
    assert goes[0] == goes[1]
    assert Claim.objects.filter(assignee=reviewer).count() == 1
    login(reviewer).post(url("queue-take-next", desk), {"held": 1})
    assert Claim.objects.filter(assignee=reviewer).count() == 2


@pytest.mark.django_db(transaction=True)
def test_pressed_twice_at_once_one_is_taken(article: Article, desk: Desk, reviewer: User) -> None:
    def press() -> None:
        client = Client()
        client.force_login(reviewer)
        client.post(url("queue-take-next", desk), {"held": 0})
        connection.close()

    run_together(press, press)
    assert Claim.objects.filter(assignee=reviewer).count() == 1


def test_an_act_on_many_is_shown_before_it_is_done(
    article: Article, claim: Claim, desk: Desk, editor: User, reviewer: User, login: making.Login
) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    both = {"claim": [one.pk for one in article.claims.all()], "deed": "assign", "to": reviewer.pk}
    html = login(editor).post(url("queue-preview", desk), both).content.decode()
    assert "1</strong> claim will change: <strong>assigned to reviewer</strong>." in html
    assert "a verdict waits here to be signed off" in html
    assert Claim.objects.filter(status=Status.CHECKING).count() == 0
    two = article.claims.get(number=2)
    sent = {"deed": "assign", "to": reviewer.pk, "seen": f"{two.pk}:1", "query": "lane=unassigned"}
    for _ in range(2):
        answer = login(editor).post(url("queue-apply", desk), sent, follow=True)
        assert "1 claim changed." in answer.content.decode()
    assert making.fresh(two).version == 2, "sent twice, done once"


def test_all_that_match_can_be_meant(article: Article, desk: Desk, editor: User, login: making.Login) -> None:
    sent = {"all": "on", "query": "lane=unassigned&kind=event", "deed": "prioritise", "priority": 3}
    html = login(editor).post(url("queue-preview", desk), sent).content.decode()
    assert "1</strong> claim will change: <strong>high priority</strong>." in html
    assert f'name="seen" value="{article.claims.get(number=2).pk}:1"' in html


def test_of_dismissing_many_the_reason_is_shown_and_nothing_that_was_chosen_beside(
    article: Article, desk: Desk, editor: User, reviewer: User, login: making.Login
) -> None:
    sent = {"all": "on", "query": "lane=unassigned", "deed": "dismiss", "reason": "trivial", "to": reviewer.pk}
    html = login(editor).post(url("queue-preview", desk), sent | {"note": "Known to all."}).content.decode()
    outcome = "dismissed, “Common knowledge, not worth checking”, “Known to all.”"
    assert f"2</strong> claims will change: <strong>{outcome}</strong>." in html
    assert "assigned to" not in html


def test_what_is_missing_is_said_and_nothing_chosen_is_lost(
    claim: Claim, desk: Desk, editor: User, login: making.Login
) -> None:
    sent = {"claim": claim.pk, "deed": "dismiss", "reason": "other", "note": ""}
    answer = login(editor).post(url("queue-preview", desk), sent)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Say in a few words why" in html
    assert f'name="claim" value="{claim.pk}"' in html
    assert '<option value="other" selected>' in html


def test_what_changed_meanwhile_is_named(
    claim: Claim, desk: Desk, editor: User, reviewer: User, login: making.Login
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    sent = {"deed": "prioritise", "priority": 3, "seen": f"{claim.pk}:1"}
    html = login(editor).post(url("queue-apply", desk), sent).content.decode()
    assert "Somebody changed it meanwhile" in html


def test_only_editors_change_many(claim: Claim, desk: Desk, reviewer: User, login: making.Login) -> None:
    assert "Change many" not in login(reviewer).get(URL).content.decode()
    for name in ("queue-preview", "queue-apply"):
        answer = login(reviewer).post(url(name, desk), {"claim": claim.pk})
        assert answer.status_code == 403
        assert "Only editors of this desk can change many claims at once." in answer.content.decode()


def test_a_view_is_saved_opened_renamed_and_deleted(
    article: Article, desk: Desk, reader: User, login: making.Login
) -> None:
    client = login(reader)
    client.post(url("view-save", desk), {"name": " Dates  due ", "query": "lane=unassigned&kind=event&evil=1"})
    view = SavedView.objects.get()
    assert (view.user, view.name, view.query) == (reader, "Dates due", "lane=unassigned&kind=event")
    assert f'{view.query.replace("&", "&amp;")}">Dates due</a>' in client.get(URL).content.decode()
    client.post(reverse("view-rename", args=[view.pk]), {"name": "Dates"})
    assert SavedView.objects.get().name == "Dates"
    client.post(reverse("view-delete", args=[view.pk]))
    assert not SavedView.objects.exists()


def test_a_view_needs_a_name_of_its_own(desk: Desk, reader: User, login: making.Login) -> None:
    client = login(reader)
    answer = client.post(url("view-save", desk), {"name": " "})
    assert answer.status_code == 422
    assert "Give the view a name." in answer.content.decode()
    for name in ("One", "Two"):
        client.post(url("view-save", desk), {"name": name, "query": "lane=mine"})
    answer = client.post(reverse("view-rename", args=[SavedView.objects.get(name="Two").pk]), {"name": "One"})
    assert "Another of your views is called “One”." in answer.content.decode()


def test_a_view_is_its_owners_alone(desk: Desk, reader: User, reviewer: User, login: making.Login) -> None:
    login(reader).post(url("view-save", desk), {"name": "Mine", "query": "lane=mine"})
    view = SavedView.objects.get()
    assert "Mine</a>" not in login(reviewer).get(URL).content.decode()
    for name in ("view-rename", "view-delete"):
        assert login(reviewer).post(reverse(name, args=[view.pk]), {"name": "x"}).status_code == 404
        assert login(reader).get(reverse(name, args=[view.pk])).status_code == 405
    assert SavedView.objects.get().name == "Mine"
