"""Examples to learn from: the product's own tokens, paired with the treebank's words."""

import random
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from factcheck.management.training.parser.inversion import turn
from factcheck.management.training.parser.phases import Phase
from factcheck.management.training.parser.treebank import Document, Sentence
from factcheck.management.training.parser.variation import paragraphs, vary


def example(nlp: Language, paragraph: list[Sentence]) -> Example:
    """One paragraph, tokenized as the product will tokenize it, beside the gold tree."""
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sent in paragraph:
        first = len(heads)
        heads += [first + (word.head or number) - 1 for number, word in enumerate(sent, 1)]
        starts += [number == 0 for number in range(len(sent))]
    words = [word for sent in paragraph for word in sent]
    gold = Doc(
        nlp.vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        heads=heads,
        deps=[word.relation for word in words],
        sent_starts=starts,
    )
    return Example(nlp.make_doc(gold.text), gold)


def batches(nlp: Language, documents: list[Document], phase: Phase) -> Iterator[list[Example]]:
    """Go over the documents without end, cut, varied and shuffled anew each time."""
    rng = random.Random(phase.seed)  # noqa: S311 - the same order at every run is the point
    size, most = map(float, phase.words)
    batch: list[Example] = []
    while True:
        parts = [part for document in documents for part in paragraphs(document, rng)]
        rng.shuffle(parts)
        for part in parts:
            turned = [turn(sent, rng, phase.inverted) for sent in part] if phase.inverted else part
            batch.append(example(nlp, vary(turned, rng)))
            if sum(len(one.x) for one in batch) >= size:
                yield batch
                batch, size = [], min(most, size * 1.001)
