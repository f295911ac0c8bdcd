"""Sentences and the atomic statements people find in them."""

from collections.abc import Iterator
from pathlib import Path

from factcheck.extraction.pipeline import extract
from factcheck.management.measuring.figures import Figure
from factcheck.management.measuring.scoring import Row, rows, scored, written

_PEOPLE = 0.549  # two people, as published with the set of propositions


def take(folder: Path, scratch: Path) -> Iterator[Figure]:
    """Statements of summaries with their content units, then propositions of an encyclopaedia."""
    yield from _figures(folder, "dev_claims", "claims", None, scratch)
    yield from _figures(folder, "dev_propsegment_wiki", "propositions", _PEOPLE, scratch)


def _figures(folder: Path, name: str, what: str, people: float | None, scratch: Path) -> Iterator[Figure]:
    scorer, given = folder / "score_decomposition.py", folder / "e_decomposition" / f"{name}.jsonl"
    if not given.exists():
        return
    read = list(rows(given))
    ours = _overall(scored(scorer, given, written(scratch / "ours.jsonl", map(_ours, read))))
    baseline = _overall(scored(scorer, given, written(scratch / "baseline.jsonl", map(_baseline, read))))
    good = (0.30, 0.38) if people else (None, None)
    yield Figure(f"{what}, Jaccard ≥ .8, F1", ours["m80_F1"], baseline["m80_F1"], people, *good)
    yield Figure(f"{what}, Jaccard ≥ .5, F1", ours["m50_F1"], baseline["m50_F1"])
    yield Figure(f"{what}, words not in the sentence", ours["novel"], baseline["novel"], None, 0.02, 0.01)


def _overall(answer: dict[str, dict[str, float]]) -> dict[str, float]:
    return answer.get("ALL") or next(iter(answer.values()))


def _ours(row: Row) -> Row:
    """What `extract` makes of the sentence; the whole of it where it finds nothing to check.

    These sets ask how a sentence divides and not whether it can be checked.
    """
    return {"id": row["id"], "claims": [c.text for c in extract(row["sentence"]).candidates] or [row["sentence"]]}


def _baseline(row: Row) -> Row:
    return {"id": row["id"], "claims": [row["sentence"]]}
