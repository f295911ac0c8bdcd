"""What measuring yields."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: ours beside the baseline's, what two people reach against each other, and what we want.

    ``people`` is None where nobody measured it, ``good`` and ``aim`` where the figure is only for the record.
    """

    name: str
    ours: float
    baseline: float | None
    people: float | None = None
    good: float | None = None
    aim: float | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A set by the name of its folder, what the baseline does, and the function that measures it.

    ``take`` gets the folder with the sets and their scorers, and an empty one for predictions. It is None where what
    the set asks for is not built.
    """

    folder: str
    baseline: str
    take: Callable[[Path, Path], Iterable[Figure]] | None
