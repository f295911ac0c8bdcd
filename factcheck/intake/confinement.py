"""Does what strangers have a say in, in a child process with limits: what they wrote may harm only itself."""

import logging
from collections.abc import Callable
from typing import Any

from factcheck.intake.errors import IntakeError
from factcheck.intake.formats import Reader
from factcheck.intake.raw import Raw
from factcheck.sandbox import Crashed, Sandbox, TooLong, TooMuchMemory

TARGET = "factcheck.intake.confinement:answer"
MEMORY_MB = 512
CPU_SECONDS = 20
SECONDS = 30.0
HELP = "Open it, and paste its text instead."

log = logging.getLogger(__name__)


def read_confined(read: Reader, data: bytes, name: str) -> Raw:
    """What the reader makes of a file. Raises IntakeError as that does, and at a limit."""
    raw = confined(read, data, name, name=name, seconds=SECONDS, too_long=f"{name} takes too long to read. {HELP}")
    assert isinstance(raw, Raw)  # noqa: S101 - for the type checker; a reader returns nothing else
    return raw


def confined(function: Callable[..., Any], *arguments: Any, name: str, seconds: float, too_long: str) -> Any:
    """What the function, one of a module, returns in the child. `name` says what it is about, and `too_long` is the
    sentence for when it takes more than `seconds`. Raises IntakeError as the function does, and at a limit.
    """
    sandbox = Sandbox(TARGET, memory_mb=MEMORY_MB, cpu_seconds=CPU_SECONDS)
    try:
        said, refusal = sandbox.call((function, arguments), seconds=seconds, every=seconds, tick=lambda _progress: None)
    except TooLong:
        raise IntakeError(too_long) from None
    except TooMuchMemory:
        raise IntakeError(f"{name} takes too much memory to read. {HELP}") from None
    except Crashed as crash:
        log.error("reading a file failed: %s", crash)  # noqa: TRY400 - the traceback is the child's, and told
        raise IntakeError(f"{name} cannot be read. {HELP}") from None
    finally:
        sandbox.close()
    if refusal:
        raise IntakeError(refusal)
    return said


def answer(asked: tuple[Callable[..., Any], tuple[Any, ...]], *, progress: Callable[..., None]) -> tuple[Any, str]:  # noqa: ARG001 - nothing to tell
    """The child's side: what the function returns, or the sentence why it does not."""
    function, arguments = asked
    try:
        return function(*arguments), ""
    except IntakeError as refused:
        return None, str(refused)
