"""Sentences of speeches and debates, each alone: does it state something to check?"""

from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.extraction.pipeline import extract
from factcheck.management.measuring.figures import Figure
from factcheck.management.measuring.scoring import Row, rows, scored, written

EVERY = "every sentence is taken, in no order"


def take(folder: Path, scratch: Path) -> Iterator[Figure]:
    """The macro-F1 of having a claim, and how well the best claim's check-worthiness ranks."""
    ours, baseline = _scored(folder, folder / "a2_checkability" / "train.jsonl", scratch)
    yield Figure("checkable, macro-F1", ours["macro_F1"], baseline["macro_F1"], None, 0.72, 0.78)
    yield Figure("ranking, average precision", ours["AP"], baseline["AP"])


def debates(given: Path) -> Callable[[Path, Path], Iterator[Figure]]:
    """The same of a file with debates, whose labels say check-worthy and not only checkable."""

    def take(folder: Path, scratch: Path) -> Iterator[Figure]:
        ours, baseline = _scored(folder, given, scratch)
        yield Figure("check-worthy, average precision", ours["AP"], baseline["AP"], None, 0.72, 0.76)

    return take


def _scored(folder: Path, given: Path, scratch: Path) -> tuple[dict[str, float], dict[str, float]]:
    scorer, found = folder / "score_checkworthy.py", list(rows(given))
    ours = written(scratch / "ours.jsonl", map(judged, found))
    baseline = written(scratch / "baseline.jsonl", ({"id": r["id"], "score": 1.0, "label": 1} for r in found))
    return scored(scorer, given, ours, "--boot", "0"), scored(scorer, given, baseline, "--boot", "0")


def judged(row: Row) -> Row:
    """The sentence as a text of its own: its label is whether a claim came of it, its score that of the best."""
    worths = [candidate.checkworthiness for candidate in extract(row["text"]).candidates]
    return {"id": row["id"], "score": max(worths, default=0.0), "label": int(bool(worths))}
