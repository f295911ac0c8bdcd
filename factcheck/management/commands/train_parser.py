"""`manage.py train_parser TREEBANK OUT`: the weights of the parser, from Universal Dependencies treebanks."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.management.training.parser.program import DEV, TRAIN, train
from factcheck.management.training.parser.treebank import Malformed


class Command(BaseCommand):
    """OUT always holds the best parser so far; the weights that ship are replaced by hand."""

    help = f"Trains the English parser; TREEBANK holds {TRAIN} and {DEV}. One core, about an hour."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the treebanks are, and where the weights go."""
        parser.add_argument("treebank", type=Path, metavar="TREEBANK")
        parser.add_argument("out", type=Path, metavar="OUT")

    def handle(self, *, treebank: Path, out: Path, **_options: Any) -> None:
        """Raises CommandError where there is nothing to learn from."""
        missing = [name for name in (TRAIN, DEV) if not (treebank / name).is_file()]
        if missing:
            raise CommandError(f"{treebank} does not hold {' and '.join(missing)}.")
        try:
            best = train(treebank, out, self.stdout.write)
        except (Malformed, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"labelled attachment {best:.3f} on {DEV}: {out}")
