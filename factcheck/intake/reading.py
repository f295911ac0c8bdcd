"""The way in for everything handed in: bytes with a name, or pasted text."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from factcheck.intake.errors import IntakeError
from factcheck.intake.formats import format_of
from factcheck.intake.limits import MOST_CHARACTERS, too_large
from factcheck.text.cleaning import clean

LONGEST_TITLE_CHARACTERS = 200
_FURNITURE = frozenset({"share", "advertisement", "tweet", "print", "email", "menu", "home", "search", "subscribe"})


@dataclass(frozen=True, slots=True)
class Text:
    """Cleaned text, ready to be stored as a draft, and a title to suggest for it."""

    text: str
    title: str


def read(name: str, data: bytes) -> Text:
    """The text of a file, by its name's extension.

    Raises IntakeError, with a sentence for the person, for a file that is empty, larger than
    MOST_UPLOAD_BYTES, longer than MOST_CHARACTERS, of an unknown kind, binary, or in an encoding that cannot
    be told.
    """
    if sentence := too_large(name, len(data)):
        raise IntakeError(sentence)
    if not data:
        raise IntakeError(f"{name} is empty.")
    return _text(format_of(name).read(data, name), name)


def read_pasted(pasted: str) -> Text:
    """The text as somebody pasted it. Raises IntakeError when there is none, or more than MOST_CHARACTERS."""
    return _text(pasted, "The pasted text")


def _text(raw: str, name: str) -> Text:
    text = clean(raw)
    if not text:
        raise IntakeError(f"{name} holds no words.")
    if len(text) > MOST_CHARACTERS:
        raise IntakeError(f"{name} has {len(text):,} characters; at most {MOST_CHARACTERS:,} can be read.")
    return Text(text, _title(text, name))


def _title(text: str, name: str) -> str:
    """The first line that reads like words about something, else the file's name."""
    for line in text.split("\n")[:20]:
        if re.search(r"\w", line) and line.casefold() not in _FURNITURE:
            return _shortened(line)
    return PurePath(name).stem


def _shortened(line: str) -> str:
    if len(line) <= LONGEST_TITLE_CHARACTERS:
        return line
    return line[: LONGEST_TITLE_CHARACTERS - 1].rsplit(" ", 1)[0] + "…"
