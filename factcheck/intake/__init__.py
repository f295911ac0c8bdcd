"""What somebody hands in, made into text: `read(name, data)`, `read_pasted(text)`, and `fetch.page(url)` before it."""

from factcheck.intake.errors import IntakeError
from factcheck.intake.formats import EXTENSIONS
from factcheck.intake.limits import MOST_CHARACTERS, MOST_UPLOAD_BYTES
from factcheck.intake.reading import Text, read, read_pasted

__all__ = ["EXTENSIONS", "MOST_CHARACTERS", "MOST_UPLOAD_BYTES", "IntakeError", "Text", "read", "read_pasted"]
