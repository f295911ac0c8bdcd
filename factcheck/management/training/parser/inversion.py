"""News puts the speaker last, and the treebank seldom does: some of its sentences are turned round."""

import random
from dataclasses import replace

from factcheck.management.training.parser.treebank import Sentence, Word

SPEECH = {
    "add", "admit", "allege", "announce", "argue", "assert", "believe", "claim", "confirm", "estimate",
    "explain", "fear", "hope", "know", "note", "observe", "predict", "report", "reveal", "say", "state",
    "suggest", "tell", "testify", "think", "warn", "write"
}  # fmt: skip
NAMES = {"NNP", "NNPS"}
OPENING = {"DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM"}
LATEST = 14  # where the reported clause may begin


def turn(words: Sentence, rng: random.Random, share: float) -> Sentence:
    """Write "X said that Y." as "Y, X said." or "Y, said X."; the tree stays what it was."""
    verb = next(number for number, word in enumerate(words, 1) if word.head == 0)
    content = reported(words, verb)
    if content is None or rng.random() >= share:
        return words
    speaker, last = list(range(1, content.start)), len(words)
    if verb == speaker[-1] and words[verb - 1].lemma == "say" and rng.random() < 0.3:
        speaker = [verb, *speaker[:-1]]
    comma = last + 1
    order = [number for number in content if not is_that(words[number - 1])] + [comma, *speaker, last]
    return reordered([*words, Word(",", ",", "PUNCT", ",", verb, "punct", True)], order)


def reported(words: Sentence, verb: int) -> range | None:
    """Where the reported clause stands, if the sentence is speaker, verb, clause and full stop, and no more."""
    said = words[verb - 1]
    clauses = [number for number, word in enumerate(words, 1) if word.head == verb and word.relation == "ccomp"]
    spoken = said.lemma in SPEECH and said.tag in {"VBD", "VBZ", "VBP"} and words[-1].text == "."
    if not spoken or len(clauses) != 1 or clauses[0] < verb:
        return None
    inside = below(words, clauses[0])
    span = range(min(inside), max(inside) + 1)
    whole = len(inside) == len(span) and span.stop == len(words) and verb < span.start <= LATEST
    plain_start = words[0].pos in OPENING
    subject = any(word.head == verb and word.relation == "nsubj" for word in words[: verb - 1])
    return span if whole and subject and plain_start and words[span.start - 1].pos != "PUNCT" else None


def below(words: Sentence, top: int) -> set[int]:
    """A word and all that hangs on it."""
    found, new = {top}, {top}
    while new:
        new = {number for number, word in enumerate(words, 1) if word.head in new}
        found |= new
    return found


def is_that(word: Word) -> bool:
    """The "that" of a reported clause."""
    return word.relation == "mark" and word.lemma == "that"


def reordered(words: list[Word], order: list[int]) -> Sentence:
    """Take these words in this order, with spaces and capitals as a sentence has them."""
    place = {old: new for new, old in enumerate(order, 1)} | {0: 0}
    taken = [replace(words[old - 1], head=place[words[old - 1].head]) for old in order]
    if order[0] != 1 and words[0].tag not in NAMES and words[0].text != "I":
        taken[place[1] - 1] = replace(taken[place[1] - 1], text=words[0].text.lower())
    taken[0] = replace(taken[0], text=taken[0].text[:1].upper() + taken[0].text[1:])
    comma, stop = order.index(len(words)), len(order) - 1
    tight = {comma - 1: False, comma: True, stop - 1: False}
    return [replace(word, space=tight.get(number, word.space)) for number, word in enumerate(taken)]
