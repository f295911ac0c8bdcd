"""What somebody hands in: a file, a pasted text, or the address of a page; each with what is read in it."""

import hashlib
from dataclasses import dataclass, replace

from factcheck import intake
from factcheck.intake import fetch

PASTED = "pasted text"


@dataclass(frozen=True, slots=True)
class Handed:
    """A name, the bytes as they came, and the text in them."""

    name: str
    data: bytes
    read: intake.Text

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def file(name: str, data: bytes) -> Handed:
    """Raises IntakeError, with a sentence for the person."""
    return Handed(name, data, intake.read(name, data))


def pasted(text: str) -> Handed:
    """It is kept as UTF-8. Raises IntakeError, with a sentence for the person."""
    return Handed(PASTED, text.encode(errors="replace"), intake.read_pasted(text))


def page(url: str) -> Handed:
    """A page of the web, fetched now; its source is the address that it came from.

    Raises IntakeError, with a sentence for the person.
    """
    found = fetch.page(url)
    read = intake.read(found.name, found.readable)
    return Handed(found.name, found.data, replace(read, source_url=found.url))
