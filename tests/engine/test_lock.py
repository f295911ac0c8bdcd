"""One desk at a time in one var folder."""

import os
from pathlib import Path

import pytest

from factcheck.engine.errors import EngineError
from factcheck.engine.lock import only_one


def take(path: Path) -> bool:
    """Takes the lock and lets go of it; returns whether its last holder was killed."""
    with only_one(path) as crashed:
        return crashed


def test_a_second_desk_is_refused_with_the_first_ones_process_number(tmp_path: Path) -> None:
    with only_one(tmp_path / "up.lock"), pytest.raises(EngineError, match=rf"running in .* \(process {os.getpid()}\)"):
        take(tmp_path / "up.lock")


def test_it_is_free_again_afterwards(tmp_path: Path) -> None:
    assert not take(tmp_path / "up.lock")
    assert not take(tmp_path / "up.lock")


def test_a_holder_that_was_killed_is_noticed_and_does_not_block(tmp_path: Path) -> None:
    (tmp_path / "up.lock").write_text("4711")
    assert take(tmp_path / "up.lock")


def test_a_lock_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "up.lock").mkdir()
    with pytest.raises(EngineError, match=r"cannot write to .*up\.lock"):
        take(tmp_path / "up.lock")
