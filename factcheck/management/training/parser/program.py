"""Training: phase after phase, and the best parser on the way is kept.

The same data, versions and kind of processor give the same weights again.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Optimizer, fix_random_seed, warmup_linear

from factcheck.extraction.parser import lemmas, loading
from factcheck.extraction.parser.vocabulary import plain
from factcheck.management.training.parser import treebank
from factcheck.management.training.parser.examples import batches, example
from factcheck.management.training.parser.network import SETTINGS, Settings, build
from factcheck.management.training.parser.phases import EVERY, PHASES, WARM_UP, Phase
from factcheck.management.training.parser.treebank import Document

TRAIN = "train.conllu.xz"
DEV = "ewt-dev.conllu.xz"
NEWS = "GUM_news"
FIGURES = ("dep_uas", "dep_las", "tag_acc", "pos_acc", "sents_f")

Say = Callable[[str], None]


def train(
    folder: Path,
    out: Path,
    say: Say,
    *,
    settings: Settings = SETTINGS,
    phases: Sequence[Phase] = PHASES,
    every: int = EVERY,
) -> float:
    """Train, and keep in ``out`` what does best on the dev documents; returns its labelled attachment score."""
    fix_random_seed(phases[0].seed)
    documents = treebank.read(folder / TRAIN)
    documents += [document for document in documents if document.name.startswith(NEWS)]  # few, and to the point
    course = _Course(documents, treebank.read(folder / DEV), out, say, every)
    course.run(_untrained(documents, settings), phases[0])
    for phase in phases[1:]:
        fix_random_seed(phase.seed)
        course.run(loading.read(out), phase)
    return course.best


class _Course:
    """What all phases share, and the best score so far."""

    def __init__(self, documents: list[Document], dev: list[Document], out: Path, say: Say, every: int) -> None:
        self.documents, self.dev, self.out, self.say, self.every = documents, dev, out, say, every
        self.best = 0.0

    def run(self, nlp: Language, phase: Phase) -> None:
        """Go through one phase."""
        held_out = [example(nlp, part) for document in self.dev for part in document.paragraphs]
        optimizer = _optimizer(phase)
        for step, batch in enumerate(islice(batches(nlp, self.documents, phase), phase.steps), 1):
            losses = nlp.update(batch, sgd=optimizer, drop=phase.dropout, losses={})
            optimizer.step_schedules()  # type: ignore[no-untyped-call] # thinc leaves it without types
            if step % self.every == 0:
                with nlp.use_params(optimizer.averages):
                    scores = measure(nlp, held_out)
                    self.say(f"step {step} {_short(losses)} {_short(scores)}")
                    self._keep(nlp, scores)

    def _keep(self, nlp: Language, scores: dict[str, float]) -> None:
        if scores["dep_las"] > self.best:
            self.best = scores["dep_las"]
            save(nlp, self.out, known(self.documents), scores)


def _untrained(documents: list[Document], settings: Settings) -> Language:
    """The network with its labels and first weights, and the dictionary forms already learned."""
    nlp = build(known(documents), settings)
    nlp.initialize(lambda: [example(nlp, [words]) for document in documents for words in document.sentences])
    forms = nlp.add_pipe(lemmas.NAME)
    forms.endings = lemmas.learn(  # type: ignore[attr-defined] # spaCy calls every component a callable
        (word.text, word.tag, word.lemma) for document in documents for words in document.sentences for word in words
    )
    return nlp


def _optimizer(phase: Phase) -> Optimizer:
    rates = list(islice(warmup_linear(phase.rate, WARM_UP, phase.zero), phase.zero + 1))
    adam: Optimizer = Adam(rates, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    return adam


def known(documents: list[Document]) -> list[str]:
    """Words met more than once; the network takes the others as unknown, and learns from them what that means."""
    counts = Counter(plain(word.text) for document in documents for sent in document.sentences for word in sent)
    return sorted((word for word, count in counts.items() if count > 1), key=lambda word: (-counts[word], word))


def measure(nlp: Language, held_out: list[Example]) -> dict[str, float]:
    """The figures on documents that were not trained on, from their raw text."""
    fresh = [Example(nlp.make_doc(one.y.text), one.y) for one in held_out]
    scores = nlp.evaluate(fresh)
    return {name: scores[name] for name in FIGURES}


def save(nlp: Language, out: Path, words: list[str], scores: dict[str, float]) -> None:
    """Write the folder that `loading.read` reads, in half the bytes."""
    loading.cast(nlp, "float16")
    nlp.meta.update(name="factcheck_parser", license="CC BY-SA 4.0", performance=scores)
    nlp.to_disk(out, exclude=["vocab"])
    (out / loading.WORDS).write_text("\n".join(words) + "\n", encoding="utf-8")
    loading.cast(nlp, "float32")


def _short(figures: dict[str, float]) -> str:
    return json.dumps({name: round(float(figure), 4) for name, figure in figures.items()})
