"""PDF files: their lines joined into paragraphs, without running heads and page numbers."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from statistics import median_high, median_low
from typing import Any

from factcheck.intake.errors import IntakeError
from factcheck.intake.layout import Line, paragraphs
from factcheck.intake.raw import Raw
from factcheck.intake.running import running

MOST_PAGES = 1_000
MEASURED_CHARACTERS = 8  # of a line
CELL_GAP = 1.5  # between two cells of a table, in sizes of the characters
NEAR = 2  # lines above and below, among which another of the table stands: a narrow column spreads its words, too
_SPACES = re.compile(r"(?<=\S) +(?=\S)")
_LIST_MARK = re.compile(r"[^\w\s]|\(?\w{1,4}[.)]")
_LINE_ENDS = {ord("\r"), ord("\n")}
_HYPHEN_AT_LINE_END = 2  # PDFium's own mark for it; the line break behind it is not told


def from_pdf(data: bytes, name: str) -> Raw:
    """The file's text, page after page; a word broken at a line's end is mended where that is safe.

    Each cell of a table is a paragraph. Pages of pictures among the others are named in `unread`. Raises IntakeError
    for a file with a password, a damaged one, and one that holds pictures of text alone.
    """
    with _opened(data, name) as document:
        pages = [list(_lines(document[number], number)) for number in range(len(document))]
        if not any(pages):
            raise IntakeError(
                f"{name} holds pictures of pages and no text. Have its text recognised, or paste its text."
            )
        heads = running(pages)
        silent = [number for number, page in enumerate(pages) if all(id(line) in heads for line in page)]
        unread = _unread([number + 1 for number in silent if _has_pictures(document[number])])
    lines = [line for page in pages for line in page]
    text = "\n\n".join(paragraphs([line for line in lines if id(line) not in heads]))
    whole = "\n\n".join(paragraphs(lines, apart=heads)) if heads else ""
    return Raw(text, whole=whole, unread=unread)


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Any]:
    import pypdfium2 as pdfium  # noqa: PLC0415 - for those who hand in a PDF

    try:
        with pdfium.PdfDocument(data) as document:
            if len(document) > MOST_PAGES:
                raise IntakeError(f"{name} has {len(document):,} pages; at most {MOST_PAGES:,} can be read.")
            yield document
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD:
            raise IntakeError(f"{name} is protected by a password. Open it, and paste its text instead.") from error
        raise IntakeError(f"{name} is damaged, or no PDF. Open it, and paste its text instead.") from error


def _lines(page: Any, number: int) -> Iterator[Line]:
    """Its lines in the order in which they are read, those of a table cell by cell."""
    rows = list(_rows(page, number))
    for place, (line, cells) in enumerate(rows):
        near = rows[max(0, place - NEAR) : place] + rows[place + 1 : place + 1 + NEAR]
        yield from cells if any(_aligned(cells, others) for _, others in near) else [line]


def _aligned(cells: Sequence[Line], others: Sequence[Line]) -> bool:
    """Whether a cell behind the first begins, or ends, where one of another line does."""
    pairs = ((one, other) for one in cells[1:] for other in others[1:])
    return any(min(abs(one.left - other.left), abs(one.right - other.right)) < 0.5 * one.size for one, other in pairs)


def _rows(page: Any, number: int) -> Iterator[tuple[Line, list[Line]]]:
    """Each line whole, and in the parts between which it leaves wide gaps; PDFium tells where one ends."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    text = page.get_textpage()
    codes = [raw.FPDFText_GetUnicode(text, place) for place in range(text.count_chars())]
    start = 0
    for place, code in enumerate([*codes, ord("\n")]):
        if code in _LINE_ENDS or code == _HYPHEN_AT_LINE_END:
            hyphen = code == _HYPHEN_AT_LINE_END
            words = _characters(codes[start:place]) + "-" * hyphen
            if words.strip():
                yield (
                    _line(text, words, start, place + hyphen, number),
                    [
                        _line(text, _characters(codes[begin:end]), begin, end, number, is_cell=True)
                        for begin, end in _parts(text, codes, start, place)
                    ],
                )
            start = place + 1


def _parts(text: Any, codes: Sequence[int], start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of characters between wide gaps; the mark of a list belongs to what it stands before. None: one."""
    words, cuts = "".join(map(chr, codes[start:end])), [start]
    for gap in _SPACES.finditer(words):
        before, after = start + gap.start() - 1, start + gap.end()
        _, bottom, right, top = text.get_charbox(before, loose=True)
        is_wide = text.get_charbox(after, loose=True)[0] - right > CELL_GAP * (top - bottom)
        if is_wide and not _LIST_MARK.fullmatch(words[: gap.start()].strip()):
            cuts.append(after)
    return list(pairwise([*cuts, end])) if len(cuts) > 1 else []


def _line(text: Any, words: str, start: int, end: int, page: int, *, is_cell: bool = False) -> Line:
    """Measured by a few of its characters; single ones, of ligatures and spaces, have boxes of their own height."""
    step = max(1, (end - start) // MEASURED_CHARACTERS)
    boxes = [text.get_charbox(place, loose=True) for place in (*range(start, end, step), end - 1)]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Line(words.strip(), page, lefts[0], max(rights), median_low(bottoms), median_high(tops), is_cell)


def _has_pictures(page: Any) -> bool:
    """Whether anything is drawn on it; a scan is one picture, and letters made into outlines are many."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH]))


def _unread(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"Page {numbers[0]} is a picture: nothing was read of it."
    return f"Pages {_listed(numbers)} are pictures: nothing was read of them."


def _listed(numbers: Sequence[int]) -> str:
    """ "2, 4 to 9 and 12"."""
    starts = [number for number in numbers if number - 1 not in numbers]
    ends = [number for number in numbers if number + 1 not in numbers]
    runs: list[str] = []
    for start, end in zip(starts, ends, strict=True):
        runs += [f"{start} to {end}"] if end - start > 1 else map(str, range(start, end + 1))
    return f"{', '.join(runs[:-1])} and {runs[-1]}" if len(runs) > 1 else runs[0]


def _characters(codes: list[int]) -> str:
    """Characters beyond the first plane come in two halves from some versions of PDFium."""
    halves = "".join(map(chr, codes)).encode("utf-16", "surrogatepass")
    return halves.decode("utf-16", "replace")
