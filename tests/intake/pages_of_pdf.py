"""PDF files for tests, written by hand: lines of Helvetica at places of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

LEFT, TOP, LEADING, SIZE = 72.0, 720.0, 14.0, 11.0


@dataclass(frozen=True, slots=True)
class At:
    """One line; in points, `y` up from the bottom of a page of 612 by 792."""

    words: str
    x: float = LEFT
    y: float = TOP
    size: float = SIZE


def column(*lines: str, x: float = LEFT, y: float = TOP, leading: float = LEADING, size: float = SIZE) -> list[At]:
    """Lines below each other; an empty one leaves a gap."""
    return [At(words, x, y - leading * number, size) for number, words in enumerate(lines) if words]


SCAN = b"q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
"""A picture as large as a page."""


def pdf(*pages: Sequence[At | bytes], trailer: str = "") -> bytes:
    """A file of these pages, each of lines and of what else is drawn on it."""
    first = 4
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        content = b"\n".join(map(_drawn, lines))
        parts += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {first + 2 * number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    return _file(parts, trailer)


def _drawn(line: At | bytes) -> bytes:
    if isinstance(line, bytes):
        return line
    escaped = line.words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (line.size, line.x, line.y, escaped)


def _file(parts: Sequence[bytes], trailer: str) -> bytes:
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(data)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    data += f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode()
    data += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)
