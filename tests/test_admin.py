"""The panel: every model is there, quick to list, and history cannot be written."""

import csv
import io
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from factcheck.admin.base import Kept, ReadOnly
from factcheck.models import (
    Article,
    Claim,
    ClaimEvent,
    Clearance,
    Correction,
    Desk,
    HeldUpload,
    LineAnswer,
    Membership,
    MembershipEvent,
    Notification,
    Preferences,
    Presence,
    Preview,
    SavedView,
    Unsent,
    User,
    Waiver,
)
from factcheck.models.choices import Priority, Role, Status
from factcheck.workflow import comments
from tests import making

PERSONAL: list[type[Model]] = [HeldUpload, Notification, Preferences, Presence, Preview, SavedView, Unsent]
MODELS = sorted(set(apps.get_app_config("factcheck").get_models()) - set(PERSONAL), key=lambda model: model.__name__)
KEPT = [model for model in MODELS if isinstance(admin.site.get_model_admin(model), Kept)]
MOST_QUERIES = 14  # session, person, page, count, filters


@pytest.fixture
def panel(client: Client, site_admin: User) -> Client:
    client.force_login(site_admin)
    return client


@pytest.fixture
def busy(desk: Desk, claim: Claim, reviewer: User, second_reviewer: User) -> Claim:
    """A desk on which something of every model has happened."""
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    comments.comment(claim_id=claim.pk, by=reviewer, key=uuid4(), body="Which May?")
    article, draft, by = claim.article, claim.draft, claim.article.created_by
    making.anchor(claim)
    Waiver.objects.create(claim=claim, blocker="Open", version=claim.version, reason="Told as a rumour.", by=by)
    LineAnswer.objects.create(article=article, words=making.OPINION, reason="opinion", by=by)
    withdrawn = {"withdrawn_by": by, "withdrawn_at": timezone.now(), "reason": "A typo."}
    Clearance.objects.create(article=article, draft=draft, by=by, **withdrawn)
    Correction.objects.create(article=article, what="1932, not 1923.", why="Two digits changed places.", by=by)
    return claim


@pytest.mark.parametrize("model", PERSONAL, ids=lambda model: model.__name__)
def test_what_belongs_to_one_person_is_not_here(model: type[Model]) -> None:
    assert not admin.site.is_registered(model)


def url(model: type[Model], page: str, *args: Any) -> str:
    return reverse(f"admin:factcheck_{model.__name__.lower()}_{page}", args=args)


def first(model: type[Model]) -> Model:
    row = model.objects.first()  # type: ignore[attr-defined]
    assert isinstance(row, model)
    return row


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_listed_searched_and_opened(model: type[Model], panel: Client, busy: Claim) -> None:
    row = first(model)
    for query in ({}, {"q": "may"}, {"q": "7"}):
        assert panel.get(url(model, "changelist"), query).status_code == 200
    assert panel.get(url(model, "change", row.pk)).status_code == 200
    page = admin.site.get_model_admin(model)
    assert page.search_fields
    assert page.list_filter


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_longer_list_takes_no_more_queries(
    model: type[Model], panel: Client, busy: Claim, desk: Desk, editor: User, reviewer: User, second_reviewer: User
) -> None:
    before = queries(panel, url(model, "changelist"))
    for number in range(3):
        another = making.article(desk, editor, title=f"Another {number}").claims.get(number=1)
        making.at(another, Status.SETTLED, by=reviewer, signer=second_reviewer)
        comments.comment(claim_id=another.pk, by=reviewer, key=uuid4(), body="And this?")
        making.member(making.desk(f"Desk-{number}"), f"person-{number}", Role.READER)
    assert queries(panel, url(model, "changelist")) == before <= MOST_QUERIES


def queries(panel: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert panel.get(address).status_code == 200
    return len(captured)


def test_what_the_database_keeps_cannot_be_deleted_or_made_here(panel: Client, busy: Claim) -> None:
    assert {model.__name__ for model in KEPT} >= {"Claim", "Draft", "Upload", "Verdict", "SignOff", "ClaimEvent"}
    for model in KEPT:
        assert panel.get(url(model, "add")).status_code == 403
        assert panel.post(url(model, "delete", first(model).pk), {"post": "yes"}).status_code == 403


READ_ONLY = [model for model in MODELS if isinstance(admin.site.get_model_admin(model), ReadOnly)]


@pytest.mark.parametrize("model", READ_ONLY, ids=lambda model: model.__name__)
def test_history_and_evidence_are_read_only(model: type[Model], panel: Client, busy: Claim) -> None:
    row = first(model)
    page = panel.get(url(model, "change", row.pk)).content.decode()
    assert 'name="_save"' not in page
    assert panel.post(url(model, "change", row.pk), {}).status_code == 403


def test_every_history_is_read_only() -> None:
    events = {model for model in MODELS if model.__name__.endswith("Event")}
    assert len(events) >= 13
    assert events <= set(READ_ONLY)


def test_a_change_made_here_carries_the_name_of_who_made_it(
    panel: Client, claim: Claim, site_admin: User, reviewer: User
) -> None:
    sent = {"kind": claim.kind, "priority": Priority.HIGH, "_save": "Save"}
    assert panel.post(url(Claim, "change", claim.pk), sent).status_code == 302
    event = ClaimEvent.objects.filter(pgh_obj=claim.pk).latest("pgh_id")
    assert (event.priority, event.version) == (Priority.HIGH, claim.version + 1)
    assert event.pgh_context["verb"] == "admin"
    assert event.pgh_context["by_name"] == "site-admin"


def test_a_membership_changed_on_the_desks_page_carries_it_too(panel: Client, desk: Desk, reviewer: User) -> None:
    row = Membership.objects.get(user=reviewer)
    page = panel.get(url(Desk, "change", desk.pk))
    form = page.context["adminform"].form
    sent = {name: form[name].value() or "" for name in form.fields} | {
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "1",
        "memberships-0-id": row.pk,
        "memberships-0-desk": desk.pk,
        "memberships-0-user": reviewer.pk,
        "memberships-0-role": Role.EDITOR,
    }
    assert panel.post(url(Desk, "change", desk.pk), sent).status_code == 302
    event = MembershipEvent.objects.filter(pgh_obj=row.pk).latest("pgh_id")
    assert (event.role, event.pgh_context["by_name"]) == (Role.EDITOR, "site-admin")


def test_only_what_was_changed_is_saved(panel: Client, article: Article) -> None:
    page = panel.get(url(Article, "change", article.pk))
    form = page.context["adminform"].form
    sent = {name: form[name].value() or "" for name in form.fields} | {"deadline_0": "", "deadline_1": ""}
    with CaptureQueriesContext(connection) as captured:
        panel.post(url(Article, "change", article.pk), sent | {"title": "The old bridge"})
    [update] = [query["sql"] for query in captured if 'UPDATE "factcheck_article"' in query["sql"]]
    assert "The old bridge" in update
    assert "note" not in update


def test_a_cleared_article_and_its_claims_are_only_looked_at(panel: Client, claim: Claim, editor: User) -> None:
    Clearance.objects.create(article=claim.article, draft=claim.draft, by=editor)
    for row in (claim, claim.article):
        address = url(type(row), "change", row.pk)
        assert 'name="_save"' not in panel.get(address).content.decode()
        assert panel.post(address, {"title": "The old bridge", "kind": "causal"}).status_code == 403


def test_the_selected_claims_are_exported(panel: Client, busy: Claim, article: Article) -> None:
    sent = {"action": "export_as_csv", "_selected_action": [busy.pk]}
    response = panel.post(url(Claim, "changelist"), sent)
    text = response.getvalue().decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    assert row["claim_id"] == str(busy.pk)
    assert response["Content-Disposition"] == 'attachment; filename="verdicts.csv"'


def test_their_citations_and_claimreviews_are_exported_too(panel: Client, busy: Claim) -> None:
    files = {"export_citations": "citations.csv", "export_claim_reviews": "claimreview.jsonld"}
    for action, name in files.items():
        response = panel.post(url(Claim, "changelist"), {"action": action, "_selected_action": [busy.pk]})
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response.getvalue()


def test_the_way_in_is_the_desks_own_log_in(client: Client, db: None) -> None:
    index = reverse("admin:index")
    assert client.get(index, follow=True).redirect_chain[-1][0] == reverse("account_login", query={"next": index})


def test_somebody_of_a_desk_is_told_that_this_is_not_for_them(login: making.Login, desk_admin: User) -> None:
    response = login(desk_admin).get(reverse("admin:index"), follow=True)
    assert response.status_code == 403
    assert "site administrators" in response.content.decode()
