"""`manage.py train_worth DIR`: the weights of the words, from debates whose sentences people labelled."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand

from factcheck.extraction.sentence import parse_together, read_sentence
from factcheck.extraction.signals import words
from factcheck.extraction.signals.features import features
from factcheck.management.measuring.scoring import Row, rows
from factcheck.management.training.logistic import Vector, average_precision, fitted, rarities, vector
from factcheck.text.cleaning import clean
from factcheck.text.spans import Span

DIGITS = 3
Model = tuple[list[float], float]


class Command(BaseCommand):
    """Two models share one table: is it worth checking (label), and does it state a fact at all (verdict)."""

    help = "Trains the word weights of check-worthiness; DIR/checkworthiness holds train.jsonl and dev.jsonl."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder, and where the weights go."""
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--to", type=Path, default=words.WEIGHTS, metavar="FILE", help="default: what ships")
        parser.add_argument("--held-out", action="store_true", help="write the weights that have not seen dev.jsonl")

    def handle(self, *, folder: Path, to: Path, held_out: bool, **_options: Any) -> None:
        """Says how well weights from the older debates do on the later ones, then learns from both."""
        older, later = (list(rows(folder / "checkworthiness" / f"{name}.jsonl")) for name in ("train", "dev"))
        table = _trained(older)
        vectors = [vector(seen, table.rarity, table.numbers) for seen in _features(later)]
        for name, model, labels in zip(("worth", "factual"), table.models, _labels(later), strict=True):
            figure = average_precision(list(_scores(model, vectors)), labels)
            self.stdout.write(f"{name}: average precision {figure:.3f} on {len(later)} sentences not trained on")
        table = table if held_out else _trained(older + later)
        to.write_text("".join(_lines(table)), encoding="utf-8")
        self.stdout.write(f"{len(table.rarity)} features, {to.stat().st_size // 1024} KB: {to}")


class _Table(NamedTuple):
    """The features with their rarities and numbers, and the two models over them."""

    rarity: dict[str, float]
    numbers: dict[str, int]
    models: list[Model]


def _trained(given: list[Row]) -> _Table:
    seen = _features(given)
    rarity = rarities(seen)
    numbers = {name: number for number, name in enumerate(rarity)}
    vectors = [vector(row, rarity, numbers) for row in seen]
    worth, _ = _labels(given)
    clear = [number for number, row in enumerate(given) if row["verdict"]]
    return _Table(
        rarity,
        numbers,
        [
            fitted(vectors, worth, len(rarity)),
            fitted([vectors[number] for number in clear], [worth[number] for number in clear], len(rarity)),
        ],
    )


def _features(given: Iterable[Row]) -> list[set[str]]:
    texts = [clean(row["text"]) for row in given]
    read = [read_sentence(text, Span(0, len(text)), ()) for text in texts]
    parse_together(read)
    return [features(sentence) for sentence in read]


def _labels(given: Iterable[Row]) -> tuple[list[bool], list[bool]]:
    listed = list(given)
    return [bool(row["label"]) for row in listed], [row["verdict"] >= 0 for row in listed]


def _scores(model: Model, vectors: Iterable[Vector]) -> Iterable[float]:
    weights, bias = model
    return (bias + sum(weights[number] * value for number, value in row) for row in vectors)


def _lines(table: _Table) -> Iterable[str]:
    (worth, worth_bias), (factual, factual_bias) = table.models
    yield f"{words.BIAS}\t0\t{worth_bias:.{DIGITS}f}\t{factual_bias:.{DIGITS}f}\n"
    for name, scale, one, other in zip(table.rarity, table.rarity.values(), worth, factual, strict=True):
        yield f"{name}\t{scale:.{DIGITS}f}\t{one:.{DIGITS}f}\t{other:.{DIGITS}f}\n"
