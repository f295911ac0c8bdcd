"""Dependencies over the words that the rules use."""

import pytest

from factcheck.extraction.parser import reading
from factcheck.extraction.parser.loading import load
from factcheck.extraction.parser.reading import parses
from factcheck.extraction.sentence import Sentence, parse_together
from tests.extraction.reading import sentence_of


def number_of(sentence: Sentence, word: str) -> int:
    return next(number for number, token in enumerate(sentence.tokens) if token.word == word)


def hangs_on(sentence: Sentence, word: str) -> tuple[str, str]:
    number = number_of(sentence, word)
    return sentence.tokens[sentence.parse.heads[number]].word, sentence.parse.relations[number]


def test_a_subject_hangs_on_its_verb() -> None:
    sentence = sentence_of("The old mayor opened the bridge.")
    assert hangs_on(sentence, "mayor") == ("opened", "nsubj")
    assert sentence.parse.edges(number_of(sentence, "mayor")) == (0, 3)
    assert sentence.parse.lemmas[number_of(sentence, "opened")] == "open"


@pytest.mark.parametrize("word", ["wouldn’t", "anti-war", "9:30"])
def test_a_word_that_the_parser_divides_is_one(word: str) -> None:
    sentence = sentence_of("The anti-war group wouldn’t meet at 9:30 p.m. on Monday.")
    number = number_of(sentence, word)
    assert sentence.parse.heads[number] != number
    assert len(sentence.parse) == len(sentence)


def test_what_the_parser_reads_as_one_word_goes_with_its_first() -> None:
    sentence = sentence_of("Write to https://example.org/a_b?c=d today.")
    assert "goeswith" in sentence.parse.relations
    assert "Write" in (hangs_on(sentence, "today")[0], sentence.tokens[number_of(sentence, "Write")].word)


def test_a_subtree_can_be_taken_without_a_part_of_it() -> None:
    sentence = sentence_of("The mayor said the bridge fell.")
    said, fell = number_of(sentence, "said"), number_of(sentence, "fell")
    assert sentence.parse.subtree(said, without={fell}) == [0, 1, 2, 6]


def test_line_breaks_and_wide_spaces_change_nothing() -> None:
    plain, broken = "The old mayor opened the bridge.", "The old\nmayor  opened the\tbridge."
    assert sentence_of(broken).parse == sentence_of(plain).parse


def test_many_together_give_what_each_gives_alone() -> None:
    texts = ["The mayor said the bridge fell.", "Nobody was hurt.", "It rained on Monday."]
    together = [sentence_of(text) for text in texts]
    parse_together(together)
    assert [sentence.parse for sentence in together] == [sentence_of(text).parse for text in texts]


def test_a_batch_ends_where_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["The mayor said the bridge fell.", "Nobody was hurt.", "It rained on Monday."]
    alone = [sentence_of(text).parse for text in texts]
    monkeypatch.setattr(reading, "BATCH_TOKENS", 5)
    together = [sentence_of(text) for text in texts]
    parse_together(together)
    assert [sentence.parse for sentence in together] == alone


def test_in_an_endless_sentence_nothing_hangs_on_anything() -> None:
    sentence = sentence_of("the mayor said " * 100)
    assert len(sentence.parse) == 300
    assert all(sentence.parse.is_root(number) for number in range(300))


def test_no_words_have_an_empty_parse() -> None:
    (nothing,) = parses([("", [])])
    assert len(nothing) == 0
    assert list(parses([])) == []


def test_nothing_hangs_on_itself_over_others() -> None:
    sentence = sentence_of("Mr.-and-Mrs.-like U.S.-led he’s-who’d co-op’s 3-1/2-year-old's don’t-ask, isn't it?")
    for number in range(len(sentence)):
        above = [number]
        while not sentence.parse.is_root(above[-1]):
            above.append(sentence.parse.heads[above[-1]])
            assert len(above) <= len(sentence)


def test_words_beyond_what_may_be_remembered_are_read_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_WORDS", 0)
    forgotten = sentence_of("The mayor glimmered by the quorrelbank.").parse
    assert "quorrelbank" not in load().vocab
    monkeypatch.undo()
    assert sentence_of("The mayor glimmered by the quorrelbank.").parse == forgotten
    assert "quorrelbank" in load().vocab
