"""A text with suggested changes as a Word file, in which each is a tracked change to accept or reject.

Three parts are all that a .docx needs: ECMA-376, part 1, annex L; tracked changes are its 17.13.5.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from factcheck.text.wording import Kind, Piece

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org"
TYPES = (
    f'{HEAD}<Types xmlns="{OFFICE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="main" '
    f'Type="{OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Tracked:
    """Words of the text, and who would change them, when; words that are kept are nobody's."""

    piece: Piece
    by: str = ""
    at: datetime | None = None


def document(paragraphs: Iterable[Iterable[Tracked]]) -> bytes:
    """The file. Words are plain text, without control characters."""
    numbers = count(1)
    body = "".join(
        f"<w:p>{''.join(_run(words, next(numbers)) for words in paragraph)}</w:p>" for paragraph in paragraphs
    )
    main = f'{HEAD}<w:document xmlns:w="{OFFICE}/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", TYPES)
        parts.writestr("_rels/.rels", RELATIONS)
        parts.writestr("word/document.xml", main)
    return held.getvalue()


def _run(words: Tracked, number: int) -> str:
    kind = words.piece.kind
    tag = "w:delText" if kind == Kind.GONE else "w:t"
    lines = [f'<{tag} xml:space="preserve">{escape(line)}</{tag}>' for line in words.piece.words.split("\n")]
    run = f"<w:r>{'<w:br/>'.join(lines)}</w:r>"
    if kind == Kind.KEPT:
        return run
    change = "w:del" if kind == Kind.GONE else "w:ins"
    date = f' w:date="{words.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"' if words.at else ""
    return f'<{change} w:id="{number}" w:author={quoteattr(words.by)}{date}>{run}</{change}>'
