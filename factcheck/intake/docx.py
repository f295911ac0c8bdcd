"""Word files: their paragraphs, tables and text boxes; insertions that wait for approval count, deletions do not."""

from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from factcheck.intake.errors import IntakeError
from factcheck.intake.markup import paragraphs
from factcheck.intake.raw import Raw

MOST_MEMBERS = 2_000
MOST_UNPACKED_BYTES = 64 * 1024 * 1024
MOST_TIMES_UNPACKED = 200  # text packs to a tenth; what packs to a two-hundredth is nothing, many times over
BODY = "word/document.xml"
NOTES = "//sup[a[contains(@id, 'note-ref')]] | //li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"


def from_docx(data: bytes, name: str) -> Raw:
    """The file's text, without its notes, comments and pictures.

    Raises IntakeError for what is no Word file, or one that unpacks to more than a document does.
    """
    _check(data, name)
    try:
        tree = _tree(data)
        whole = "\n\n".join(paragraphs(tree))
        for note in tree.xpath(NOTES):
            note.drop_tree()
        return Raw("\n\n".join(paragraphs(tree)), whole=whole)
    except (BadZipFile, ExpatError, KeyError, ValueError, OSError) as error:
        raise _broken(name) from error


def _tree(data: bytes) -> Any:
    from lxml.html import fragment_fromstring  # noqa: PLC0415 - a third of a second, for those who hand in a Word file
    from mammoth import convert_to_html, images  # noqa: PLC0415 - as above

    without_pictures = images.img_element(lambda _image: {})
    page = convert_to_html(BytesIO(data), convert_image=without_pictures, include_embedded_style_map=False).value
    return fragment_fromstring(page, create_parent="div")


def _check(data: bytes, name: str) -> None:
    """Look at the list of what the archive holds, before anything is unpacked."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except (BadZipFile, ValueError, OSError) as error:
        raise _broken(name) from error
    if BODY not in {member.filename for member in members}:
        raise IntakeError(f"{name} is not a Word file. Save it as .docx, or paste its text.")
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if (
        len(members) > MOST_MEMBERS
        or unpacked > MOST_UNPACKED_BYTES
        or unpacked > MOST_TIMES_UNPACKED * (packed + 1024)
    ):
        raise IntakeError(f"{name} unpacks to more than a document does. Open it, and paste its text instead.")
    if any(member.filename.startswith("/") or ".." in member.filename.split("/") for member in members):
        raise IntakeError(f"{name} names files outside of itself. Open it, and paste its text instead.")


def _broken(name: str) -> IntakeError:
    return IntakeError(f"{name} is damaged, or protected by a password. Open it, and paste its text instead.")
