"""Dictionary forms, from endings: "said" → "say", "countries" → "country".

A table gives, for a tag and an ending, how many letters to drop and what to add; the longest ending that is known
decides. It is learned from a treebank, and stored beside the other weights.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.extraction.parser.vocabulary import STRAIGHT, is_ours, plain

NAME = "lemmas"
FILE = "endings.json"
LONGEST = 6
MOST_REMEMBERED = 20_000
START = "^"
INFLECTED = {"DT", "IN", "JJR", "JJS", "MD", "NNS", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "VB", "VBD", "VBG", "VBZ"}
SAME = {"VBN": "VBD", "NNPS": "NNS", "VBP": "VB"}  # tags whose words are inflected alike

Edit = tuple[int, str]
Endings = dict[str, dict[str, Edit]]


class Lemmas:
    """The last component: sets `token.lemma_` from the word and its tag."""

    def __init__(self, endings: Endings | None = None) -> None:
        self.endings = endings or {}
        self._remembered = lru_cache(MOST_REMEMBERED)(lambda text, tag: lemma(text, tag, self.endings))

    def __call__(self, doc: Doc) -> Doc:
        """Fills one document."""
        for token in doc:
            token.lemma_ = self._remembered(token.text, token.tag_)
        return doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 - spaCy hands it over
        """Writes the table."""
        path.mkdir(parents=True, exist_ok=True)
        (path / FILE).write_text(json.dumps(self.endings, ensure_ascii=False, sort_keys=True), encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "Lemmas":  # noqa: ARG002 - as above
        """Reads the table."""
        self.endings = json.loads((path / FILE).read_text(encoding="utf-8"))
        return self


@Language.factory(NAME, assigns=["token.lemma"], requires=["token.tag"])
def make(nlp: Language, name: str) -> Lemmas:  # noqa: ARG001 - spaCy hands it over
    """Raises ValueError inside a pipeline whose words lack the features that the weights were trained on.

    spaCy itself would load these weights with its own features, and parse badly without a word.
    """
    if not is_ours(nlp.vocab):
        raise ValueError(
            "These weights need the words of factcheck.extraction.parser.vocabulary: "
            "load them with factcheck.extraction.parser.loading, not with spacy.load."
        )
    return Lemmas()


def lemma(text: str, tag: str, endings: Endings) -> str:
    """The dictionary form; a name keeps its capitals, and a word that has no form of its own stays as it is."""
    base = text.translate(STRAIGHT) if tag.startswith("NNP") else plain(text)
    table = endings.get(SAME.get(tag, tag))
    if not table:
        return base
    for ending in endings_of(base.lower()):
        if ending in table:
            cut, added = table[ending]
            return base[: len(base) - cut] + added
    return base


def endings_of(text: str) -> list[str]:
    """The whole word, marked at its start, and then its endings, the longest first; the last is empty."""
    return [START + text] + [text[len(text) - length :] for length in range(min(len(text), LONGEST), -1, -1)]


def learn(words: Iterable[tuple[str, str, str]]) -> Endings:
    """Learn the table from words, tags and dictionary forms.

    A whole word counts as often as it is met; an ending counts the different words that have it, and at least two.
    """
    counts: dict[str, dict[str, Counter[Edit]]] = defaultdict(lambda: defaultdict(Counter))
    seen = Counter((plain(text), SAME.get(tag, tag), plain(form)) for text, tag, form in words)
    for (text, tag, form), count in sorted(seen.items()):
        if tag not in INFLECTED:
            continue
        whole, *endings = endings_of(text)
        counts[tag][whole][_edit(text, form)] += count
        for ending in endings:
            counts[tag][ending][_edit(text, form)] += 1
    return {tag: _pruned(table) for tag, table in sorted(counts.items())}


def _edit(text: str, form: str) -> Edit:
    """How many letters to drop at the end, and what to add, to come from one to the other."""
    same = 0
    while same < min(len(text), len(form)) and text[same] == form[same]:
        same += 1
    return len(text) - same, form[same:]


def _pruned(table: dict[str, Counter[Edit]]) -> dict[str, Edit]:
    """Leave out an ending that says the same as the next shorter one."""
    kept: dict[str, Edit] = {}
    for ending in sorted(table, key=lambda ending: (ending.startswith(START), len(ending), ending)):
        edit, count = max(sorted(table[ending].items()), key=lambda item: item[1])
        shorter = next((kept[part] for part in endings_of(ending.removeprefix(START)) if part in kept), (0, ""))
        if edit != shorter and (count > 1 or ending.startswith(START)):
            kept[ending] = edit
    return kept
