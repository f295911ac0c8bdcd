"""PostgreSQL's programs out of the wheel."""

import os
import stat
from pathlib import Path

import pytest

from factcheck.engine import programs
from factcheck.engine.errors import EngineError


def test_the_wheel_has_what_is_needed() -> None:
    installation = programs.find()
    assert os.access(installation / "bin" / "postgres", os.X_OK)
    assert (installation / "share" / "postgresql" / "postgres.bki").is_file()


@pytest.mark.parametrize("package", ["no_such_package", "psycopg"])
def test_a_machine_without_a_wheel_is_told_the_way_out(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setattr(programs, "PACKAGE", package)
    with pytest.raises(EngineError, match="Install PostgreSQL 15 or newer and name it: DATABASE_URL="):
        programs.find()


def test_the_copy_can_be_read_by_everybody(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        copied = programs.copy_for_others(programs.find(), tmp_path / "programs")
    finally:
        os.umask(before)
    assert stat.S_IMODE((copied / "bin" / "postgres").stat().st_mode) & 0o055 == 0o055
    for folder, _, files in os.walk(tmp_path / "programs"):
        assert Path(folder).stat().st_mode & 0o005 == 0o005
        assert all(Path(folder, name).stat().st_mode & 0o004 for name in files)


def test_programs_in_a_closed_folder_are_not_open_to_others(tmp_path: Path) -> None:
    copied = programs.copy_for_others(programs.find(), tmp_path / "programs")
    assert not programs.open_to_others(copied), "pytest's own folder is closed to others"


def test_the_copy_is_made_once_and_again_for_other_programs(tmp_path: Path) -> None:
    target = tmp_path / "programs"
    copied = programs.copy_for_others(programs.find(), target)
    (copied / "mark").touch()
    assert programs.copy_for_others(programs.find(), target) == copied
    assert (copied / "mark").exists()
    (target / "origin").write_text("an older wheel")
    programs.copy_for_others(programs.find(), target)
    assert not (copied / "mark").exists()
