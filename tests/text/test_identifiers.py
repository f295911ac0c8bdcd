"""Numbers and keys, as people's browsers send them."""

from uuid import UUID

import pytest

from factcheck.text.identifiers import key, number


@pytest.mark.parametrize(("text", "found"), [("0", 0), ("17", 17), ("9" * 18, 10**18 - 1)])
def test_a_number_is_read(text: str, found: int) -> None:
    assert number(text) == found


@pytest.mark.parametrize("text", ["", "-1", "1.5", " 1", "1e3", "١٢", "²", "9" * 19, "seventeen"])
def test_what_is_no_number_of_ours_is_none(text: str) -> None:
    assert number(text) is None


def test_it_may_have_to_be_smaller() -> None:
    assert number("9" * 9, digits=9) == 999_999_999
    assert number("9" * 10, digits=9) is None


def test_a_key_is_read_and_what_is_none_is_none() -> None:
    assert key("12345678-1234-5678-1234-567812345678") == UUID("12345678123456781234567812345678")
    assert key("") is None
    assert key("a key") is None
