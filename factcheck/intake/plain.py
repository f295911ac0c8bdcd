"""Plain text files."""

from factcheck.intake.decoding import decode
from factcheck.intake.raw import Raw


def from_plain(data: bytes, name: str) -> Raw:
    """The file's text. Raises IntakeError for what is no text."""
    return Raw(decode(data, name))
