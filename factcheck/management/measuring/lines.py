"""Lines of web pages: which belong to the article?"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.extraction.pipeline import extract
from factcheck.extraction.records import Passage
from factcheck.management.measuring.figures import Figure
from factcheck.management.measuring.scoring import Row, rows, scored, written

_NOT_THE_ARTICLE = {"credit", "dateline", "boilerplate"}


def take(folder: Path, scratch: Path) -> Iterator[Figure]:
    """The lines of each page as one pasted text."""
    scorer, given = folder / "score_checkworthy.py", folder / "d2_boilerplate_lines" / "dev.jsonl"
    pages = defaultdict(list)
    for row in rows(given):
        pages[row["doc_id"]].append(row)
    ours = written(scratch / "ours.jsonl", (answer for page in pages.values() for answer in judged(page)))
    baseline = written(scratch / "baseline.jsonl", (_answer(row, 1) for page in pages.values() for row in page))
    figures = scored(scorer, given, ours, "--boot", "0"), scored(scorer, given, baseline, "--boot", "0")
    yield Figure("lines of the article, F1", figures[0]["F1"], figures[1]["F1"], None, 0.88, 0.92)


def judged(page: list[Row]) -> Iterator[Row]:
    """A line belongs to the article when a passage of it begins there; the set counts no headline above the text."""
    lines = [" ".join(row["text"].split()) for row in page]
    extraction = extract("\n\n".join(lines))
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 2)
    kept = {bisect_right(starts, passage.span.start) - 1 for passage in _body(extraction.passages)}
    return (_answer(row, int(number in kept)) for number, row in enumerate(page))


def _body(passages: Sequence[Passage]) -> Iterator[Passage]:
    behind = next((n for n, passage in enumerate(passages) if passage.kind == "sentence"), 0)
    for number, passage in enumerate(passages):
        if passage.kind not in _NOT_THE_ARTICLE and not (passage.kind == "headline" and number < behind):
            yield passage


def _answer(row: Row, label: int) -> Row:
    return {"id": f"{row['doc_id']}#{row['line']}", "label": label}
