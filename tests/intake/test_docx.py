from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from factcheck import intake
from factcheck.intake import docx
from factcheck.intake.docx import from_docx
from factcheck.intake.errors import IntakeError

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def word(*blocks: str, **more: str) -> bytes:
    """A Word file with these blocks in its body, and more parts by name."""
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(blocks)}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": body, **more}
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_each_paragraph_and_each_cell_is_a_paragraph() -> None:
    cells = "".join(f"<w:tc>{paragraph(run(words))}</w:tc>" for words in ("Year", "Cars"))
    data = word(
        paragraph(run("River bridge "), run("closed")),
        f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>",
        paragraph(run("It rained.")),
    )
    assert from_docx(data, "story.docx").text.split("\n\n") == ["River bridge closed", "Year", "Cars", "It rained."]


def test_a_line_break_parts_words_and_no_paragraph() -> None:
    assert from_docx(word(paragraph(run("one"), "<w:r><w:br/></w:r>", run("two"))), "a.docx").text == "one\ntwo"


def test_insertions_that_wait_for_approval_count_and_deletions_do_not() -> None:
    gone = '<w:del w:id="2"><w:r><w:delText> never</w:delText></w:r></w:del>'
    data = word(paragraph(run("It"), f'<w:ins w:id="1">{run(" often")}</w:ins>', gone, run(" rained.")))
    assert from_docx(data, "a.docx").text == "It often rained."


def test_its_first_paragraph_is_the_title() -> None:
    read = intake.read("STORY.DOCX", word(paragraph(run("Bridge closed")), paragraph(run("It rained."))))
    assert (read.title, read.text) == ("Bridge closed", "Bridge closed\n\nIt rained.")


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(IntakeError, match=r"empty\.docx holds no words\."):
        intake.read("empty.docx", word(paragraph()))


@pytest.mark.parametrize(
    "data",
    [
        b"PK",
        b"no archive",
        word(paragraph(run("It rained.")))[:-60],
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
        word("<w:p>"),
    ],
    ids=["mark", "text", "cut", "with a password", "bad XML"],
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(IntakeError, match=r"a\.docx is damaged, or protected by a password\."):
        from_docx(data, "a.docx")


def test_another_archive_is_no_word_file() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "It rained.")
    with pytest.raises(IntakeError, match=r"a\.docx is not a Word file\."):
        from_docx(packed.getvalue(), "a.docx")


@pytest.mark.parametrize(
    ("limit", "value"), [("MOST_MEMBERS", 3), ("MOST_UNPACKED_BYTES", 500), ("MOST_TIMES_UNPACKED", 0)]
)
def test_what_unpacks_to_more_than_a_document_is_refused(
    limit: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx, limit, value)
    with pytest.raises(IntakeError, match="unpacks to more than a document does"):
        from_docx(word(paragraph(run("It rained.")), **{"word/a.xml": "a"}), "a.docx")


def test_a_small_file_that_unpacks_to_much_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(IntakeError, match="unpacks to more than a document does"):
        from_docx(word(paragraph(run("It rained.")), **{"word/a.xml": " " * 50_000_000}), "a.docx")


@pytest.mark.parametrize("name", ["/etc/passwd", "word/../../a"])
def test_names_outside_of_the_archive_are_refused(name: str) -> None:
    with pytest.raises(IntakeError, match="names files outside of itself"):
        from_docx(word(paragraph(run("It rained.")), **{name: "a"}), "a.docx")


def test_what_is_left_out_is_told_in_its_place() -> None:
    note = f'<w:footnote w:id="1">{paragraph(run("See the map."))}</w:footnote>'
    marked = paragraph(run("It rained."), '<w:r><w:footnoteReference w:id="1"/></w:r>')
    raw = from_docx(
        word(marked, **{"word/footnotes.xml": f'<w:footnotes xmlns:w="{_WORD}">{note}</w:footnotes>'}), "a.docx"
    )
    assert raw.text == "It rained."
    assert "See the map." in raw.whole
