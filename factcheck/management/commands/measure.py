"""`manage.py measure DIR`: how good the extraction is, as one table, beside the simplest thing that could work."""

import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.management.measuring import checkability, table
from factcheck.management.measuring.figures import Measure
from factcheck.management.measuring.scoring import Unmeasured, Unscored
from factcheck.management.measuring.sets import MEASURES


class Command(BaseCommand):
    """The figures are the same on every machine and at every run; only the seconds are not."""

    help = "Measures the extraction on the sets found in a folder, with the scorers that lie beside them."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder, and which of its sets."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="the folder with the sets and their scorers")
        parser.add_argument("--only", nargs="+", metavar="SET", help="the names of some sets, for a shorter run")
        parser.add_argument("--debates", type=Path, metavar="FILE", help="labelled sentences of debates not trained on")

    def handle(self, *, folder: Path, only: list[str] | None, debates: Path | None, **_options: Any) -> None:
        """Raises CommandError where there is nothing to measure, and where a scorer fails."""
        chosen = [measure for measure in MEASURES if (folder / measure.folder).is_dir()]
        chosen = [measure for measure in chosen if not only or measure.folder in only]
        if debates:
            chosen.append(Measure(debates.name, checkability.EVERY, checkability.debates(debates)))
        if not chosen:
            raise CommandError(f"{folder} holds none of: {', '.join(measure.folder for measure in MEASURES)}.")
        try:
            rows = [row for measure in chosen for row in _section(measure, folder)]
        except (Unscored, OSError, KeyError) as error:
            raise CommandError(f"{type(error).__name__}: {error}") from error
        self.stdout.write(table.drawn(rows))


def _section(measure: Measure, folder: Path) -> list[tuple[str, ...]]:
    if measure.take is None:
        return table.not_built(measure.folder)
    began = time.perf_counter()
    try:
        with tempfile.TemporaryDirectory() as scratch:
            figures = list(measure.take(folder, Path(scratch)))
    except Unmeasured as error:
        return table.not_measured(measure.folder, str(error))
    return table.section(measure.folder, figures, measure.baseline, time.perf_counter() - began)
