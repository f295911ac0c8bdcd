"""A call in a child process: its answer, its progress, and each way in which it may go wrong."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from factcheck.sandbox import Crashed, Sandbox, TooLong, TooMuchMemory
from tests.worker import wait_for


@pytest.fixture
def make(request: pytest.FixtureRequest) -> Iterator[Any]:
    made: list[Sandbox] = []

    def sandbox(target: str, memory_mb: int = 256, cpu_seconds: int | None = None) -> Sandbox:
        made.append(Sandbox(target, memory_mb=memory_mb, cpu_seconds=cpu_seconds))
        return made[-1]

    yield sandbox
    for one in made:
        one.close()


def call(sandbox: Sandbox, argument: Any = "a text", seconds: float = 20, every: float = 0.05) -> Any:
    return sandbox.call(argument, seconds=seconds, every=every, tick=lambda _progress: None)


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_answer_comes_from_another_process_that_stays(make: Any) -> None:
    sandbox = make("tests.ingest.extractions:echo")
    first, second = call(sandbox, "äöü"), call(sandbox, "b")
    assert first[0] == "äöü"
    assert first[1] == second[1] != os.getpid()


def test_the_child_is_told_no_secrets(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "something")
    assert not {"SECRET_KEY", "DATABASE_URL"} & set(call(make("tests.ingest.extractions:echo"))[2])


def test_what_takes_too_long_is_ended(make: Any) -> None:
    sandbox = make("tests.ingest.extractions:endless")
    with pytest.raises(TooLong):
        call(sandbox, seconds=2)


def test_what_keeps_a_processor_busy_for_too_long_is_ended(make: Any) -> None:
    with pytest.raises(TooLong, match="more than 1 s of a processor"):
        call(make("tests.ingest.extractions:busy", cpu_seconds=1))


def test_what_takes_too_much_memory_is_ended(make: Any) -> None:
    with pytest.raises(TooMuchMemory):
        call(make("tests.ingest.extractions:greedy"))


def test_a_fault_is_named_without_the_words_of_the_text(make: Any) -> None:
    with pytest.raises(Crashed, match=r"^KeyError in extractions\.py, line \d+$"):
        call(make("tests.ingest.extractions:broken"), "the secret text")


def test_a_child_that_dies_is_told_by_its_signal(make: Any) -> None:
    with pytest.raises(Crashed, match="SIGSEGV"):
        call(make("tests.ingest.extractions:dying"))


def test_after_a_failure_the_next_call_has_a_new_child(make: Any) -> None:
    sandbox = make("tests.ingest.extractions:echo")
    pid = call(sandbox)[1]
    os.kill(pid, 9)
    with pytest.raises(Crashed):
        call(sandbox)
    assert call(sandbox)[1] != pid


def test_progress_is_told_and_may_end_the_call(make: Any) -> None:
    sandbox, told = make("tests.ingest.extractions:endless"), []

    def tick(progress: tuple[Any, ...]) -> None:
        told.append(progress)
        if progress:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        sandbox.call("a text", seconds=20, every=0.05, tick=tick)
    assert told[-1] == (3, 10, 2)


def test_a_rehearsal_starts_the_child_and_its_answer_is_nobodys(make: Any) -> None:
    sandbox = make("tests.ingest.extractions:echo")
    sandbox.rehearse("a rehearsal")
    first, second = call(sandbox, "a text"), call(sandbox, "another")
    assert (first[0], second[0]) == ("a text", "another")
    assert first[1] == second[1]


def test_a_rehearsal_that_goes_wrong_is_told_at_the_first_call_and_not_again(make: Any) -> None:
    sandbox = make("tests.ingest.extractions:broken")
    sandbox.rehearse("a rehearsal")
    with pytest.raises(Crashed):
        call(sandbox)
    sandbox.target = "tests.ingest.extractions:echo"
    assert call(sandbox)[0] == "a text"


def test_closing_ends_the_child(make: Any) -> None:
    sandbox = make("tests.ingest.extractions:echo")
    pid = call(sandbox)[1]
    sandbox.close()
    assert wait_for(lambda: not lives(pid), 2)
