"""The figures as one table to read."""

from collections.abc import Iterable, Sequence

from factcheck.management.measuring.figures import Figure

HEAD = ("figure", "ours", "baseline", "people", "good", "aim")


def section(folder: str, figures: Sequence[Figure], baseline: str, seconds: float) -> list[tuple[str, ...]]:
    """The rows of one set: its name, what its baseline does, how long it took, and its figures."""
    head = (f"{folder} (baseline: {baseline}; {seconds:.1f} s)",)
    return [head, *(_row(figure) for figure in figures)]


def not_built(folder: str) -> list[tuple[str, ...]]:
    """A set that nothing answers yet."""
    return [(f"{folder} (not built)",)]


def not_measured(folder: str, reason: str) -> list[tuple[str, ...]]:
    """A set that something outside it kept from being measured, and what."""
    return [(f"{folder} (not measured: {reason})",)]


def _row(figure: Figure) -> tuple[str, ...]:
    values = (figure.ours, figure.baseline, figure.people, figure.good, figure.aim)
    return (f"  {figure.name}", *("" if value is None else f"{value:.3f}" for value in values))


def drawn(rows: Iterable[tuple[str, ...]]) -> str:
    """The rows under the head, in columns; a row of one cell runs across them."""
    listed = [HEAD, *rows]
    width = max((len(row[0]) for row in listed if len(row) > 1), default=0)
    return "\n".join(_line(row, width) for row in listed)


def _line(row: tuple[str, ...], width: int) -> str:
    return f"{row[0]:<{width}}{''.join(f'{cell:>10}' for cell in row[1:])}".rstrip()
