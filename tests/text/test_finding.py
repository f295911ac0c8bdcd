"""Words that a person names, found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.finding import code_point, occurrences, whole_words
from factcheck.text.spans import Span


class TestOccurrences:
    def test_each_place_is_found(self) -> None:
        assert occurrences("one two, one", "one") == [Span(0, 3), Span(9, 12)]

    def test_words_that_are_not_there_are_not_found(self) -> None:
        assert occurrences("one two", "One") == []

    @pytest.mark.parametrize("words", ["", "  ", "\n"])
    def test_nothing_is_nowhere(self, words: str) -> None:
        assert occurrences("one two", words) == []

    def test_no_word_is_cut(self) -> None:
        assert occurrences("in the inn, in", "in") == [Span(0, 2), Span(12, 14)]

    def test_a_line_break_is_a_space(self) -> None:
        assert occurrences("one\ntwo  three", " one two three ") == [Span(0, 14)]

    def test_straight_marks_stand_for_curly_ones(self) -> None:
        assert occurrences("the city’s “new” bridge", 'city\'s "new"') == [Span(4, 16)]

    def test_signs_are_no_patterns(self) -> None:
        assert occurrences("5 % (or so) of it", "% (or so)") == [Span(2, 11)]

    def test_places_are_code_points(self) -> None:
        assert occurrences("🏴‍☠️ five ships", "five") == [Span(5, 9)]


class TestCodePoint:
    @given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
    def test_it_undoes_what_a_browser_counts(self, text: str, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(text)))
        assert code_point(text, len(text[:place].encode("utf-16-le")) // 2) == place

    def test_half_of_a_pair_is_its_character(self) -> None:
        assert code_point("a🌉b", 2) == 1

    def test_beyond_the_text_is_its_end(self) -> None:
        assert code_point("a🌉b", 99) == 3


class TestWholeWords:
    @pytest.mark.parametrize(
        ("text", "chosen", "whole"),
        [
            ("only five per cent", "ive pe", "five per"),
            ("only five per cent", " five ", "five"),
            ("cafe\u0301 closed", "cafe", "cafe\u0301"),
            ("a naïve view", "ï", "naïve"),
            ("two 👩‍🔧 women", "👩", "👩‍🔧"),
            ("well 👍🏽 done", "👍", "👍🏽"),
            ("4.5% more", "5%", "5%"),
        ],
    )
    def test_what_is_chosen_grows_to_its_words(self, text: str, chosen: str, whole: str) -> None:
        start = text.index(chosen)
        found = whole_words(text, Span(start, start + len(chosen)), Span(0, len(text)))
        assert found.of(text) == whole

    def test_it_stays_in_its_passage(self) -> None:
        assert whole_words("onetwo", Span(4, 5), Span(3, 6)) == Span(3, 6)

    def test_white_space_alone_is_nothing(self) -> None:
        assert whole_words("one   two", Span(4, 6), Span(0, 9)).of("one   two") == ""
