"""What the log says: where something went wrong, and never with which words of an unpublished text."""

import logging
from collections.abc import Iterator

import psycopg
from django.db import Error


class Discreet(logging.Formatter):
    """Of what PostgreSQL says of an error the first line alone: the next name the row, with all that stands in it."""

    def format(self, record: logging.LogRecord) -> str:
        told = super().format(record)
        for error in _chain(record.exc_info[1] if record.exc_info else None):
            first, *more = str(error).split("\n", 1)
            if more and isinstance(error, (Error, psycopg.Error)):
                told = told.replace(str(error), first).replace(repr(error), first)
        return told


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and those that it came of."""
    while error:
        yield error
        error = error.__cause__ or error.__context__
