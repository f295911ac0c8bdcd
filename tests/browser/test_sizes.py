"""What stands too large, is squeezed or runs the wrong way: measured as the browser draws it."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Locator, Page

from factcheck.models import Article, Claim, Desk, User
from factcheck.models.choices import Notice, Reason, Status
from factcheck.workflow import notices
from tests import making
from tests.browser.conftest import Sit

ARABIC = "أغلقت الحكومة أربعين مستشفى."
ENDS = """words => {
  const stop = document.createRange();
  const text = words.querySelector(".plain, .hl").firstChild;
  stop.setStart(text, text.length - 1);
  stop.setEnd(text, text.length);
  return [stop.getBoundingClientRect().left, words.querySelector(".plain, .hl").getBoundingClientRect().left];
}"""


def height(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["height"]


def opened(sit: Sit, person: User, address: str, width: int) -> Page:
    page = sit(person, viewport={"width": width, "height": 900})
    page.goto(address)
    return page


def test_the_words_of_a_chart_are_as_large_as_those_of_the_page(sit: Sit, claim: Claim, reviewer: User) -> None:
    for width in (1440, 320):
        chart = opened(sit, reviewer, "/figures/", width).locator("svg.chart").first
        assert chart.evaluate("chart => chart.getScreenCTM().a") == 1


def test_a_row_of_the_queue_has_room_on_a_telephone(
    sit: Sit, claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    making.at(claim, Status.SUBMITTED, by=second_reviewer)
    Article.objects.update(deadline=timezone.now() + timedelta(hours=3))
    for width in (800, 320):
        page = opened(sit, reviewer, "/queue/?lane=to-sign-off", width)
        assert height(page.locator(".entry-due").first) < 2 * 20, "one line"


def test_the_bar_takes_one_line_of_a_tablet(sit: Sit, claim: Claim, reviewer: User, editor: User) -> None:
    notices.tell(Notice.ASSIGNED, claim, reviewer, by=editor)
    page = opened(sit, reviewer, "/articles/", 800)
    assert page.locator(".bell .number").is_visible()
    assert height(page.locator(".bar")) < 2 * 44


def test_a_text_that_runs_to_the_left_ends_at_the_left(sit: Sit, desk: Desk, editor: User) -> None:
    draft = making.unsplit(desk, editor, text=ARABIC)
    making.passage(draft, ARABIC, index=0, reason=Reason.OPINION)
    words = opened(sit, editor, f"/articles/{draft.article_id}/", 1440).locator(".words")
    stop, begins = words.evaluate(ENDS)
    assert stop == begins
