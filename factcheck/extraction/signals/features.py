"""What the linear model sees of a sentence: words and pairs of them, how they begin and end, tags and pairs of tags,
what hangs on what, and a few counts.

Names count as names and figures by their length, so that nothing is learned about a person, a party or a year.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from factcheck.extraction.lexicon import forms
from factcheck.extraction.parser.parse import Parse
from factcheck.extraction.sentence import Sentence
from factcheck.extraction.tagging import Token
from factcheck.text.wordlists import words as listed

START, END = "<s>", "</s>"
NAME = "<name>"
TAG = "T:"
COUNT = "N:"
BEGINNING, ENDING = "^", "$-"
_LONGEST_FIGURE = 6
_CURRENCIES = "$£€¥"
_BEGINNINGS, _ENDINGS = (3, 4, 5, 6), (2, 3, 4)
_LENGTHS, _LENGTH_STEP, _MOST_COUNTED, _MOST_CROSSED = 10, 4, 4, 2
_SPEAKERS = listed("i we you my our your us me")
_PAST = frozenset({"VBD", "VBN"})


def features(sentence: Sentence) -> set[str]:
    """The features that are there; how often does not count."""
    return together(sentence, by_token(sentence))


def together(sentence: Sentence, parts: Iterable[Iterable[str]]) -> set[str]:
    """The features of the words, as `by_token` gives them, and those of the sentence as a whole."""
    return {*chain.from_iterable(parts), *_counts(sentence)}


def by_token(sentence: Sentence) -> list[tuple[str, ...]]:
    """For each word the features it has a part in, itself first; the counts belong to none."""
    words = [shown(token) for token in sentence.tokens]
    tags = [TAG + _tag(token) for token in sentence.tokens]
    word_pairs, tag_pairs = list(_pairs(words)), list(_pairs(tags))
    hanging = _hanging(words, sentence.parse)
    return [
        (
            *(word, tag, *_parts(word)),
            *(*word_pairs[number : number + 2], *tag_pairs[number : number + 2]),
            *hanging[number],
        )
        for number, (word, tag) in enumerate(zip(words, tags, strict=True))
    ]


def shown(token: Token) -> str:
    """A word as the model knows it."""
    if token.tag == "NAME":
        return NAME
    word = token.low.replace("’", "'")
    if word[0].isdigit() or word[0] in _CURRENCIES:
        digits = sum(character.isdigit() for character in word)
        money = "$" if word[0] in _CURRENCIES else ""
        return f"{money}#{min(_LONGEST_FIGURE, digits)}{'%' if word.endswith('%') else ''}"
    return word


def _tag(token: Token) -> str:
    """The tag, with a plus for a verb in the past."""
    is_past = token.tag == "FINITE" and "PAST" in forms.FORMS.get(token.low, ())
    return f"{token.tag}+" if is_past else token.tag


def _pairs(of: Sequence[str]) -> Iterator[str]:
    return (f"{first} {second}" for first, second in pairwise([START, *of, END]))


def _parts(word: str) -> Iterator[str]:
    """How a word of letters begins and ends, so that “employ” and “employment” have something in common."""
    if word.isalpha():
        yield from (BEGINNING + word[:size] for size in _BEGINNINGS if size < len(word))
        yield from (ENDING + word[-size:] for size in _ENDINGS if size < len(word))


def _hanging(words: Sequence[str], parse: Parse) -> list[list[str]]:
    """For each word, in its dictionary form: what it hangs on and how, and what hangs on it.

    “obj: create > job” with either word alone, with both tags, and “create >> steel” over the word between.
    """
    lemmas = [word if word[0] in "<#$" else lemma or word for word, lemma in zip(words, parse.lemmas, strict=True)]
    found: list[list[str]] = [[] for _ in words]
    for number, (head, relation, tag) in enumerate(zip(parse.heads, parse.relations, parse.tags, strict=True)):
        lemma, above, kind = lemmas[number], parse.heads[head], relation.split(":")[0]
        if kind == "punct":
            continue
        found[number].append(f"= {lemma}")
        if head == number:
            found[number] += [f"root > {lemma}", f"root: {tag}"]
            continue
        both = f"{kind}: {lemmas[head]} > {lemma}"
        found[number] += [both, f"{kind} > {lemma}", f"{kind}: {parse.tags[head]} > {tag}"]
        found[head] += [both, f"{lemmas[head]} > {kind}"]
        if above != head:
            found[number].append(f"{lemmas[above]} >> {lemma}")
    return found


def _counts(sentence: Sentence) -> Iterator[str]:
    """The length by fours, and how many figures, names, speakers' words and forms of the past there are."""
    words = [shown(token) for token in sentence.tokens]
    tags = sentence.parse.tags
    counts = {
        "figures": sum("#" in word for word in words),
        "names": sum(word == NAME for word in words),
        "speakers": sum(word in _SPEAKERS for word in words),
        "past": sum(tag in _PAST for tag in tags),
    }
    yield f"{COUNT}length {min(_LENGTHS, len(words) // _LENGTH_STEP)}"
    yield from (f"{COUNT}{name} {min(_MOST_COUNTED, count)}" for name, count in counts.items())
    yield COUNT + " ".join(f"{name} {min(_MOST_CROSSED, count)}" for name, count in counts.items())
