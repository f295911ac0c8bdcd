"""The way in for everything handed in: bytes with a name, or pasted text."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from factcheck.intake.confinement import read_confined
from factcheck.intake.errors import IntakeError
from factcheck.intake.formats import format_of
from factcheck.intake.html import from_html
from factcheck.intake.limits import MOST_CHARACTERS, too_large
from factcheck.intake.raw import Raw
from factcheck.text.buttons import is_button
from factcheck.text.cleaning import clean, unseen
from factcheck.text.pages import Page, page
from factcheck.text.paragraphs import paragraphs

LONGEST_TITLE_CHARACTERS = 200
MOST_BUTTONS = 20  # above a title
PASTED = "The pasted text"
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """Cleaned text, ready to be stored as a draft, and what to suggest as its title, author, source and date.

    `whole` is the text with what was left out in its place, empty where nothing was; `unseen` counts the characters
    that were taken out of the text because nobody can see them; `unread` says what of the file could not be read.
    """

    text: str
    title: str
    byline: str = ""
    source_url: str = ""
    published_on: date | None = None
    whole: str = ""
    unseen: int = 0
    unread: str = ""


def read(name: str, data: bytes) -> Text:
    """The text of a file, by its name's extension.

    Raises IntakeError, with a sentence for the person, for a file that is empty, larger than
    MOST_UPLOAD_BYTES, longer than MOST_CHARACTERS, of an unknown kind, binary, or in an encoding that cannot
    be told; for a page without an article, and a file that takes its reader too long or too much memory.
    """
    if sentence := too_large(name, len(data)):
        raise IntakeError(sentence)
    if not data:
        raise IntakeError(f"{name} is empty.")
    known = format_of(name)
    return _text(read_confined(known.read, data, name) if known.is_confined else known.read(data, name), name)


def read_pasted(pasted: str) -> Text:
    """The text as somebody pasted it, and of the source of a web page its article.

    Raises IntakeError when there is none, or more than MOST_CHARACTERS, and as `read` does of a page.
    """
    if _PAGE.match(pasted) and "</" in pasted:
        return _text(read_confined(from_html, pasted.encode(errors="replace"), PASTED), PASTED)
    return _text(Raw(pasted), PASTED)


def _text(raw: Raw, name: str) -> Text:
    text = clean(raw.text)
    if not text:
        raise IntakeError(f"{name} holds no words.")
    if len(text) > MOST_CHARACTERS:
        raise IntakeError(f"{name} has {len(text):,} characters; at most {MOST_CHARACTERS:,} can be read.")
    title = _shortened(clean(raw.title)) or _title(text, name)
    whole = clean(raw.whole)
    return Text(
        text,
        title,
        byline=clean(raw.byline),
        source_url=raw.source_url,
        published_on=raw.published_on,
        whole="" if whole == text else whole,
        unseen=unseen(raw.text),
        unread=raw.unread,
    )


def _title(text: str, name: str) -> str:
    """The first line that reads like words about something, else the file's name."""
    lines = [block.of(text).split("\n")[0] for block in paragraphs(text)]
    around = page(lines)
    top = lines[_start(around) :] if around else lines[:MOST_BUTTONS]
    return next(
        (_shortened(line) for line in top if re.search(r"\w", line) and not is_button(line)), PurePath(name).stem
    )


def _start(around: Page) -> int:
    return around.first if around.headline is None else around.headline


def _shortened(line: str) -> str:
    if len(line) <= LONGEST_TITLE_CHARACTERS:
        return line
    return line[: LONGEST_TITLE_CHARACTERS - 1].rsplit(" ", 1)[0] + "…"
