"""Which file is read by which module. A new format is one module with a function, and one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from factcheck.intake.docx import from_docx
from factcheck.intake.errors import IntakeError
from factcheck.intake.html import from_html
from factcheck.intake.markdown import from_markdown
from factcheck.intake.pdf import from_pdf
from factcheck.intake.plain import from_plain
from factcheck.intake.raw import Raw

Reader = Callable[[bytes, str], Raw]
"""Bytes and the file's name in; what it holds out. Raises IntakeError."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: its name on screen, its extensions in lower case, the usual one first, and the function that
    reads it.

    Where `is_confined`, that function is called in a child process with limits: see `confinement`. `types` are what a
    server of the web calls it.
    """

    label: str
    extensions: tuple[str, ...]
    read: Reader
    types: tuple[str, ...]
    is_confined: bool = False


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PAGE = ("text/html", "application/xhtml+xml")
FORMATS = (
    Format("plain text", (".txt", ".text"), from_plain, ("text/plain",)),
    Format("Markdown", (".md", ".markdown"), from_markdown, ("text/markdown",), is_confined=True),
    Format("Word", (".docx",), from_docx, (_WORD,), is_confined=True),
    Format("HTML", (".html", ".htm", ".xhtml"), from_html, _PAGE, is_confined=True),
    Format("PDF", (".pdf",), from_pdf, ("application/pdf",), is_confined=True),
)
EXTENSIONS = frozenset(extension for known in FORMATS for extension in known.extensions)


def format_of(name: str) -> Format:
    """The format that the name's extension says. Raises IntakeError for any other extension."""
    extension = PurePath(name).suffix.lower()
    for known in FORMATS:
        if extension in known.extensions:
            return known
    readable = ", ".join(sorted(EXTENSIONS))
    raise IntakeError(f"{name} is none of the files that can be read here ({readable}). Paste its text instead.")


def extension_of(media_type: str) -> str:
    """That of the format which a server calls so; an empty string where none is read here."""
    known = next((known for known in FORMATS if media_type in known.types), None)
    return known.extensions[0] if known else ""
