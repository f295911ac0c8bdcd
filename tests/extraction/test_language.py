import pytest

from factcheck.extraction.language import is_english, is_foreign
from factcheck.extraction.pipeline import NOT_ENGLISH, PARTLY_ENGLISH, extract

STORY = "The minister said on Friday that the bridge was closed. Nobody was hurt when it was shut, she told the paper."


@pytest.mark.parametrize(
    "line",
    [
        "Die Brücke ist geschlossen.",
        "Le pont est fermé depuis lundi.",
        "El puente se cerró en mayo.",
        "Nessuno è stato ferito.",
        "Ninguém foi ferido.",
        "De brug is niet open.",
        "Det var ingen som så det.",
        "Nikt nie był ranny.",
        "Мост закрыт.",
        "这是第一句。",
    ],
)
def test_a_line_in_another_language_is_foreign(line: str) -> None:
    assert is_foreign(line)
    assert not is_english(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nobody was hurt.",
        "Le Pen met Das and Von der Leyen.",
        "Los Angeles, Las Vegas, San Diego",
        "They die in the war, und so weiter.",
        "C’est la vie, he told them, and he left.",
        "What do I do?",
        "1932",
        "",
    ],
)
def test_names_and_words_from_elsewhere_leave_a_line_english(line: str) -> None:
    assert not is_foreign(line)
    assert is_english(line)


@pytest.mark.parametrize(
    "line",
    [
        "Die Regierung hat am Montag erklärt, sie werde die Brücke nicht öffnen.",
        "Le gouvernement a dit lundi que le pont ne sera pas ouvert.",
        "El gobierno dijo el lunes que el puente no se abrirá en mayo.",
    ],
)
def test_a_foreign_sentence_of_an_english_article_stands_as_it_is(line: str) -> None:
    extraction = extract(f"{STORY}\n\n{line}\n\n{STORY}")
    (found,) = [claim for claim in extraction.candidates if claim.text == line.rstrip(".")]
    assert found.attribution == ()
    assert extraction.passages[found.passage].checkable
    assert any(claim.attribution for claim in extraction.candidates)
    assert extraction.note == PARTLY_ENGLISH


def test_a_foreign_question_is_a_question_still() -> None:
    extraction = extract(f"{STORY}\n\nWarum ist die Brücke nicht offen?")
    assert extraction.passages[-1].reason == "question"


def test_a_short_text_in_another_language_comes_with_its_note() -> None:
    extraction = extract("Die Brücke ist geschlossen. Niemand wurde verletzt.")
    assert [claim.text for claim in extraction.candidates] == ["Die Brücke ist geschlossen", "Niemand wurde verletzt"]
    assert extraction.note == NOT_ENGLISH
