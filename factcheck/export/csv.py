"""Verdicts and citations as CSV: UTF-8 with BOM, RFC 4180 with CRLF, formula-safe unless asked for raw.

PostgreSQL writes the rows (COPY) and Python only packs them: memory stays flat, whatever the size.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Any, LiteralString

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from psycopg import sql

from factcheck.models import Claim, Draft

from .columns import CITATIONS, NOW, THEN, VERDICTS, Column, File
from .tables import FORMULA

CSV: LiteralString = "FORMAT csv, HEADER"
MOMENT = ("claim", "verdict", "links", "signatures")
BOM = b"\xef\xbb\xbf"
CHUNK_BYTES = 256 * 1024
DANGEROUS = sql.SQL("ARRAY[{}]").format(sql.SQL(", ").join(map(sql.Literal, map(ord, FORMULA))))


def verdicts(
    claims: QuerySet[Claim],
    *,
    draft: Draft | None = None,
    raw: bool = False,
    why_empty: str = "",
    columns: Collection[str] = (),
) -> Iterator[bytes]:
    """One row a claim; `draft` names the older one in which they are looked at, as they stood then.

    `columns` are the names of those that are wanted; none: all.
    """
    return _file(VERDICTS.only(columns), claims, draft, raw=raw, why_empty=why_empty)


def citations(
    claims: QuerySet[Claim], *, draft: Draft | None = None, raw: bool = False, why_empty: str = ""
) -> Iterator[bytes]:
    """One row for each citation that a claim's verdict rests on."""
    return _file(CITATIONS, claims, draft, raw=raw, why_empty=why_empty)


def _file(file: File, claims: QuerySet[Claim], draft: Draft | None, *, raw: bool, why_empty: str) -> Iterator[bytes]:
    """Where no row follows the header, `why_empty` does, but not in a raw file: programs read that one."""
    with connection.cursor() as cursor, cursor.copy(statement(cursor, file, claims, draft, raw=raw)) as rows:
        header = bytes(next(iter(rows)))
        first = next(iter(rows), None)
        if first is None:
            note = f'"{why_empty}"' + "," * (len(file.columns) - 1)
            yield BOM + _crlf(header) + (b"" if raw or not why_empty else note.encode() + b"\r\n")
        else:
            yield from _chunks(chain((BOM + header, first), rows))


def _chunks(rows: Iterable[Any]) -> Iterator[bytes]:
    held, size = [], 0
    for row in rows:
        held.append(_crlf(row))
        size += len(row)
        if size >= CHUNK_BYTES:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _crlf(row: Any) -> bytes:
    """PostgreSQL ends a row with a line feed alone; a line feed inside of a cell is left as it is."""
    return bytes(row[:-1]) + b"\r\n"


def statement(
    cursor: Any,
    file: File,
    claims: QuerySet[Claim],
    draft: Draft | None = None,
    *,
    raw: bool,
    form: LiteralString = CSV,
) -> sql.Composed:
    """The `COPY` of the file; `form` is how PostgreSQL writes the rows."""
    moment, at = (THEN, sql.Literal(draft.pk)) if draft else (NOW, sql.SQL("NULL::bigint"))
    # The inner query is ordered, so that PostgreSQL works out each cell once before the outer one looks at it twice.
    return sql.SQL(
        "COPY (SELECT {cells} FROM ("
        "SELECT {values} FROM {source} WHERE claim.id IN ({claims}) ORDER BY {order}"
        ") AS line) TO STDOUT ({form}, ENCODING 'UTF8')"
    ).format(
        form=sql.SQL(form),
        cells=sql.SQL(", ").join(_cell(column, raw=raw) for column in file.columns),
        values=sql.SQL(", ").join(
            sql.SQL("{} AS {}").format(sql.SQL(column.sql), sql.Identifier(column.name)) for column in file.columns
        ),
        source=sql.SQL(file.source).format(
            **{name: sql.SQL(getattr(moment, name)).format(draft=at) for name in MOMENT},
            draft=at,
        ),
        claims=_ids(cursor, claims),
        order=sql.SQL(file.order),
    )


def _cell(column: Column, *, raw: bool) -> sql.Composable:
    """An apostrophe before a formula makes a spreadsheet show it as the text that it is."""
    name = sql.Identifier(column.name)
    if column.plain:
        return name
    safe = sql.SQL("CASE WHEN ascii({name}) = ANY({dangerous}) THEN '''' || {name} ELSE {name} END")
    cell = name if raw else safe.format(name=name, dangerous=DANGEROUS)
    return sql.SQL("nullif({}, '') AS {}").format(cell, name)


def _ids(cursor: Any, claims: QuerySet[Claim]) -> sql.Composable:
    """The choice of claims as Django words it, with its parameters quoted by psycopg."""
    try:
        query, parameters = claims.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return sql.SQL("NULL")
    return sql.SQL(cursor.mogrify(query, parameters))
