"""Extractions for tests: the real one at a walk, and some that go wrong. They run in the sandbox's child."""

import os
import signal
import time
from collections.abc import Callable
from typing import Any

from factcheck.extraction.pipeline import extract as real
from factcheck.extraction.records import Extraction

SECONDS = 0.6
Progress = Callable[[int, int, int], None]


def extract(text: str, *, progress: Progress) -> Extraction:
    """The real extraction, spread over SECONDS."""

    def walk(done: int, total: int, found: int) -> None:
        time.sleep(SECONDS / (total + 1))
        progress(done, total, found)

    return real(text, progress=walk)


def echo(argument: Any, *, progress: Progress) -> Any:
    """What it is told, and who it is."""
    return argument, os.getpid(), sorted(os.environ)


def endless(text: str, *, progress: Progress) -> Extraction:
    """Says that it is at the third of ten sentences, and stays there."""
    time.sleep(0.2)
    progress(3, 10, 2)
    while True:
        time.sleep(0.01)


def busy(text: str, *, progress: Progress) -> Extraction:
    """Counts, and never rests."""
    while True:
        sum(range(1000))


def greedy(text: str, *, progress: Progress) -> Extraction:
    """Takes memory until there is none."""
    hoard = []
    while True:
        hoard.append(bytearray(16 * 1024 * 1024))


def broken(text: str, *, progress: Progress) -> Extraction:
    """Fails with the article's words in its error, as a KeyError would."""
    raise KeyError(text)


def dying(text: str, *, progress: Progress) -> Extraction:
    """Ends as a fault in a C library would end it."""
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError


def changing(text: str, *, progress: Progress) -> Extraction:
    """Reads another text than it was given."""
    return real(f"{text} And more.", progress=progress)
