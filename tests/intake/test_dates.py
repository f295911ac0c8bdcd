"""The day of publication that a page states, and none where it does not."""

from datetime import date

import pytest
from lxml.html import document_fromstring

from factcheck.intake.dates import published_on
from factcheck.intake.html import from_html

from .test_html import FIRST, SECOND, page

META = '<meta property="article:published_time" content="{}">'
LINKED = '<script type="application/ld+json">{}</script>'


def day(head: str, body: str = "") -> date | None:
    return published_on(document_fromstring(page(body, head)))


@pytest.mark.parametrize(
    "stated",
    [
        META.format("2026-05-03T23:30:00-07:00"),
        '<meta itemprop="datePublished" content="2026-05-03">',
        '<meta name="DC.date.issued" content=" 2026-05-03">',
        '<time itemprop="datePublished" datetime="2026-05-03 08:00">Sunday</time>',
        '<time pubdate datetime="2026-05-03">Sunday</time>',
        LINKED.format('{"@type": "NewsArticle", "datePublished": "2026-05-03T08:00:00Z"}'),
        LINKED.format('{"@graph": [{"@type": ["Thing", "Article"], "datePublished": "2026-05-03"}]}'),
        LINKED.format('[{"@type": "WebSite"}, {"@type": "BlogPosting", "datePublished": "2026-05-03"}]'),
    ],
)
def test_the_day_is_the_one_that_the_page_states(stated: str) -> None:
    assert day(stated) == date(2026, 5, 3)


@pytest.mark.parametrize(
    "unclear",
    [
        "",
        META.format("May 3, 2026"),
        META.format("2026-02-30"),
        META.format("2026-05-031"),
        '<meta property="article:modified_time" content="2026-05-03">',
        '<time datetime="2026-05-03">On Sunday</time>',
        LINKED.format('{"@type": "Event", "datePublished": "2026-05-03"}'),
        LINKED.format('{"@type": "Article", "datePublished": 2026}'),
        LINKED.format('{"@type": "Article", "datePublished": "2026-05-03"'),
        LINKED.format("[" * 100_000),
    ],
)
def test_what_is_not_stated_plainly_is_not_guessed(unclear: str) -> None:
    assert day(unclear, "<p>Published on 3 May 2026</p>") is None


def test_of_several_days_none_is_taken_unless_a_plainer_way_names_one() -> None:
    teasers = "".join(
        f'<time itemprop="datePublished" datetime="2026-05-0{number}">A day</time>' for number in range(1, 4)
    )
    assert day("", teasers) is None
    assert day(META.format("2026-05-02"), teasers) == date(2026, 5, 2)
    assert day('<meta name="date" content="2026-04-30">', teasers) == date(2026, 4, 30)


def test_it_comes_with_the_page() -> None:
    read = from_html(page(f"<p>{FIRST}</p><p>{SECOND}</p>", META.format("2026-05-03")), "page.html")
    assert read.published_on == date(2026, 5, 3)
