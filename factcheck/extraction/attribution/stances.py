"""“X praised the plan”, “X wants to leave”: that X takes a stand, without a statement of X's that could be checked."""

from collections.abc import Iterable, Iterator

from factcheck.extraction.attribution.frames import Frame, is_the_writer
from factcheck.extraction.attribution.speech import clause_follows
from factcheck.extraction.attribution.subjects import named_by, names_somebody, subject_head
from factcheck.extraction.lexicon.stances import ABOUT, OF_SOMETHING, SAID_BY_NOBODY, TO_DO
from factcheck.extraction.sentence import Part, Sentence

_HELPERS = ("aux", "aux:pass", "advmod")
_UNTOLD = frozenset({"to", "would", "could", "may", "might", "should", "if", "that"})
_OBJECTS = ("obj", "ccomp", "iobj")
_COMPLETES = frozenset({"as", "for", "of", "on", "to", "with", "from", "against", "into", "about"})


def stances(sentence: Sentence, parts: Iterable[Part]) -> Iterator[Frame]:
    """What each speaker of the parts takes a stand on, as far as no marks of quotation hold it."""
    for part in parts:
        for verb in range(*part):
            if sentence.parse.coarse[verb] == "VERB" and not sentence.quoted[verb]:
                frame = _at(sentence, part, verb)
                if frame:
                    yield frame


def _at(sentence: Sentence, part: Part, verb: int) -> Frame | None:
    if not _is_told(sentence, verb):
        return None
    passive = bool(sentence.parse.children(verb, "aux:pass"))
    found = _asked(sentence, verb) or (_passive(sentence, verb) if passive else _active(sentence, verb))
    if found is None:
        return None
    source, content = found
    if source is not None and not names_somebody(sentence, source):
        return None
    if not all(part[0] <= start < end <= part[1] for start, end in content):
        return None
    return Frame(_cue(sentence, verb), source, None, content)


def _active(sentence: Sentence, verb: int) -> tuple[Part, tuple[Part, ...]] | None:
    """“X praised the plan”."""
    content, head = _content(sentence, verb), subject_head(sentence, verb)
    if content is None or head is None or head in range(*content):
        return None
    source = named_by(sentence, head)
    return None if source[1] <= source[0] or is_the_writer(sentence, source) else (source, (content,))


def _passive(sentence: Sentence, verb: int) -> tuple[Part | None, tuple[Part, ...]] | None:
    """“The plan was praised by X”; “the plan is expected to fail”, which nobody in particular says."""
    parse = sentence.parse
    about = next(iter(parse.children(verb, "nsubj:pass", "nsubj")), None)
    if about is None or _base(sentence, verb) not in OF_SOMETHING:
        return None
    subject = named_by(sentence, about)
    agent = next(iter(parse.children(verb, "obl:agent")), None)
    if agent is not None:
        return named_by(sentence, agent), (subject,)
    rest = next((child for child in parse.children(verb, "xcomp", "ccomp") if child > verb), None)
    if rest is None or _base(sentence, verb) not in SAID_BY_NOBODY:
        return None
    return None, (subject, parse.edges(rest))


def _asked(sentence: Sentence, verb: int) -> tuple[None, tuple[Part, ...]] | None:
    """“Asked whether P, X …”, “X was asked about N”: by whom, the article does not say."""
    parse = sentence.parse
    if parse.tags[verb] != "VBN" or parse.lemmas[verb].lower() != "ask" or parse.children(verb, "obl:agent", "nsubj"):
        return None
    content = _content(sentence, verb)
    return (None, (content,)) if content else None


def _is_told(sentence: Sentence, verb: int) -> bool:
    """Whether it is told as a fact: no aim (“to praise”), no mere chance (“might praise”), nothing inside a report."""
    parse = sentence.parse
    helpers = {parse.lemmas[child] for child in parse.children(verb, "aux", "mark")}
    relation = parse.relations[verb]
    is_a_name = relation == "acl" and parse.tags[verb] == "VBN"  # “a place called Home”
    return not helpers & _UNTOLD and not is_a_name and relation != "ccomp"


def _cue(sentence: Sentence, verb: int) -> Part:
    start = verb
    while start and sentence.parse.heads[start - 1] == verb and sentence.parse.relations[start - 1] in _HELPERS:
        start -= 1
    return start, verb + 1


def _base(sentence: Sentence, verb: int) -> str:
    """The verb's dictionary form, where need be without the "e" that the parser puts behind one it does not know."""
    found = sentence.parse.lemmas[verb].lower()
    return found[:-1] if found.endswith("e") and found[:-1] in OF_SOMETHING else found


def _content(sentence: Sentence, verb: int) -> Part | None:
    parse = sentence.parse
    lemma = _base(sentence, verb)
    behind = [child for child in parse.children(verb) if child > verb]
    first = next((child for child in behind if _is_content(sentence, lemma, child)), None)
    if first is None:
        return None
    last = first
    for child in behind:
        if child > first and _goes_on(sentence, child):
            last = child
    start, end = parse.edges(first)[0], parse.edges(last)[1]
    if lemma in ABOUT and sentence.low(start) in ABOUT[lemma]:
        start += 1
    trimmed = sentence.trimmed((start, pause(sentence, (start, end))))
    return trimmed if trimmed[1] > trimmed[0] and trimmed[0] > verb else None


def pause(sentence: Sentence, part: Part) -> int:
    """Up to where something of its own begins behind a comma: “praised the plan, which failed”, “…, and left”."""
    for number in range(part[0] + 1, part[1]):
        if sentence.tag(number) == "COMMA" and sentence.quoted[number] == sentence.quoted[part[0]]:
            after = number + 2 if sentence.tag(number + 1) == "CC" else number + 1
            if (
                sentence.tag(number + 1) == "REL"
                or sentence.is_finite(after)
                or clause_follows(sentence, (after, part[1]))
            ):
                return number
    return part[1]


def _is_content(sentence: Sentence, lemma: str, child: int) -> bool:
    parse = sentence.parse
    relation = parse.relations[child]
    if relation in _OBJECTS:
        return lemma in OF_SOMETHING
    if relation == "xcomp":
        return lemma in TO_DO or lemma in OF_SOMETHING
    first = sentence.low(parse.edges(child)[0])
    return relation in {"obl", "advcl"} and first in ABOUT.get(lemma, ())


def _goes_on(sentence: Sentence, child: int) -> bool:
    """Whether what hangs on the verb behind its object belongs to the stand: “blamed the army for it”, not “in May”."""
    relation = sentence.parse.relations[child]
    opening = sentence.low(sentence.parse.edges(child)[0])
    return relation in {"obj", "xcomp", "ccomp"} or (relation in {"obl", "advcl"} and opening in _COMPLETES)
