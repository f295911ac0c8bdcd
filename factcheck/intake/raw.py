"""What a file holds, before anything is cleaned."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Raw:
    """A file's text with an empty line between paragraphs, and what the file says of itself, where it does.

    `whole` is the text with what the reader left out in its place; empty: it left nothing out. `unread` says in a
    sentence what of the file could not be read.
    """

    text: str
    title: str = ""
    byline: str = ""
    source_url: str = ""
    published_on: date | None = None
    whole: str = ""
    unread: str = ""
