"""Dictionary forms from endings, on words made up here."""

from pathlib import Path

import pytest

from factcheck.extraction.parser.lemmas import Lemmas, learn, lemma

WORDS = [
    ("walked", "VBD", "walk"),
    ("talked", "VBD", "talk"),
    ("baked", "VBD", "bake"),
    ("raked", "VBD", "rake"),
    ("said", "VBD", "say"),
    ("cities", "NNS", "city"),
    ("parties", "NNS", "party"),
    ("house", "NN", "house"),
]


@pytest.mark.parametrize(
    ("text", "tag", "form"),
    [
        ("balked", "VBD", "balk"),
        ("faked", "VBN", "fake"),
        ("Said", "VBD", "say"),
        ("duties", "NNS", "duty"),
        ("Cities", "NNPS", "City"),
        ("Houses", "NN", "houses"),
        ("Don’t", "XX", "don't"),
    ],
)
def test_the_longest_known_ending_decides(text: str, tag: str, form: str) -> None:
    assert lemma(text, tag, learn(WORDS)) == form


def test_the_table_is_the_same_in_any_order() -> None:
    assert learn(WORDS) == learn(reversed(WORDS))


def test_the_table_comes_back_from_disk(tmp_path: Path) -> None:
    Lemmas(learn(WORDS)).to_disk(tmp_path / "lemmas")
    again = Lemmas().from_disk(tmp_path / "lemmas")
    assert lemma("duties", "NNS", again.endings) == "duty"
