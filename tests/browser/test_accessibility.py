"""Every page under axe, in light, in dark and at 320 px; nothing is cut off at the side, and Tab reaches everything."""

from typing import Any
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from factcheck import ingest
from factcheck.models import Article, Claim, Desk, User
from tests import making
from tests.browser.conftest import Sit
from tests.web.test_access import ACCESS, one_of_each

GRAVE = {"serious", "critical"}
OLDER = f"<nav>\n\n[Menu](/)\n\n[World](/)\n\n</nav>\n\n*{making.ATTRIBUTED}* {making.PLAIN}"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
PANELS = ["edit", "split", "merge", "change-kind", "correct-chain", "prioritise"]
OPEN_ALL = """() => {
    document.querySelectorAll("details").forEach((each) => { each.name = ""; each.open = true; });
}"""
REACHED = """() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const shown = [element, element.closest("label, .answer")].some(
        (each) => each && getComputedStyle(each).outlineStyle !== "none");
    const name = element.id || element.textContent.trim().slice(0, 30);
    return [element.tagName, name, shown || style.boxShadow !== "none"];
}"""


@pytest.fixture
def pages(claim: Claim, reviewer: User, desk_admin: User) -> list[str]:
    """The address of every page that a desk admin can open, as the table of access has them."""
    places = one_of_each(claim, reviewer)
    client = Client()
    client.force_login(desk_admin)
    addresses = [
        reverse(name, args=[places[route.of]] if route.of else [])
        for name, route in ACCESS.items()
        if route.method == "get"
    ]
    addresses += [_preview(desk_admin, claim.article, OLDER.replace("1932", "1933")), _preview(desk_admin, None, OLDER)]
    addresses += [reverse(f"claim-{verb}", args=[claim.article.claims.get(number=2).pk]) for verb in PANELS]
    found = [address for address in addresses if b"<html" in _head(client, address)]
    assert len(found) > 10
    return found


def _preview(by: User, article: Article | None, markdown: str) -> str:
    """Of a text with something in it that is left out."""
    handed = ingest.file("bridge.md", markdown.encode())
    desk = Desk.objects.get(memberships__user=by)
    held = ingest.hold([handed], by=by, desk=desk, article=article, seen=1, key=uuid4(), words={}, refused=["No."])
    return reverse("preview-detail", args=[held.pk])


def _head(client: Client, address: str) -> bytes:
    answer: Any = client.get(address, follow=True)
    return b"" if answer.streaming else bytes(answer.content[:200])


def grave(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in GRAVE]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 320), ("dark", 320)], ids=str)
def test_axe_finds_nothing_grave_on_any_page(
    scheme: str, width: int, pages: list[str], sit: Sit, desk_admin: User
) -> None:
    page = sit(desk_admin, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    found = {}
    for address in pages:
        page.goto(address)
        page.evaluate(OPEN_ALL)
        found[address] = grave(page)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found[address].append(("cut off at the side", str(width)))
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_no_page_is_cut_off_by_the_longest_of_words(
    pages: list[str], sit: Sit, desk_admin: User, reviewer: User, article: Article, claim: Claim
) -> None:
    Article.objects.update(title=LONG, byline=LONG, note=LONG)
    Claim.objects.update(text=LONG, machine_text=LONG)
    claim.links.update(who=LONG, role=LONG)
    making.cite(claim, reviewer, title=LONG, quote=LONG, publisher=LONG)
    making.submit(claim, reviewer, rationale=LONG, suggested_fix=LONG)
    page = sit(desk_admin, viewport={"width": 320, "height": 900})
    wide = []
    for address in pages:
        page.goto(address)
        page.evaluate(OPEN_ALL)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(address)
    assert wide == [], wide


def test_everything_is_reached_by_tab_and_seen(sit: Sit, claim: Claim, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    unseen, reached = [], set()
    for _ in range(120):
        page.keyboard.press("Tab")
        tag, name, shown = page.evaluate(REACHED)
        if tag == "BODY":
            break
        reached.add(name)
        if not shown:
            unseen.append((tag, name))
    assert unseen == []
    assert len(reached) > 20
