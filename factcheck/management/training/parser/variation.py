"""What the network sees: the treebank's paragraphs, cut anew and written as other newsrooms might."""

import random
from collections.abc import Iterator
from dataclasses import replace

from factcheck.management.training.parser.treebank import Document, Sentence, Word

TERMINAL = frozenset(".?!:;…'\"”’)")
CURLY = {"``": {'"': "“", "'": "‘"}, "''": {'"': "”", "'": "’"}}
DASHES = ["—", "–", "--", "-"]


def paragraphs(document: Document, rng: random.Random) -> Iterator[list[Sentence]]:
    """Cut a document into stretches of one to eight sentences, rather after lines without a full stop."""
    part: list[Sentence] = []
    length = rng.randint(1, 8)
    for words in document.sentences:
        part.append(words)
        headline = words[-1].text[-1] not in TERMINAL and rng.random() < 0.7
        if headline or len(part) >= length:
            yield part
            part, length = [], rng.randint(1, 8)
    if part:
        yield part


def vary(paragraph: list[Sentence], rng: random.Random) -> list[Sentence]:
    """Write a paragraph as another newsroom might: quotation marks, dashes, dots, case, no full stop."""
    if len(paragraph) == 1 and rng.random() < 0.05:
        paragraph = [unstopped(paragraph[0])]
    quotes, dashes, case = rng.random(), rng.random(), rng.random()
    dash = rng.choice(DASHES)
    dash = dash if dashes < 0.3 else ""
    return [
        [replace(word, text=recase(redash(requote(word, quotes), dash), case)) for word in words] for words in paragraph
    ]


def requote(word: Word, draw: float) -> Word:
    """Forty-five in a hundred paragraphs as printed, “so”; twenty as typed, "so"; the others as they were."""
    if draw < 0.45:
        return replace(word, text=curly(word))
    return replace(word, text=straight(word.text)) if draw < 0.65 else word


def redash(word: Word, dash: str) -> str:
    """The dash that the paragraph uses, for every dash in it."""
    return dash if dash and word.text in DASHES and word.tag in {":", ","} else word.text


def unstopped(words: Sentence) -> Sentence:
    """Leave the full stop out, as headlines and captions do."""
    if len(words) > 2 and words[-1].text == "." and all(word.head != len(words) for word in words):
        return words[:-1]
    return words


def curly(word: Word) -> str:
    """As a printer sets it."""
    if word.tag in CURLY:
        return CURLY[word.tag].get(word.text, word.text)
    return "…" if word.text == "..." else word.text.replace("'", "’")


def straight(text: str) -> str:
    """As a typewriter has it."""
    return text.translate(str.maketrans("“”‘’", "\"\"''")).replace("…", "...")


def recase(text: str, draw: float) -> str:
    """Five in a hundred paragraphs in small letters, four in capitals, three In Title Case."""
    if draw < 0.05:
        return text.lower()
    if draw < 0.09:
        return text.upper()
    return text[:1].upper() + text[1:] if draw < 0.12 and text[:1].isalpha() else text
