"""What people write is unpublished, and stays out of the log."""

import logging

import pytest
from django.db import IntegrityError, transaction

from factcheck.logs import Discreet
from factcheck.models import Article, Desk, User

SECRET = "The minister took the money"


def logged(message: str, error: Exception | None = None) -> str:
    """As a line of the log."""
    told = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("desk", logging.ERROR, "", 0, message, (), told)
    return Discreet("{levelname} {message}", style="{").format(record)


def test_of_a_row_that_the_database_refuses_only_the_reason_is_told(desk: Desk, editor: User) -> None:
    article = Article(desk=desk, title=SECRET, created_by=editor)
    article.note = None  # type: ignore[assignment] # which the database refuses
    with pytest.raises(IntegrityError, match=SECRET) as refused, transaction.atomic():
        article.save()
    line = logged(f"the task raised {refused.value!r}", refused.value)
    assert SECRET not in line
    assert line.count('null value in column "note"') == 3, "in the message, and in the traceback of both errors"


def test_what_we_say_ourselves_is_told_to_the_end() -> None:
    assert "Two are likely." in logged("not read", ValueError("No language is told.\nTwo are likely."))


def test_a_line_without_an_error_is_as_it_was() -> None:
    assert logged("draft 4: 7 claims") == "ERROR draft 4: 7 claims"
