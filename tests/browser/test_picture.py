"""README's picture of the proof view: `pytest tests/browser/test_picture.py --picture -n0` takes it anew.

It shows the sample article as the desk reads it, some of its claims further on than others, one card open.
"""

from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import expect

from factcheck import ingest
from factcheck.ingest import splitting
from factcheck.management.commands.seed import SAMPLE
from factcheck.models import Article, Claim, Desk, User
from factcheck.models.choices import Said, Status
from factcheck.workflow import claims
from tests import making
from tests.browser.conftest import Sit

PICTURE = Path(settings.BASE_DIR) / "static" / "img" / "proof.png"
MOST_BYTES = 300_000


@pytest.fixture
def sample(request: pytest.FixtureRequest, desk: Desk, editor: User) -> Article:
    if not request.config.getoption("--picture", default=False):
        pytest.skip("takes README's picture; --picture does it")
    draft = ingest.upload(desk=desk, by=editor, name=SAMPLE.name, data=SAMPLE.read_bytes())
    splitting.split(draft.pk)
    return draft.article


@pytest.fixture
def far_on(sample: Article, reviewer: User, second_reviewer: User) -> Claim:
    """Claims in most of the states, and one that is being checked, which stands on the card."""
    by_number = {claim.number: claim for claim in sample.claims.all()}
    for number, rating in {1: "confirmed", 2: "confirmed-change-wording", 5: "wrong"}.items():
        judge(by_number[number], reviewer, rating)
        making.sign_off(by_number[number], second_reviewer)
    judge(by_number[4], second_reviewer, "confirmed")
    making.at(by_number[7], Status.CHECKING, by=second_reviewer)
    making.at(by_number[8], Status.DISMISSED, by=reviewer)
    chosen = making.at(by_number[3], Status.CHECKING, by=reviewer)
    making.cite(
        chosen,
        reviewer,
        title="Strikes by target, 30 September to 2 October",
        publisher="Statistics office",
        locator="table 3",
        quote="Of 160 strikes, 8 hit the group.",
    )
    return chosen


def judge(claim: Claim, by: User, rating: str) -> None:
    claims.take(claim_id=claim.pk, by=by, seen=claim.version)
    making.submit(claim, by, rating=rating, said=Said.FAIR if claim.links.exists() else "")


def test_the_picture_is_taken(sit: Sit, far_on: Claim, reviewer: User) -> None:
    page = sit(reviewer, viewport={"width": 1440, "height": 900}, color_scheme="light")
    page.goto(far_on.get_absolute_url())
    expect(page.locator("#seen-before")).not_to_have_text("Seen before?")
    expect(page.locator(".hl[aria-current]").first).to_be_in_viewport()
    page.screenshot(path=PICTURE, caret="initial")
    assert PICTURE.stat().st_size < MOST_BYTES
