"""Paragraphs with the sentences people see in them."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from factcheck.management.measuring.figures import Figure
from factcheck.management.measuring.scoring import Row, rows, scored, written
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span

_NEWS = "gum_news"
_WEB = ("ewt_newsgroup", "ewt_weblog")
_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")

Spans = list[list[int]]


def take(folder: Path, scratch: Path) -> Iterator[Figure]:
    """Boundaries of news, of the web, and the sentences of a set of rules of thumb."""
    given = list(rows(folder / "c_sentences" / "dev.jsonl"))
    for name, sources, good, aim in (("news", (_NEWS,), 0.945, 0.965), ("web", _WEB, None, None)):
        chosen = [row for row in given if row["source"] in sources]
        if chosen:
            ours, baseline = _scored(folder, chosen, scratch)
            yield Figure(f"boundaries, {name}, F1", ours["F1"], baseline["F1"], None, good, aim)
    golden = folder / "c_sentences" / "pysbd_golden_rules.jsonl"
    if golden.exists():
        numbered = [row | {"doc_id": str(row["id"]), "par": 0, "source": "rules"} for row in rows(golden)]
        ours, baseline = _scored(folder, numbered, scratch)
        yield Figure("golden rules, whole sentences, F1", ours["sent_F1"], baseline["sent_F1"])


def _scored(folder: Path, given: list[Row], scratch: Path) -> tuple[dict[str, float], dict[str, float]]:
    scorer, gold = folder / "score_sentences.py", written(scratch / "gold.jsonl", given)
    ours = scored(scorer, gold, written(scratch / "ours.jsonl", _read(given, by_us)))
    baseline = scored(scorer, gold, written(scratch / "baseline.jsonl", _read(given, by_stops)))
    return ours["ALL"], baseline["ALL"]


def _read(given: list[Row], split: Callable[[str], Spans]) -> Iterator[Row]:
    for row in given:
        yield {"doc_id": row["doc_id"], "par": row["par"], "sentences": split(row["text"])}


def by_us(text: str) -> Spans:
    """The sentences as the extraction reads them."""
    return [span.pair for span in sentences(text, Span(0, len(text)))]


def by_stops(text: str) -> Spans:
    """Every stop ends a sentence when a capital follows."""
    edges = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    return [list(pair) for pair in pairwise(edges)]
