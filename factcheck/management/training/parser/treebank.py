"""Treebanks as they are published: CoNLL-U, packed with xz, with its documents and paragraphs."""

import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

RELATIONS = {"obl:npmod": "obl:unmarked", "obl:tmod": "obl:unmarked", "nmod:npmod": "nmod:unmarked", "root": "ROOT"}
COLUMNS = 10


class Malformed(ValueError):
    """A line that is not CoNLL-U."""


@dataclass(frozen=True, slots=True)
class Word:
    """One line of the treebank, as far as it is learned."""

    text: str
    lemma: str
    pos: str
    tag: str
    head: int  # counted from 1 within the sentence; 0 is the root
    relation: str
    space: bool


Sentence = list[Word]


@dataclass(frozen=True, slots=True)
class Document:
    """What one author wrote at one time."""

    name: str
    paragraphs: list[list[Sentence]]  # one for a document whose paragraphs are not marked

    @property
    def sentences(self) -> list[Sentence]:
        """All of them, one after the other."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]


def read(path: Path) -> list[Document]:
    """Read the documents of a CoNLL-U file packed with xz; raises Malformed where it is something else."""
    documents: list[Document] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        try:
            for block in blocks(lines):
                _add(documents, block)
        except (lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
            raise Malformed(f"{path.name} is not a text packed with xz: {error}") from error
    if not documents:
        raise Malformed(f"{path.name} holds no documents.")
    return documents


def _add(documents: list[Document], block: list[str]) -> None:
    """Put one sentence with its comments where it belongs."""
    comments = [line for line in block if line.startswith("#")]
    for line in comments:
        if line.startswith("# newdoc id ="):
            documents.append(Document(line.partition("=")[2].strip(), [[]]))
        elif line.startswith("# newpar") and documents and documents[-1].paragraphs[-1]:
            documents[-1].paragraphs.append([])
    if not documents:
        raise Malformed("The first sentence stands in no document: a line “# newdoc id = …” is missing.")
    documents[-1].paragraphs[-1].append(sentence(block[len(comments) :]))


def blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Group the lines between empty lines."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip("\n"))
        elif block:
            yield block
            block = []
    if block:
        yield block


def sentence(lines: list[str]) -> Sentence:
    """Read one sentence; words written as one ("don't") keep the spacing of the whole."""
    words: Sentence = []
    joined, last_space = 0, True
    for line in lines:
        number, text, lemma, pos, tag, _feats, head, relation, _deps, misc = _columns(line)
        space = "SpaceAfter=No" not in misc
        if "-" in number:
            joined, last_space = int(number.partition("-")[2]), space
        elif "." not in number:
            if len(words) + 1 <= joined:
                space = last_space and len(words) + 1 == joined
            words.append(Word(text, lemma, pos, tag, int(head), RELATIONS.get(relation, relation), space))
    return words


def _columns(line: str) -> list[str]:
    columns = line.split("\t")
    if len(columns) != COLUMNS:
        raise Malformed(f"A word has {COLUMNS} columns in CoNLL-U, and this one has {len(columns)}: {line[:60]}")
    return columns
