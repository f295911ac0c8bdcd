"""Who may go where: every route × every role. A route that is not in the table fails the test."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from factcheck.models import Claim, Desk, User
from factcheck.models.choices import Role, Status
from factcheck.workflow import comments
from factcheck.workflow.citations import File
from factcheck.workflow.permissions import PEOPLE
from tests import making

ROLES = ["anonymous", "stranger", "reader", "reviewer", "editor", "desk-admin", "site-admin"]
LEVEL = {"reader": Role.READER, "reviewer": Role.REVIEWER, "editor": Role.EDITOR, "desk-admin": Role.ADMIN}
# Of those who are not on the desk, what they are on their own; the site administrator is on none.
ELSEWHERE = {"stranger": Role.EDITOR, "site-admin": Role.READER}


@dataclass(frozen=True)
class Route:
    """`of` names the object that the address is made of; a route without one shows each desk its own."""

    method: str
    who: Role
    of: str = ""


ACCESS = {
    "home": Route("get", Role.READER),
    "article-list": Route("get", Role.READER),
    "article-new": Route("get", Role.EDITOR),
    "article-preview": Route("post", Role.EDITOR),
    "article-detail": Route("get", Role.READER, "article"),
    "article-describe": Route("get", Role.EDITOR, "article"),
    "article-new-draft": Route("get", Role.EDITOR, "article"),
    "article-preview-draft": Route("post", Role.EDITOR, "article"),
    "article-changes": Route("get", Role.READER, "article"),
    "article-clear": Route("post", Role.EDITOR, "article"),
    "article-reopen": Route("post", Role.EDITOR, "article"),
    "article-correct": Route("post", Role.EDITOR, "article"),
    "article-fixes": Route("get", Role.READER, "article"),
    "article-redline": Route("get", Role.READER, "article"),
    "article-apply-fixes": Route("post", Role.EDITOR, "article"),
    "article-printed": Route("get", Role.READER, "article"),
    "article-corrections": Route("get", Role.READER, "article"),
    "article-progress": Route("get", Role.READER, "article"),
    "article-pulse": Route("get", Role.READER, "article"),
    "article-original": Route("get", Role.EDITOR, "article"),
    "article-add-claim": Route("get", Role.REVIEWER, "article"),
    "article-retry": Route("post", Role.EDITOR, "article"),
    "line-read": Route("get", Role.REVIEWER, "line"),
    "line-waive": Route("post", Role.EDITOR, "line"),
    "claim-detail": Route("get", Role.READER, "claim"),
    "claim-take": Route("post", Role.REVIEWER, "claim"),
    "claim-assign": Route("post", Role.EDITOR, "claim"),
    "claim-release": Route("post", Role.REVIEWER, "claim"),
    "claim-dismiss": Route("post", Role.REVIEWER, "claim"),
    "claim-restore": Route("post", Role.REVIEWER, "claim"),
    "claim-submit": Route("post", Role.REVIEWER, "claim"),
    "claim-sign-off": Route("post", Role.REVIEWER, "claim"),
    "claim-send-back": Route("post", Role.REVIEWER, "claim"),
    "claim-second": Route("post", Role.REVIEWER, "claim"),
    "claim-adjudicate": Route("post", Role.EDITOR, "claim"),
    "claim-confirm": Route("post", Role.REVIEWER, "claim"),
    "claim-reopen": Route("post", Role.EDITOR, "claim"),
    "claim-edit": Route("post", Role.REVIEWER, "claim"),
    "claim-split": Route("post", Role.REVIEWER, "claim"),
    "claim-merge": Route("post", Role.REVIEWER, "claim"),
    "claim-change-kind": Route("post", Role.REVIEWER, "claim"),
    "claim-correct-chain": Route("post", Role.REVIEWER, "claim"),
    "claim-prioritise": Route("post", Role.EDITOR, "claim"),
    "claim-fix": Route("get", Role.READER, "claim"),
    "claim-accept-fix": Route("post", Role.EDITOR, "claim"),
    "claim-decline-fix": Route("post", Role.EDITOR, "claim"),
    "claim-waive": Route("post", Role.EDITOR, "claim"),
    "claim-cite": Route("post", Role.REVIEWER, "claim"),
    "citation-uncite": Route("post", Role.REVIEWER, "citation"),
    "citation-attachment": Route("get", Role.READER, "citation"),
    "claim-comment": Route("post", Role.REVIEWER, "claim"),
    "comment-resolve": Route("post", Role.REVIEWER, "comment"),
    "unsent": Route("post", Role.READER),
    "notification-list": Route("get", Role.READER),
    "notification-read-all": Route("post", Role.READER),
    "notification-follow": Route("post", Role.READER),
    "notification-read": Route("post", Role.READER),
    "claim-seen-before": Route("get", Role.READER, "claim"),
    "claim-reuse": Route("post", Role.REVIEWER, "claim"),
    "search": Route("get", Role.READER),
    "queue": Route("get", Role.READER),
    "queue-take-next": Route("post", Role.REVIEWER, "desk"),
    "queue-preview": Route("post", Role.EDITOR, "desk"),
    "queue-apply": Route("post", Role.EDITOR, "desk"),
    "view-save": Route("post", Role.READER, "desk"),
    "desk-list": Route("get", Role.ADMIN),
    "desk-detail": Route("get", Role.ADMIN, "desk"),
    "desk-add-member": Route("post", Role.ADMIN, "desk"),
    "desk-set-rules": Route("post", Role.ADMIN, "desk"),
    "desk-choose-scale": Route("post", Role.ADMIN, "desk"),
    "desk-write-scale": Route("get", Role.ADMIN, "desk"),
    "membership-change-role": Route("post", Role.ADMIN, "membership"),
    "membership-remove": Route("get", Role.ADMIN, "membership"),
    "figure-list": Route("get", Role.READER),
    "figure-verdicts": Route("get", Role.READER),
    "figure-open": Route("get", Role.READER),
    "figure-time": Route("get", Role.READER),
    "figure-agreement": Route("get", Role.READER),
    "export-list": Route("get", Role.READER),
    "export-verdicts": Route("get", Role.READER),
    "export-citations": Route("get", Role.READER),
    "export-claim-reviews": Route("get", Role.READER),
    "preferences": Route("get", Role.READER),
    "preferences-choose-notices": Route("post", Role.READER),
    "preferences-choose-keys": Route("post", Role.READER),
    "preferences-reset-keys": Route("post", Role.READER),
    "account_change_password": Route("get", Role.READER),
}
# What is one person's alone; their tests ask who reaches it.
OWN = {"view-rename", "view-delete", "preview-detail", "preview-store", "preview-discard"}
# Reached before one is known, or on the way out.
OPEN = {
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}


def routes(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[tuple[str, str]]:
    """Namespace and name of every route there is."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, namespace or pattern.namespace or "")
        else:
            yield namespace, pattern.name or str(pattern.pattern)


@pytest.fixture
def places(claim: Claim, reviewer: User) -> dict[str, int | str]:
    return one_of_each(claim, reviewer)


def one_of_each(claim: Claim, reviewer: User) -> dict[str, int | str]:
    """One of each object on the desk, by what `Route.of` calls it."""
    making.at(claim, Status.CHECKING, by=reviewer)
    note = comments.comment(claim_id=claim.pk, by=reviewer, key=uuid4(), body="Which table?")
    return {
        "article": claim.article_id,
        "claim": claim.pk,
        "line": claim.draft.passages.get(index=2).pk,
        "citation": making.cite(claim, reviewer, attachment=File("table.pdf", b"%PDF-1.7")).pk,
        "comment": note.pk,
        "desk": claim.desk.slug,
        "membership": reviewer.memberships.get().pk,
    }


@pytest.fixture
def person(role: str, desk: Desk, stranger: User, site_admin: User) -> User | None:
    match role:
        case "anonymous":
            return None
        case "stranger":
            return stranger
        case "site-admin":
            return site_admin
        case _:
            return making.member(desk, f"a {role}", LEVEL[role])


def test_every_route_is_in_the_table() -> None:
    known = {*ACCESS, *OPEN, *OWN}
    found = {name for namespace, name in routes(get_resolver().url_patterns) if namespace != "admin"}
    assert found == known


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ACCESS)
def test_a_route_lets_in_whom_the_table_names_and_nobody_else(
    name: str, role: str, person: User | None, places: dict[str, int | str], client: Client
) -> None:
    route = ACCESS[name]
    url = reverse(name, args=[places[route.of]] if route.of else [])
    if person:
        client.force_login(person)
    answer = getattr(client, route.method)(url)
    assert "no-store" in answer["Cache-Control"], "unpublished text stays out of every cache"

    if role == "anonymous":
        assert answer.status_code == 302
        assert answer.url.startswith(reverse("account_login")), "closed by default"
    elif role in {"stranger", "site-admin"} and route.of:
        assert answer.status_code == 404, "what is another desk's does not exist"
    elif (LEVEL | ELSEWHERE)[role] < route.who:
        assert answer.status_code == 403
        assert "Only " in answer.content.decode(), "with the sentence"
    else:
        assert answer.status_code != 404 or role == "site-admin", "on no desk, there is no figure of one"
        assert answer.status_code != 403 or f"Only {PEOPLE[route.who]}" not in answer.content.decode()


@pytest.mark.parametrize("role", [role for role in ROLES if role not in {"anonymous", "site-admin"}])
def test_the_admin_is_for_site_administrators(role: str, person: User, client: Client) -> None:
    client.force_login(person)
    for namespace, name in routes(get_resolver().url_patterns):
        if namespace == "admin" and name.endswith(("_changelist", "_add", "index")):
            assert client.get(reverse(f"admin:{name}")).status_code in {302, 403}, name


def test_nobody_reaches_the_admin_unknown(client: Client, db: None) -> None:
    answer = client.get(reverse("admin:index"), follow=True)
    assert answer.redirect_chain[-1][0].startswith(reverse("account_login"))
