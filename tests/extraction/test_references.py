import pytest

from factcheck.extraction.pipeline import extract
from factcheck.extraction.records import Candidate


def last_claim(text: str) -> Candidate:
    return extract(text).candidates[-1]


def test_a_bare_noun_gets_back_the_name_that_told_it_from_others() -> None:
    last = extract("The Afghan team left Kabul. The team arrived in Washington.").candidates[-1]
    assert (last.text, last.added) == ("The Afghan team arrived in Washington", ("Afghan",))


def test_a_pronoun_is_replaced_by_the_person_named_before() -> None:
    last = extract("Anna Weber left Kabul. She arrived in Washington.").candidates[-1]
    assert (last.text, last.added) == ("Anna Weber arrived in Washington", ("Anna Weber",))


def test_they_are_those_the_sentence_before_was_about() -> None:
    last = extract("Two guards saw the flames. They called the police.").candidates[-1]
    assert last.text == "Two guards called the police"


def test_a_title_gets_its_name() -> None:
    last = extract("President Donald Trump spoke. The President signed the order.").candidates[-1]
    assert last.text == "The President Donald Trump signed the order"


def test_a_pronoun_without_anybody_before_it_is_ambiguous_and_nothing_is_added() -> None:
    (claim,) = extract("She arrived in Washington on Friday.").candidates
    assert (claim.text, claim.added, claim.ambiguous) == ("She arrived in Washington on Friday", (), True)


def test_a_pronoun_that_speaks_takes_the_name_beside_an_office() -> None:
    text = "Ada Berg spoke on Friday. A spokesman, Carl Weber, said the road was closed. Two cars sank, he said."
    assert extract(text).candidates[-1].attribution[0].who == "Carl Weber"


def test_they_who_speak_are_the_last_of_whom_many_spoke() -> None:
    text = "Two doctors said the ward was full. Floods closed three roads on Friday. They said nobody had slept."
    assert extract(text).candidates[-1].attribution[0].who == "Two doctors"


def test_who_is_quoted_speaks_of_somebody_else() -> None:
    (claim,) = extract("“He was not in the house on Friday,” Weber wrote.").candidates
    assert (claim.added, claim.ambiguous) == ((), True)


def test_a_person_is_no_it() -> None:
    text = "The candidate spoke in Rome. It was closed to the public on Friday."
    assert extract(text).candidates[-1].added == ()


def test_of_two_teams_none_is_chosen() -> None:
    last = extract("The Afghan team met the Syrian team. The team won a medal.").candidates[-1]
    assert last.added == ()


def test_an_it_that_stands_for_nothing_is_left_alone() -> None:
    (claim,) = extract("It is known that the bridge was closed on Friday.").candidates
    assert not claim.ambiguous


def test_a_surname_is_the_person_it_named_before() -> None:
    text = (
        "Ada Berg said the road was closed. Carl Weber said two cars sank. Berg left on Friday. Lakes froze, she said."
    )
    assert extract(text).candidates[-1].attribution[0].who == "Berg"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Carl Weber said he paid £400 in May.", "Carl Weber paid £400 in May"),
        ("But Carl Weber left the house. He took a car to Rome.", "Carl Weber took a car to Rome"),
        (
            "Carl Berg stole a car. Ada Weber, his lawyer, said he was convicted of fraud in 2019.",
            "Carl Berg was convicted of fraud in 2019",
        ),
        ("Peter Weber met Anna Berg. She paid £400 in May.", "Peter Weber met Anna Berg"),
        ("Carl Weber left Kabul. Police think he fled to Spain on Friday.", "Carl Weber fled to Spain on Friday"),
        ("Carl Weber left Kabul. He's the mayor of Ulm.", "Carl Weber's the mayor of Ulm"),
    ],
)
def test_the_only_person_who_can_be_meant_is_named(text: str, claim: str) -> None:
    assert claim in [candidate.text for candidate in extract(text).candidates]


@pytest.mark.parametrize(
    "text",
    [
        "Police think he fled to Spain on Friday.",
        "Anna Weber left Kabul. Police think he fled to Spain on Friday.",
        "Carl Weber thinks he was convicted of fraud in 2019.",
        "Carl Weber, a lawyer, said he was convicted of fraud in 2019.",
        "Carl Weber met Peter Berg on Friday. He was convicted of fraud in 2019.",
        "Carl Weber met a guard on Friday. He was convicted of fraud in 2019.",
        "Carl Weber left on Friday. He followed Weber to Rome.",
        "Carl Weber left on Friday. Two roads were closed. He was convicted of fraud in 2019.",
        "Weber's brother Carl Weber met Peter Berg. He paid £400 in May.",
        "Exit polls in May showed they were angry with the mayor.",
        "Police said they fled to Spain on Friday.",
        "The committee met two guards on Friday. They paid £400 in May.",
        "Two guards saw the flames. They were put out on Friday.",
        "The bridge crosses the river. It was closed in May.",
        "Carl Weber left on Friday. It was closed to the public in May.",
        "Two guards left on Friday. They've paid £400 since May.",
    ],
)
def test_where_another_may_be_meant_the_pronoun_stays_and_is_flagged(text: str) -> None:
    claim = last_claim(text)
    assert (claim.added, claim.ambiguous) == ((), True)


def test_an_it_that_points_ahead_is_neither_filled_nor_flagged() -> None:
    claim = last_claim("The mayor left. It was the rise of prices that cost 4,000 jobs in May.")
    assert (claim.text.startswith("It was the rise"), claim.added, claim.ambiguous) == (True, (), False)


@pytest.mark.parametrize(
    "text",
    [
        "The Afghan team met fans. Weber's team left. The team won a medal on Friday.",
        "The Afghan team left. Two roads closed. Rain fell for two days. Snow lay in Ulm. The team won a medal.",
        "President Ada Weber met President Carl Berg. The President signed the order on Friday.",
    ],
)
def test_a_bare_noun_that_may_be_another_is_left_alone(text: str) -> None:
    assert last_claim(text).added == ()


def test_the_speaker_is_the_person_and_not_whom_they_work_for() -> None:
    text = "Weber campaign adviser Carl Berg said two cars sank. “The road was closed on Friday,” he said."
    assert last_claim(text).attribution[0].who == "Carl Berg"


def test_words_parted_by_a_speaker_join_without_the_comma() -> None:
    assert last_claim("The law, critics say, has cost 4,000 jobs.").text == "The law has cost 4,000 jobs"


def test_a_relative_clause_goes_with_its_noun_and_not_with_what_follows() -> None:
    text = "Although the repair took a year, which cost £2 million, the bridge is safe."
    assert "the bridge is safe" in [candidate.text for candidate in extract(text).candidates]
