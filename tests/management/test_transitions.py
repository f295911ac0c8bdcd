"""The picture in README is drawn from the table."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from factcheck.management.commands.transitions import diagram
from factcheck.workflow.transitions import TRANSITIONS


def test_every_verb_of_the_table_is_drawn() -> None:
    assert all(f": {verb.label.lower()} " in diagram() for verb in TRANSITIONS)


def test_what_the_machine_does_is_drawn_as_the_machines() -> None:
    assert "    settled --> recheck: text changed (the machine)" in diagram()


def test_readme_shows_the_picture_that_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("transitions")
    assert capsys.readouterr().out in (Path(settings.BASE_DIR) / "README.md").read_text(encoding="utf-8")
