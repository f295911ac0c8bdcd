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
    """One kind of file: its name on screen, its extensions in lower case, and the function that reads it.

    Where `is_confined`, that function is called in a child process with limits: see `confinement`.
    """

    label: str
    extensions: frozenset[str]
    read: Reader
    is_confined: bool = False


FORMATS = (
    Format("plain text", frozenset({".txt", ".text"}), from_plain),
    Format("Markdown", frozenset({".md", ".markdown"}), from_markdown, is_confined=True),
    Format("Word", frozenset({".docx"}), from_docx, is_confined=True),
    Format("HTML", frozenset({".html", ".htm", ".xhtml"}), from_html, is_confined=True),
    Format("PDF", frozenset({".pdf"}), from_pdf, is_confined=True),
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
