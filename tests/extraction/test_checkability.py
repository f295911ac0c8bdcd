from typing import get_args

import pytest

from factcheck.extraction.checkability.reasons import SENTENCES
from factcheck.extraction.records import Reason
from tests.extraction.reading import claims, reason


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("question", "Did the army take the town on Friday?"),
        ("instruction", "Please send the army to the town."),
        ("instruction", "The minister urged the governments to work together quickly."),
        ("intention", "“We’re not going to co-operate with the campaign,” the minister said."),
        ("intention", "The minister said he will leave the party."),
        ("prediction", "The campaign will last for four months."),
        ("prediction", "Yields are expected to fall by 2050."),
        ("prediction", "A cleanup would improve the yields of farms."),
        ("opinion", "“That’s a recipe for disaster,” the minister said."),
        ("opinion", "I think the plan was copied from Finland."),
        ("opinion", "The government should close the road."),
        ("opinion", "The strikes would be useless without the army."),
        ("opinion", "The strikes are incompatible with the peace."),
        ("opinion", "Had it happened later it would have been much worse."),
        ("opinion", "Their march shows the courage of the young."),
        ("opinion", "The team represents our hopes."),
        ("prediction", "The future of the port is very uncertain."),
        ("definition", "The term refugee stands for a person who fled."),
        ("vague", "It is what it is."),
    ],
)
def test_what_cannot_be_checked_says_why(expected: str, text: str) -> None:
    assert reason(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army took the town on Friday.",
        "Only five per cent of the strikes hit the group.",
        "The summit is scheduled to take place in Mexico City.",
        "The summit will open on Monday in Mexico City.",
        "Putin is due to hold talks in the French capital.",
        "The organization plans to hold the contest every year.",
        "8000 migrants may be at sea in the region.",
        "The minister said nobody had looked at the reports.",
    ],
)
def test_what_has_happened_or_is_announced_can_be_checked(text: str) -> None:
    assert reason(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman would not say more.",
        "The minister would not be drawn on the date.",
        "The firm won’t discuss the accident.",
        "The ministry will not say how many died.",
        "The mayor declined to comment.",
        "The fishermen would often walk to the next village.",
        "As a boy, the king would swim in the lake.",
        "The town would later become the capital.",
        "In 1932 Weber would become mayor.",
        "Cats will often sleep sixteen hours a day.",
    ],
)
def test_a_refusal_a_habit_and_what_came_later_are_no_predictions(text: str) -> None:
    assert reason(text) is None
    assert reason(f"“Nobody was hurt,” the mayor said. {text}") is None


@pytest.mark.parametrize(
    "text",
    [
        "The river will not rise again.",
        "The road would not be finished before winter.",
        "The plan would often fail.",
        "The new bridge would later fall if the river rose.",
        "The campaign would last for four months.",
        "Robots will replace drivers.",
        "The economy will grow.",
    ],
)
def test_what_is_guessed_stays_a_prediction(text: str) -> None:
    assert reason(text) == "prediction"
    assert reason(f"“Nobody was hurt,” the mayor said. {text}") == "prediction"


@pytest.mark.parametrize(
    "text",
    [
        "Two new clinics will be built in the north.",
        "The bill would ban smoking in bars.",
        "The programme will fund training for nurses.",
        "The town will soon hire ten nurses.",
    ],
)
def test_what_is_decided_can_be_looked_up(text: str) -> None:
    assert reason(text) is None


def test_what_a_question_takes_for_granted_is_claimed() -> None:
    assert claims("Did you know that the bridge cost 3 million euros?") == ["the bridge cost 3 million euros"]
    assert reason("Do you even realise that the port was closed in 2019?") is None
    assert reason("Do you know whether the bridge cost 3 million euros?") == "question"
    assert reason("Did you know that man?") == "question"


def test_every_reason_has_its_sentence() -> None:
    assert set(SENTENCES) == set(get_args(Reason))
    assert [sentence for sentence in SENTENCES.values() if not sentence.endswith(".")] == []
