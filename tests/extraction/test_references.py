from factcheck.extraction.pipeline import extract


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


def test_of_two_teams_none_is_chosen() -> None:
    last = extract("The Afghan team met the Syrian team. The team won a medal.").candidates[-1]
    assert last.added == ()


def test_an_it_that_stands_for_nothing_is_left_alone() -> None:
    (claim,) = extract("It is known that the bridge was closed on Friday.").candidates
    assert not claim.ambiguous
