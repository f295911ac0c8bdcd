"""PDF files: their lines joined into paragraphs, without running heads and page numbers."""

from collections.abc import Iterator
from statistics import median_high, median_low
from typing import Any

from factcheck.intake.errors import IntakeError
from factcheck.intake.layout import Line, paragraphs
from factcheck.intake.raw import Raw
from factcheck.intake.running import running

MOST_PAGES = 1_000
MEASURED_CHARACTERS = 8  # of a line
_LINE_ENDS = {ord("\r"), ord("\n")}
_HYPHEN_AT_LINE_END = 2  # PDFium's own mark for it; the line break behind it is not told


def from_pdf(data: bytes, name: str) -> Raw:
    """The file's text, page after page; a word broken at a line's end is mended where that is safe.

    Raises IntakeError for a file with a password, a damaged one, and one that holds pictures of text alone.
    """
    pages = _pages(data, name)
    if not any(pages):
        raise IntakeError(f"{name} holds pictures of pages and no text. Have its text recognised, or paste its text.")
    heads = running(pages)
    lines = [line for page in pages for line in page]
    text = "\n\n".join(paragraphs([line for line in lines if id(line) not in heads]))
    whole = "\n\n".join(paragraphs(lines, apart=heads)) if heads else ""
    return Raw(text, whole=whole)


def _pages(data: bytes, name: str) -> list[list[Line]]:
    import pypdfium2 as pdfium  # noqa: PLC0415 - for those who hand in a PDF

    try:
        with pdfium.PdfDocument(data) as document:
            if len(document) > MOST_PAGES:
                raise IntakeError(f"{name} has {len(document):,} pages; at most {MOST_PAGES:,} can be read.")
            return [list(_lines(document[number], number)) for number in range(len(document))]
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD:
            raise IntakeError(f"{name} is protected by a password. Open it, and paste its text instead.") from error
        raise IntakeError(f"{name} is damaged, or no PDF. Open it, and paste its text instead.") from error


def _lines(page: Any, number: int) -> Iterator[Line]:
    """Its lines in the order in which they are read; PDFium tells where one ends."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    text = page.get_textpage()
    codes = [raw.FPDFText_GetUnicode(text, place) for place in range(text.count_chars())]
    start = 0
    for place, code in enumerate([*codes, ord("\n")]):
        if code in _LINE_ENDS or code == _HYPHEN_AT_LINE_END:
            hyphen = code == _HYPHEN_AT_LINE_END
            words = _characters(codes[start:place]) + "-" * hyphen
            if words.strip():
                yield _line(text, words, start, place + hyphen, number)
            start = place + 1


def _line(text: Any, words: str, start: int, end: int, page: int) -> Line:
    """Measured by a few of its characters; single ones, of ligatures and spaces, have boxes of their own height."""
    step = max(1, (end - start) // MEASURED_CHARACTERS)
    boxes = [text.get_charbox(place, loose=True) for place in (*range(start, end, step), end - 1)]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Line(words.strip(), page, lefts[0], max(rights), median_low(bottoms), median_high(tops))


def _characters(codes: list[int]) -> str:
    """Characters beyond the first plane come in two halves from some versions of PDFium."""
    halves = "".join(map(chr, codes)).encode("utf-16", "surrogatepass")
    return halves.decode("utf-16", "replace")
