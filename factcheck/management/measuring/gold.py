"""Articles annotated twice: claims, chains, reasons, ranking."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.extraction.pipeline import extract
from factcheck.management.commands.extract import as_contract
from factcheck.management.measuring.figures import Figure
from factcheck.management.measuring.scoring import Row, scored, written
from factcheck.text.cleaning import clean
from factcheck.text.paragraphs import paragraphs
from factcheck.text.sentences import sentences

# name in the scorer's answer, name in the table, good, aim
_WANTED: tuple[tuple[str, str, float | None, float | None], ...] = (
    ("checkable_f1", "sentences with a claim, F1", 0.90, 0.95),
    ("furniture_f1", "furniture, F1", 0.80, 0.95),
    ("reason_acc", "reason for not checkable", 0.65, 0.80),
    ("claim_f1", "claims found, F1", 0.65, 0.80),
    ("chain_acc", "whole chain right", 0.75, 0.90),
    ("nested_acc", "nested chain right", None, None),
    ("said_acc", "chain of what is not checkable", None, None),
    ("worth_ap", "ranking, average precision", None, None),
    ("novel", "words invented", 0.0, 0.0),
)


def take(folder: Path, scratch: Path) -> Iterator[Figure]:
    """Ours by the command's own contract; people are the two annotators, scored against each other."""
    scorer, gold = folder / "score_gold.py", folder / "gold"
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(gold.glob("*.json"))]
    ours = scored(scorer, gold, written(scratch / "ours.jsonl", map(_ours, texts)))
    baseline = scored(scorer, gold, written(scratch / "baseline.jsonl", map(_baseline, texts)))
    people = scored(scorer, gold, "--pair")
    for key, name, good, aim in _WANTED:
        yield Figure(name, ours[key], baseline[key], people[key], good, aim)


def _ours(text: str) -> Row:
    return as_contract(extract(text), "", "", 0.0)


def _baseline(text: str) -> Row:
    """Longer sentences first, as whoever knows nothing would guess."""
    text = clean(text)
    spans = [span for paragraph in paragraphs(text) for span in sentences(text, paragraph)]
    longest = max((span.end - span.start for span in spans), default=1)
    claims: list[dict[str, Any]] = [
        {
            "claim": span.of(text),
            "spans": [span.pair],
            "checkworthiness": (span.end - span.start) / longest,
            "attribution": [],
        }
        for span in spans
    ]
    passages = [{"start": span.start, "end": span.end, "kind": "sentence", "reason": None} for span in spans]
    return {"text": text, "passages": passages, "claims": claims, "reported": []}
