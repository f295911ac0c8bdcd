"""A table that is worked out here as CSV, in the make of the other files: UTF-8 with BOM, RFC 4180, formula-safe."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = "=+-@\t\n\r"  # a spreadsheet runs a cell that starts with one of these


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: object) -> object:
    """An apostrophe before a formula makes a spreadsheet show it as the text that it is; figures are none."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(tuple(FORMULA)) else cell
