"""`manage.py train_worth DIR`: the weights of the words, from debates whose sentences people labelled."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from factcheck.extraction.signals import words
from factcheck.extraction.signals.features import features
from factcheck.extraction.tagging import tagged
from factcheck.management.measuring.scoring import Row, rows
from factcheck.management.training.logistic import Vector, average_precision, fitted, rarities, vector
from factcheck.text.cleaning import clean
from factcheck.text.spans import Span

DIGITS = 3


class Command(BaseCommand):
    """Two models share one table: is it worth checking (label), and does it state a fact at all (verdict)."""

    help = "Trains the word weights of check-worthiness; DIR/checkworthiness holds train.jsonl and dev.jsonl."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder, and where the weights go."""
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--to", type=Path, default=words.WEIGHTS, metavar="FILE", help="default: what ships")

    def handle(self, *, folder: Path, to: Path, **_options: Any) -> None:
        """Writes the weights and says how well they do on the debates they have not seen."""
        train, unseen = (list(rows(folder / "checkworthiness" / f"{name}.jsonl")) for name in ("train", "dev"))
        seen = [_features(row) for row in train]
        rarity = rarities(seen)
        numbers = {name: number for number, name in enumerate(rarity)}
        vectors = [vector(row, rarity, numbers) for row in seen]
        models = [fitted(vectors, labels, len(rarity)) for labels in _labels(train)]
        held_out = [vector(_features(row), rarity, numbers) for row in unseen]
        for name, model, labels in zip(("worth", "factual"), models, _labels(unseen), strict=True):
            figure = average_precision(list(_scores(model, held_out)), labels)
            self.stdout.write(f"{name}: average precision {figure:.3f} on {len(unseen)} sentences not trained on")
        to.write_text("".join(_lines(rarity, models)), encoding="utf-8")
        self.stdout.write(f"{len(rarity)} features, {to.stat().st_size // 1024} KB: {to}")


def _features(row: Row) -> set[str]:
    text = clean(row["text"])
    return features(tagged(text, Span(0, len(text))))


def _labels(given: Iterable[Row]) -> tuple[list[bool], list[bool]]:
    listed = list(given)
    return [bool(row["label"]) for row in listed], [row["verdict"] >= 0 for row in listed]


def _scores(model: tuple[list[float], float], vectors: Iterable[Vector]) -> Iterable[float]:
    weights, bias = model
    return (bias + sum(weights[number] * value for number, value in row) for row in vectors)


def _lines(rarity: dict[str, float], models: list[tuple[list[float], float]]) -> Iterable[str]:
    (worth, worth_bias), (factual, factual_bias) = models
    yield f"{words.BIAS}\t0\t{worth_bias:.{DIGITS}f}\t{factual_bias:.{DIGITS}f}\n"
    for name, scale, one, other in zip(rarity, rarity.values(), worth, factual, strict=True):
        yield f"{name}\t{scale:.{DIGITS}f}\t{one:.{DIGITS}f}\t{other:.{DIGITS}f}\n"
