"""What the extraction says of some files, without touching a database."""

import json
import sys
import time
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck import intake
from factcheck.extraction.pipeline import extract
from factcheck.extraction.records import Candidate, Extraction, Link, Passage

STANDARD_INPUT = "-"


class Command(BaseCommand):
    """Prints one JSON object a file and line with --json, and a readable list without."""

    help = "Extract the claims of files, folders of files, or - for standard input; no database is needed."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The files, and the form of the answer."""
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input")
        parser.add_argument("--json", action="store_true", help="one JSON object for each file, one on a line")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Every file that can be read; the others are named, with the reason, on standard error.

        Raises CommandError at the end when there were any, so that the exit status is 1.
        """
        failed = 0
        for name in _walked(options["files"]):
            try:
                answer = _answer(name, as_json=options["json"])
            except (intake.IntakeError, OSError) as error:
                failed += 1
                self.stderr.write(f"{name}: {_reason(error)}")
            else:
                self.stdout.write(answer)
        if failed:
            raise CommandError(f"{failed} could not be read.")


def _walked(names: Iterable[str]) -> Iterator[str]:
    """The names as given, and in place of a folder the files in it that intake reads, in order."""
    for name in names:
        if name != STANDARD_INPUT and Path(name).is_dir():
            inside = sorted(path for path in Path(name).rglob("*") if path.suffix.lower() in intake.EXTENSIONS)
            yield from (str(path) for path in inside if path.is_file())
        else:
            yield name


def _answer(name: str, *, as_json: bool) -> str:
    began = time.perf_counter()
    handed_in = _handed_in(name)
    extraction = extract(handed_in.text)
    seconds = time.perf_counter() - began
    if as_json:
        return json.dumps(as_contract(extraction, name, handed_in.title, seconds), ensure_ascii=False)
    return _readable(extraction, name, seconds)


def _handed_in(name: str) -> intake.Text:
    if name == STANDARD_INPUT:
        return intake.read("standard-input.txt", sys.stdin.buffer.read())
    return intake.read(name, Path(name).read_bytes())


def _reason(error: Exception) -> str:
    """The system's sentence without its number and path, which is named already."""
    return getattr(error, "strerror", None) or str(error)


def as_contract(extraction: Extraction, name: str, title: str, seconds: float) -> dict[str, Any]:
    """The extraction as a JSON object; its keys are a promise to other programs. A note only where there is one."""
    return {
        "file": name,
        "title": extraction.title or title,
        "text": extraction.text,
        "extractor_version": extraction.version,
        "seconds": round(seconds, 4),
        "passages": [_passage(passage) for passage in extraction.passages],
        "claims": [_claim(candidate) for candidate in extraction.candidates],
        "reported": [
            {"passage": reported.passage, "attribution": [link.as_json() for link in reported.attribution]}
            for reported in extraction.reported
        ],
        **({"note": extraction.note} if extraction.note else {}),
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "start": passage.span.start,
        "end": passage.span.end,
        "kind": passage.kind,
        "checkable": passage.checkable,
        "reason": passage.reason,
    }


def _claim(candidate: Candidate) -> dict[str, Any]:
    return {
        "claim": candidate.text,
        "spans": [span.pair for span in candidate.spans],
        "passage": candidate.passage,
        "kind": candidate.kind,
        "checkworthiness": candidate.checkworthiness,
        "ambiguous": candidate.ambiguous,
        "added": list(candidate.added),
        "signals": [signal.as_json() for signal in candidate.signals],
        "attribution": [link.as_json() for link in candidate.attribution],
    }


def _readable(extraction: Extraction, name: str, seconds: float) -> str:
    claims, chains = defaultdict(list), defaultdict(list)
    for candidate in extraction.candidates:
        claims[candidate.passage].append(_readable_claim(candidate))
    for reported in extraction.reported:
        chains[reported.passage].append(f"        said by {_readable_chain(reported.attribution)}")
    lines = [f"{name}: {len(extraction.candidates)} claims in {len(extraction.passages)} passages, {seconds:.2f} s"]
    lines += [extraction.note] if extraction.note else []
    for number, passage in enumerate(extraction.passages):
        label = passage.kind if passage.checkable else f"{passage.kind}: {passage.reason}"
        words = " ".join(passage.span.of(extraction.text).split())
        lines += ["", f"{number:4}  [{label}] {words}", *claims[number], *chains[number]]
    return "\n".join(lines)


def _readable_claim(claim: Candidate) -> str:
    said = f" | {_readable_chain(claim.attribution)}" if claim.attribution else ""
    unsure = " (ambiguous)" if claim.ambiguous else ""
    return f"      {claim.checkworthiness:.2f} {claim.kind}: {claim.text}{unsure}{said}"


def _readable_chain(links: Iterable[Link]) -> str:
    return " → ".join(f"{link.who or 'somebody unnamed'} ({link.cue or 'quoted'})" for link in links)
