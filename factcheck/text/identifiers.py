"""Numbers and keys as an address or a form holds them: what is mangled is none."""

from uuid import UUID

MOST_DIGITS = 18  # of an id; every number of so many fits PostgreSQL's bigint


def number(text: str, digits: int = MOST_DIGITS) -> int | None:
    """The number, of at most so many digits, or None. Nine digits fit PostgreSQL's integer."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else None


def key(text: str) -> UUID | None:
    """The name that a form gives its request, or None."""
    try:
        return UUID(text)
    except ValueError:
        return None
