"""What the parser says of sentences, and that it says it every time."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

SAMPLE = (
    "British intelligence services observed that only five per cent of Russian air strikes had attacked the IS group, "
    "with most “killing civilians” and Free Syrian forces fighting Assad, Fallon told the tabloid."
)
PARAGRAPH = "The bridge opened in 1932. It cost £2 million, the minister said."
TEXTS = [SAMPLE, PARAGRAPH, "“We will not pay”, said Ms. Brown.", "Share", "", "سلام 1932 🙂"]

Row = tuple[str, str, str, str, int, bool | None, str]


def token(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


def rows(doc: Doc) -> list[Row]:
    return [(t.text, t.tag_, t.pos_, t.dep_, t.head.i, t.is_sent_start, t.lemma_) for t in doc]


def test_services_is_the_subject_of_observed(parser: Language) -> None:
    services = token(parser(SAMPLE), "services")
    assert (services.dep_, services.head.text) == ("nsubj", "observed")


def test_attacked_hangs_on_observed(parser: Language) -> None:
    attacked = token(parser(SAMPLE), "attacked")
    assert (attacked.dep_, attacked.head.text) == ("ccomp", "observed")


def test_told_is_told_to_the_tabloid(parser: Language) -> None:
    assert token(parser(SAMPLE), "tabloid").head.text == "told"


@pytest.mark.xfail(reason="a greedy parser has joined “Assad, Fallon” before it sees “told”")
def test_fallon_is_the_subject_of_told_after_a_long_clause(parser: Language) -> None:
    fallon = token(parser(SAMPLE), "Fallon")
    assert (fallon.dep_, fallon.head.text) == ("nsubj", "told")


def test_a_speaker_at_the_end_is_the_subject_of_the_speech_verb(parser: Language) -> None:
    fallon = token(
        parser("Only five per cent of the strikes had attacked the group, Fallon told the tabloid."), "Fallon"
    )
    assert (fallon.dep_, fallon.head.text) == ("nsubj", "told")


def test_a_paragraph_falls_into_its_sentences(parser: Language) -> None:
    assert [sent.text for sent in parser(PARAGRAPH).sents] == [
        "The bridge opened in 1932.",
        "It cost £2 million, the minister said.",
    ]


def test_every_word_is_tagged_and_hangs_on_one_root_a_sentence(parser: Language) -> None:
    for doc in map(parser, TEXTS):
        assert all(token.tag_ and token.pos_ and token.dep_ and token.lemma_ for token in doc)
        assert all([token.dep_ for token in sent].count("ROOT") == 1 for sent in doc.sents)
        assert doc.text_with_ws in TEXTS


def test_the_same_text_gives_the_same_parse(parser: Language) -> None:
    first = [rows(parser(text)) for text in TEXTS]
    assert [rows(parser(text)) for text in TEXTS] == first
    assert [rows(doc) for doc in parser.pipe(TEXTS, batch_size=16)] == first
    assert [rows(doc) for doc in parser.pipe(reversed(TEXTS), batch_size=2)] == first[::-1]


def test_a_thread_gives_the_same_parse(parser: Language) -> None:
    with ThreadPoolExecutor(4) as threads:
        parsed = list(threads.map(lambda text: rows(parser(text)), TEXTS * 4))
    assert parsed == [rows(parser(text)) for text in TEXTS] * 4


def test_what_was_forgotten_after_a_zone_of_memory_changes_nothing(parser: Language) -> None:
    before = rows(parser(PARAGRAPH))
    with parser.memory_zone():
        parser("Qwzxian Vrblk denied zorbling.")
        inside = rows(parser(PARAGRAPH))
    assert before == inside == rows(parser(PARAGRAPH))


def test_curly_quotation_marks_are_read_as_straight_ones(parser: Language) -> None:
    curly, straight = parser("The minister said: “We won’t pay.”"), parser('The minister said: "We won\'t pay."')
    assert [(t.dep_, t.head.i) for t in curly] == [(t.dep_, t.head.i) for t in straight]
    assert [t.text for t in curly if t.tag_ in {"``", "''"}] == ["“", "”"]
    assert token(curly, "n’t").lemma_ == "not"


@pytest.mark.parametrize(
    ("text", "word", "form"),
    [
        ("The minister said so.", "said", "say"),
        ("Two countries have agreed.", "countries", "country"),
        ("He’s been told.", "’s", "be"),
        ("Mr. Davies was ill.", "Davies", "Davies"),
        ("Women were killed.", "Women", "woman"),
    ],
)
def test_dictionary_forms(parser: Language, text: str, word: str, form: str) -> None:
    assert token(parser(text), word).lemma_ == form
