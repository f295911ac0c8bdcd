"""The network: one encoder of words that the tagger, the coarse tagger and the parser listen to."""

from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language

from factcheck.extraction.parser.loading import use_numpy
from factcheck.extraction.parser.vocabulary import vocabulary


@dataclass(frozen=True)
class Settings:
    """The sizes of the network."""

    width: int = 160
    depth: int = 6
    hidden: int = 64


SETTINGS = Settings()


def build(words: list[str], settings: Settings) -> Language:
    """Put together the untrained parser."""
    use_numpy()
    nlp = spacy.blank("en", vocab=vocabulary(words))
    nlp.add_pipe("tok2vec", config={"model": token_vectors(settings.width, settings.depth)})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": settings.width, "upstream": "*"}
    softmax = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": listener}
    nlp.add_pipe("tagger", config={"model": softmax})
    nlp.add_pipe("morphologizer", config={"model": softmax})
    nlp.add_pipe("parser", config={"model": transitions(settings.hidden, listener)})
    return nlp


def token_vectors(width: int, depth: int) -> dict[str, Any]:
    """Words by rank, beginning, ending, shape and space; then layers that look one word to each side."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": width,
            "attrs": ["ID", "PREFIX", "SUFFIX", "SHAPE", "SPACY"],
            "rows": [6000, 2500, 3500, 1500, 32],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "depth": depth,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def transitions(hidden: int, listener: dict[str, Any]) -> dict[str, Any]:
    """The parser: greedy transitions, chosen by one hidden layer."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": True,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": listener,
    }
