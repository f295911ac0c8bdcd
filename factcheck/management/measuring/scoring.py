"""Rows in, rows out, and the scorers, each a program of its own that lies beside the sets."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


class Unscored(Exception):
    """A scorer failed; `str()` says which and why."""


class Unmeasured(Exception):
    """Something outside the sets that one of them needs is not there; `str()` says what, in a clause."""


def rows(path: Path) -> Iterator[Row]:
    """The objects of a file with one on a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def written(path: Path, given: Iterable[Row]) -> Path:
    """The same path, when the rows stand in it."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in given)
    return path


def scored(scorer: Path, *arguments: Path | str) -> dict[str, Any]:
    """The scorer's figures. Raises Unscored."""
    command = [sys.executable, str(scorer), *map(str, arguments), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the set's own scorer
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise Unscored(f"{scorer.name}: {reason[0]}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
