import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import intake
from factcheck.intake import IntakeError

GERMAN = "Die Behörde erklärte, das Gebäude sei zerstört worden. Über die Gründe äußerte sich niemand öffentlich."


def test_a_text_file_gives_its_text_and_its_first_line_as_title() -> None:
    read = intake.read("story.txt", b"The headline\r\n\r\nThe story begins.\r\n")
    assert read == intake.Text("The headline\n\nThe story begins.", "The headline")


def test_pasted_text_is_cleaned_like_any_other() -> None:
    assert intake.read_pasted("A\u200b headline\r\nA story.").text == "A headline\nA story."


def test_a_button_above_the_headline_is_no_title() -> None:
    assert intake.read_pasted("Share\n\nThe headline").title == "The headline"


def test_the_title_of_a_copied_page_is_the_headline_of_its_article() -> None:
    around = "Log in\nWorld\nSport\nSubscribe\nComments\nAbout us\nPrivacy policy\n"
    story = "The siege of the town ended on Friday, when the last of its defenders left by the river."
    assert intake.read_pasted(f"{around}Siege of the town ends\nBy Staff\n{story}\n").title == "Siege of the town ends"


def test_a_text_without_letters_takes_its_title_from_the_file() -> None:
    assert intake.read("figures.txt", b"***").title == "figures"


def test_a_long_first_line_is_cut_at_a_word() -> None:
    title = intake.read_pasted("word " * 100).title
    assert len(title) <= 200
    assert title.endswith("word…")


@pytest.mark.parametrize(
    "data",
    [
        GERMAN.encode(),
        codecs.BOM_UTF8 + GERMAN.encode(),
        GERMAN.encode("utf-16"),
        codecs.BOM_UTF16_BE + GERMAN.encode("utf-16-be"),
        GERMAN.encode("utf-16-le"),
        GERMAN.encode("utf-16-be"),
        GERMAN.encode("utf-32"),
        GERMAN.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16", "utf-16-be", "utf-16-le-bare", "utf-16-be-bare", "utf-32", "cp1252"],
)
def test_the_usual_encodings_are_told_apart(data: bytes) -> None:
    assert intake.read("text.txt", data).text == GERMAN


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.txt", b"", "empty.txt is empty."),
        ("blank.txt", b" \r\n\t\n", "blank.txt holds no words."),
        ("unseen.txt", "\u200b\ufeff".encode(), "unseen.txt holds no words."),
        ("big.txt", b"a" * (intake.MOST_UPLOAD_BYTES + 1), "big.txt has 5 MB; at most 5 MB can be read."),
        ("long.txt", b"a " * (intake.MOST_CHARACTERS // 2 + 1), "at most 200,000 can be read"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "photo.txt is not a text file."),
        ("controls.txt", bytes(range(1, 9)) * 50, "controls.txt is not a text file."),
        ("cut.txt", codecs.BOM_UTF16_LE + b"a\x00b", "The characters of cut.txt cannot be read."),
        ("sheet.xlsx", b"PK", "sheet.xlsx is none of the files that can be read here"),
        ("README", b"text", "README is none of the files that can be read here"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(name: str, data: bytes, sentence: str) -> None:
    with pytest.raises(IntakeError) as refused:
        intake.read(name, data)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("name", ["whole.txt", "whole.md"])
@pytest.mark.parametrize("words", [b"It rained. ", b"a", b"\xe4 "], ids=["sentences", "a word", "an encoding"])
def test_five_megabytes_of_anything_are_answered(name: str, words: bytes) -> None:
    data = (words * (intake.MOST_UPLOAD_BYTES // len(words)))[: intake.MOST_UPLOAD_BYTES]
    with pytest.raises(IntakeError, match=r"at most 200,000 can be read|holds no words"):
        intake.read(name, data)


def test_pasting_nothing_is_refused_with_a_sentence() -> None:
    with pytest.raises(IntakeError, match="The pasted text holds no words"):
        intake.read_pasted("   \n ")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_sentence(data: bytes) -> None:
    try:
        read = intake.read("any.txt", data)
    except IntakeError as refused:
        assert str(refused).endswith(".")  # noqa: PT017  both outcomes are right, and no third is
    else:
        assert read.text
        assert read.title
