"""Markdown files: the text a reader sees, without the marks, an empty line between blocks."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

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
    source = decode(data, name)
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    return Raw("\n\n".join(_blocks(tokens)), whole="\n\n".join(_as_written(tokens, source)))


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_inline(token.children or ()))
        elif token.type in _BLOCKS_AS_WRITTEN:
            yield token.content


def _as_written(tokens: Sequence[Token], source: str) -> Iterator[str]:
    """The lines of the file, block by block."""
    lines = source.splitlines()
    edges = {edge for token in tokens if token.type == "inline" or not token.nesting for edge in token.map or ()}
    for start, end in pairwise(sorted({0, len(lines), *edges})):
        yield "\n".join(lines[start:end])


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _LINE_BREAKS:
            yield _LINE_BREAKS[token.type]
        elif token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type == "image":
            yield from _inline(token.children or ())
