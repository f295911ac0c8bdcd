"""Markdown files: the text a reader sees, without the marks, an empty line between blocks."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.intake.decoding import decode
from factcheck.intake.raw import Raw

_LINE_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_BLOCKS_AS_WRITTEN = frozenset({"fence", "code_block"})


def from_markdown(data: bytes, name: str) -> Raw:
    """The file's text. HTML inside it, pictures' addresses and link targets are left out; pictures keep
    their description.

    Raises IntakeError for what is no text.
    """
    parser, source = MarkdownIt("commonmark").enable("table"), decode(data, name)
    return Raw("\n\n".join(_blocks(parser.parse(source))), whole=source)


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_inline(token.children or ()))
        elif token.type in _BLOCKS_AS_WRITTEN:
            yield token.content


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _LINE_BREAKS:
            yield _LINE_BREAKS[token.type]
        elif token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type == "image":
            yield from _inline(token.children or ())
