"""The parser, read from the weights that ship. They are stored as float16 and used as float32."""

from functools import cache
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops

from factcheck.extraction.parser import lemmas
from factcheck.extraction.parser.vocabulary import vocabulary

KEPT_BYTES = 31 * 2**20  # the most that glibc takes for "large" is 32 MB
WEIGHTS = Path(__file__).resolve().parent / "weights"
WORDS = "words.txt"
NETWORKS = ("tok2vec", "tagger", "morphologizer", "parser")
PARTS = (
    *("config.cfg", "meta.json", "tokenizer", WORDS, f"{lemmas.NAME}/{lemmas.FILE}"),
    *(f"{name}/model" for name in NETWORKS),
)


class NotAParser(ValueError):
    """The folder does not hold what `manage.py train_parser` writes."""


@cache
def load() -> Language:
    """The parser that ships, read once a process."""
    return read(WEIGHTS)


def read(folder: Path) -> Language:
    """The parser of a folder; raises NotAParser where a part of it is missing."""
    missing = [name for name in PARTS if not (folder / name).is_file()]
    if missing:
        raise NotAParser(f"{folder} holds no parser: {', '.join(missing)} missing.")
    use_numpy()
    nlp = spacy.load(folder, vocab=vocabulary((folder / WORDS).read_text(encoding="utf-8").splitlines()))
    for _name, pipe in nlp.pipeline:
        for label in getattr(pipe, "labels", ()):
            nlp.vocab.strings.add(label)
    cast(nlp, "float32")
    return nlp


def use_numpy() -> None:
    """Multiply with numpy's OpenBLAS, three times as fast as the BLIS that thinc would take."""
    set_current_ops(NumpyOps(use_blis=False))
    # Once it has freed an array as large as this, glibc keeps the memory of smaller ones for the next; until then it
    # hands it back each time, and the kernel's work of fetching it again is a sixth of all.
    np.empty(KEPT_BYTES, np.uint8)


def cast(nlp: Language, dtype: str) -> None:
    """Turn every weight of every component to this type."""
    for _name, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if model is not None else ():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype(dtype))
