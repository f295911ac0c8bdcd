"""Plain text files."""

from factcheck.intake.decoding import decode


def from_plain(data: bytes, name: str) -> str:
    """The file's text. Raises IntakeError for what is no text."""
    return decode(data, name)
