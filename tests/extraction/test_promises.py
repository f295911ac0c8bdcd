"""What holds of every text, in whatever script and however odd."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.pipeline import extract
from tests.extraction.test_pipeline import NEWSLIKE, SEED, assert_holds

_PIECES = (
    "The minister said that 5 per cent of the bridges were closed.",
    "“We are sorry,”",
    "he told the paper",
    "Share",
    "Log in",
    "1. first",
    "2. second",
    "Die Brücke ist geschlossen.",
    "هذا نص عربي.",
    "זה משפט.",
    "这是第一句。",
    "👩‍👩‍👧",
    "e\u0301",
    "\u202e",
    "http://paper.example/a?b=c",
    "...",
    "\n",
    "\n\n",
)
ANY_MIXTURE = st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join)


@given(ANY_MIXTURE)
@settings(deadline=None, max_examples=60)
def test_any_mixture_of_scripts_and_pages_is_tiled(text: str) -> None:
    assert_holds(extract(text))


@given(ANY_MIXTURE)
@settings(deadline=None, max_examples=30)
def test_what_was_cleaned_is_read_the_same_way_again(text: str) -> None:
    first = extract(text)
    assert extract(first.text) == first


@given(NEWSLIKE)
@settings(deadline=None)
def test_every_word_of_a_claim_stands_in_the_text(text: str) -> None:
    extraction = extract(text)
    written = set(re.findall(r"\w+", extraction.text.lower()))
    for candidate in extraction.candidates:
        assert set(re.findall(r"\w+", candidate.text.lower())) <= written


@pytest.mark.parametrize(
    "text",
    [
        " ".join(SEED.split()),
        SEED.replace(".", "").replace("\n", " "),
        SEED.upper(),
        f"“{SEED}”",
        SEED.replace("“", '"').replace("”", '"'),
        SEED.replace(" ", "\n"),
        SEED[::-1],
        "".join(f"\u202b{line}\u202c" for line in SEED.splitlines(keepends=True)),
        SEED.encode().decode("cp1252", errors="replace"),
    ],
    ids=["one line", "no stop", "capitals", "quoted", "typewriter", "a word a line", "backwards", "bidi", "mojibake"],
)
def test_a_mangled_article_is_tiled(text: str) -> None:
    assert_holds(extract(text))
