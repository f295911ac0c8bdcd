"""Runs the extraction in a child with limits, and tells what went wrong as sentences for the editor."""

import logging
import threading
from collections.abc import Callable

from django.conf import settings

from factcheck.extraction.records import Extraction
from factcheck.sandbox import Crashed, Sandbox, TooLong, TooMuchMemory

TARGET = "factcheck.extraction.pipeline:extract"
REHEARSAL = "The bridge was closed on Friday, the mayor said."
TICK_SECONDS = 1.0

KEPT = "The text is kept: try again, or"

log = logging.getLogger(__name__)
_own = threading.local()  # each thread its own child; a process makes none before its first article


class Unreadable(Exception):
    """The extraction did not come to an end; `str()` is a sentence for the editor."""


def read(text: str, *, tick: Callable[[int, int, int], None]) -> Extraction:
    """What the extraction says of the text.

    `tick` is called about every second with sentences done, sentences in all and claims found; what it raises ends
    the extraction. Raises Unreadable.
    """
    try:
        extraction = _sandbox().call(
            text,
            seconds=settings.SPLIT_TIME_SECONDS,
            every=min(TICK_SECONDS, settings.SPLIT_LEASE_SECONDS / 4),
            tick=lambda progress: tick(*(progress or (0, 0, 0))),
        )
    except TooLong:
        minutes = settings.SPLIT_TIME_SECONDS / 60
        raise Unreadable(
            f"Splitting this article took longer than {minutes:g} minutes. {KEPT} upload it in parts."
        ) from None
    except TooMuchMemory:
        raise Unreadable(
            f"Splitting this article took more memory than the {settings.SPLIT_MEMORY_MB} MB it may have. "
            f"{KEPT} upload it in parts."
        ) from None
    except Crashed as crash:
        log.error("the extraction failed: %s", crash)  # noqa: TRY400 - the traceback is the child's, and told
        raise Unreadable(
            f"The program that splits articles failed on this one ({crash}). {KEPT} tell the site administrator."
        ) from None
    assert isinstance(extraction, Extraction)  # noqa: S101 - for the type checker; the target returns nothing else
    if extraction.text != text:
        raise Unreadable(f"The program that splits articles changed this text. {KEPT} tell the site administrator.")
    return extraction


def prepare() -> None:
    """Starts the child ahead of the first article: it takes seconds to load the parser."""
    _sandbox().rehearse(REHEARSAL)


def _sandbox() -> Sandbox:
    if not hasattr(_own, "sandbox"):
        _own.sandbox = Sandbox(TARGET, memory_mb=settings.SPLIT_MEMORY_MB)
    sandbox: Sandbox = _own.sandbox
    return sandbox
