"""A desk of 600,000 claims: the pages of the queue, the way through it, search, and what was seen before."""

import time
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.models import Article, Claim, Desk, User
from factcheck.templatetags.queue import along
from factcheck.workflow import queue, search
from factcheck.workflow.queue import Lane
from tests import making
from tests.bench.large_desk import SETTLED_DESK, WAITING_DESK, fill

CLAIMS = 600_000
PAGE_MS, MATCH_MS = 300, 50
TIMES = 5
LIVES = {"settled for the most part": SETTLED_DESK, "waiting for the most part": WAITING_DESK}


@pytest.fixture(params=LIVES)
def large(
    request: pytest.FixtureRequest, transactional_db: None, article: Article, reviewer: User, second_reviewer: User
) -> str:
    fill(article, reviewer, second_reviewer, claims=CLAIMS, lives=LIVES[request.param])
    return str(request.param)


def test_every_lane_and_filter_is_quick(
    large: str, desk: Desk, second_reviewer: User, login: making.Login, say: Callable[[str], None]
) -> None:
    client = login(second_reviewer)
    texts = Claim.objects.filter(desk=desk).order_by("-pk").values_list("text", flat=True)
    words = texts[100].split()
    filters: list[dict[str, Any]] = [
        {},
        {"kind": "schedule"},
        {"priority": 1},
        {"article": Article.objects.order_by("pk")[77].pk},
        {"assignee": second_reviewer.pk},
        {"words": max(words, key=len)},
        {"words": min(words, key=len)},
        {"due": "overdue"},
        {"due": "today"},
        {"due": "none"},
        {"worth": 0.999},
        {"kind": "causal", "worth": 0.9, "due": "week"},
    ]
    slowest = []
    for lane, asked in product(Lane, filters):
        query = {"lane": lane.value, **asked}
        taken = milliseconds(lambda query=query: page(client, query))  # type: ignore[misc]
        slowest.append((percentile(taken, 0.95), f"{lane} {asked or ''}"))
    every = [worst for worst, _ in slowest]
    say(
        f"{large}: {len(slowest)} lanes × filters, p50 {percentile(every, 0.5):.0f}, "
        f"p95 {percentile(every, 0.95):.0f} ms"
    )
    for taken_at_most, what in sorted(slowest, reverse=True)[:4]:
        say(f"{large}: slowest {taken_at_most:.0f} ms: {what}")
    assert percentile(every, 0.95) < PAGE_MS


def test_the_way_through_a_lane_and_what_was_seen_before_are_quick(
    large: str, desk: Desk, reviewer: User, login: making.Login, say: Callable[[str], None]
) -> None:
    some = list(Claim.objects.filter(desk=desk).select_related("article", "desk").order_by("-pk")[: CLAIMS // 2 : 5000])
    lane = queue.lane(desk, reviewer, Lane.UNASSIGNED)
    places = [once(lambda claim=claim: queue.place(lane, claim)) for claim in some]  # type: ignore[misc]
    matches = [once(lambda claim=claim: search.matches([desk.pk], claim.text)) for claim in some]  # type: ignore[misc]
    asked = [search.Asked(words=word) for claim in some[::6] for word in claim.text.split()[:3]]
    finds = [once(lambda one=one: search.find(reviewer, one)) for one in asked]  # type: ignore[misc]
    for name, taken in (("place", places), ("matches", matches), ("search", finds)):
        say(f"{large}: {name} p50 {percentile(taken, 0.5):.0f}, p95 {percentile(taken, 0.95):.0f} ms")
    opened = milliseconds(lambda: client_page(login(reviewer), some[3]))
    say(f"{large}: a claim opened from the queue, {percentile(opened, 0.5):.0f} ms")
    assert percentile(matches, 0.95) < MATCH_MS


def page(client: Client, query: dict[str, Any]) -> None:
    assert client.get(reverse("queue"), query).status_code == 200


def client_page(client: Client, claim: Claim) -> None:
    assert client.get(along(reverse("claim-detail", args=[claim.pk]), "lane=unassigned")).status_code == 200


def milliseconds(act: Callable[[], object]) -> list[float]:
    return [once(act) for _ in range(TIMES)]


def once(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


def percentile(taken: list[float], share: float) -> float:
    return sorted(taken)[min(int(len(taken) * share), len(taken) - 1)]
