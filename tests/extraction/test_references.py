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
