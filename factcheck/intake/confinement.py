"""Reads files whose parsers are intricate in a child process with limits: what strangers wrote may harm only itself."""

import logging
from collections.abc import Callable

from factcheck.intake.errors import IntakeError
from factcheck.intake.formats import Reader
from factcheck.intake.raw import Raw
from factcheck.sandbox import Crashed, Sandbox, TooLong, TooMuchMemory

TARGET = "factcheck.intake.confinement:answer"
MEMORY_MB = 512
CPU_SECONDS = 20
SECONDS = 30.0

log = logging.getLogger(__name__)


def read_confined(read: Reader, data: bytes, name: str) -> Raw:
    """What the reader, a function of a module, makes of a file. Raises IntakeError as that does, and at a limit."""
    sandbox = Sandbox(TARGET, memory_mb=MEMORY_MB, cpu_seconds=CPU_SECONDS)
    try:
        answer = sandbox.call((read, data, name), seconds=SECONDS, every=SECONDS, tick=lambda _progress: None)
    except TooLong:
        raise IntakeError(f"{name} takes too long to read. Open it, and paste its text instead.") from None
    except TooMuchMemory:
        raise IntakeError(f"{name} takes too much memory to read. Open it, and paste its text instead.") from None
    except Crashed as crash:
        log.error("reading a file failed: %s", crash)  # noqa: TRY400 - the traceback is the child's, and told
        raise IntakeError(f"{name} cannot be read. Open it, and paste its text instead.") from None
    finally:
        sandbox.close()
    if isinstance(answer, Raw):
        return answer
    raise IntakeError(answer)


def answer(handed_in: tuple[Reader, bytes, str], *, progress: Callable[..., None]) -> Raw | str:  # noqa: ARG001 - nothing to tell
    """The child's side: what the file holds, or the sentence why it cannot be read."""
    read, data, name = handed_in
    try:
        return read(data, name)
    except IntakeError as refused:
        return str(refused)
