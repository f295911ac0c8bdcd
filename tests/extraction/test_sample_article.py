"""What the extraction must say of the sample article."""

from pathlib import Path

import pytest

from factcheck.extraction.pipeline import extract
from factcheck.extraction.records import Extraction, Passage
from tests.extraction.reading import claim_starting, speakers

SEED = Path(__file__).parents[2] / "seeds" / "000_65e93feecc888cc5.txt"


@pytest.fixture(scope="module")
def article() -> Extraction:
    return extract(SEED.read_text())


def passage(article: Extraction, words: str) -> Passage:
    return next(found for found in article.passages if words in found.span.of(article.text))


def test_the_share_that_hit_is_a_statistic_of_the_services_told_by_fallon(article: Extraction) -> None:
    claim = claim_starting(article, "only five per cent")
    assert claim.text == "only five per cent of Russian air strikes had attacked the IS group"
    assert claim.kind == "statistic"
    inner, outer = claim.attribution
    assert (inner.who, inner.cue) == ("British intelligence services", "observed")
    assert (outer.who, outer.cue, outer.to) == ("Fallon", "told", "the tabloid")


def test_the_share_that_hit_ranks_near_the_top(article: Extraction) -> None:
    worth = sorted((claim.checkworthiness for claim in article.candidates), reverse=True)
    assert claim_starting(article, "only five per cent").checkworthiness >= worth[1]


def test_most_strikes_killed_civilians_says_the_same_chain(article: Extraction) -> None:
    claim = claim_starting(article, "most")
    assert claim.text == "most Russian air strikes were “killing civilians” and Free Syrian forces fighting Assad"
    assert claim.added == ("Russian air strikes were",)
    assert speakers(claim.attribution) == ["British intelligence services", "Fallon"]


def test_buttons_are_boilerplate(article: Extraction) -> None:
    buttons = [found for found in article.passages if found.span.of(article.text) in {"Share", "Advertisement"}]
    assert [found.kind for found in buttons] == ["boilerplate"] * 3


def test_the_agency_is_a_credit_and_what_follows_a_caption(article: Extraction) -> None:
    credit = passage(article, "Uncredited/AP")
    assert (credit.kind, credit.span.of(article.text)) == ("credit", "Uncredited/AP")
    assert passage(article, "A bomb explosion is seen").kind == "caption"


def test_the_last_line_is_a_fragment(article: Extraction) -> None:
    last = article.passages[-1]
    assert (last.kind, last.reason) == ("fragment", "not-a-sentence")


def test_the_headline_is_a_headline_and_the_title(article: Extraction) -> None:
    assert passage(article, "Russia Destroys").kind == "headline"
    assert article.title == "Russia Destroys Islamic State Command Center in Syria"


def test_a_recipe_for_disaster_is_an_opinion(article: Extraction) -> None:
    assert passage(article, "a recipe for disaster").reason == "opinion"


def test_how_long_the_campaign_will_last_is_a_lawmakers_prediction(article: Extraction) -> None:
    number = next(n for n, p in enumerate(article.passages) if "three to four months" in p.span.of(article.text))
    assert article.passages[number].reason == "prediction"
    said = next(reported for reported in article.reported if reported.passage == number)
    assert speakers(said.attribution) == ["a Putin ally and senior lawmaker"]


def test_the_monitor_speaks_by_an_inverted_cue(article: Extraction) -> None:
    claim = claim_starting(article, "The Russian air strikes hit")
    assert claim.text == "The Russian air strikes hit the district of Jabal al-Zawiya"
    assert claim.added == ("Russian",)
    assert [(link.who, link.cue) for link in claim.attribution] == [("the Britain-based monitor", "said")]


def test_the_odd_quotation_marks_do_not_hide_who_speaks(article: Extraction) -> None:
    number = next(n for n, p in enumerate(article.passages) if "further escalation" in p.span.of(article.text))
    said = next(reported for reported in article.reported if reported.passage == number)
    assert speakers(said.attribution) == ["seven countries including the United States, Turkey and Saudi Arabia"]


def test_an_office_behind_the_name_belongs_to_the_speaker(article: Extraction) -> None:
    number = next(n for n, p in enumerate(article.passages) if "incompatible" in p.span.of(article.text))
    (link,) = next(reported for reported in article.reported if reported.passage == number).attribution
    assert (link.who, link.role) == ("Philip Hammond, the UK Foreign Secretary", "the UK Foreign Secretary")


def test_talks_that_are_due_are_scheduled_and_checkable(article: Extraction) -> None:
    assert claim_starting(article, "Putin is due to hold talks").kind == "schedule"


def test_what_moscow_calls_the_targets_is_moscows_claim(article: Extraction) -> None:
    claim = next(claim for claim in article.candidates if "ISIS positions" in claim.text)
    assert speakers(claim.attribution) == ["Moscow"]
