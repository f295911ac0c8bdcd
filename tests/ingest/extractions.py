"""Extractions for tests: one at a walk, and some that go wrong. They run in the sandbox's child."""

import os
import signal
import time
from collections.abc import Callable
from typing import Any

from factcheck.extraction.pipeline import extract as real
from factcheck.extraction.records import Candidate, Extraction, Link, Passage
from factcheck.text.paragraphs import paragraphs
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span

SECONDS = 0.6
Progress = Callable[[int, int, int], None]


def walking(text: str, *, progress: Progress) -> Extraction:
    """What `plain` says, spread over SECONDS."""
    says = plain(text)
    total = len(says.passages)
    for done in range(total):
        time.sleep(SECONDS / total)
        progress(done + 1, total, done + 1)
    return says


def plain(text: str) -> Extraction:
    """Each sentence a claim of its first word's. It needs no parser: a child that is killed and started again and again
    would spend its life loading that."""
    spans = [sentence for paragraph in paragraphs(text) for sentence in sentences(text, paragraph)]
    return Extraction(
        text=text,
        title="",
        version="plain",
        passages=tuple(Passage(span, "sentence", True, None) for span in spans),
        candidates=tuple(_claim(text, span, place) for place, span in enumerate(spans)),
        reported=(),
    )


def _claim(text: str, span: Span, place: int) -> Candidate:
    who = text[span.start : span.end].split(maxsplit=1)[0]
    speaker = Link(who, Span(span.start, span.start + len(who)), None, None, None, None)
    return Candidate(text[span.start : span.end], (span,), place, "event", 0.5, False, (), (), (speaker,))


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
