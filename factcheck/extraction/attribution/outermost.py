"""The way of saying that holds all others of a stretch."""

from factcheck.extraction.attribution.according import according_to, as_reported_by, in_a_survey
from factcheck.extraction.attribution.accusations import accusation
from factcheck.extraction.attribution.ahead import ahead
from factcheck.extraction.attribution.behind import behind
from factcheck.extraction.attribution.beside import before_quotation, saying_so
from factcheck.extraction.attribution.frames import Frame
from factcheck.extraction.attribution.labels import labelled, signed
from factcheck.extraction.attribution.messages import in_a_message
from factcheck.extraction.attribution.quoted import quoted_as_saying
from factcheck.extraction.attribution.requests import request
from factcheck.extraction.attribution.rumours import hearsay, told
from factcheck.extraction.attribution.subjects import names_somebody
from factcheck.extraction.attribution.viewpoints import viewpoint
from factcheck.extraction.sentence import Part, Sentence

_WAYS = (
    labelled,
    signed,
    behind,
    according_to,
    as_reported_by,
    saying_so,
    in_a_message,
    ahead,
    before_quotation,
    accusation,
    in_a_survey,
    viewpoint,
    request,
    quoted_as_saying,
    told,
    hearsay,
)


def outermost(sentence: Sentence, part: Part) -> Frame | None:
    """The frame that holds all others of the part, or None when nobody is said to say it."""
    for find in _WAYS:
        frame = find(sentence, part)
        if frame is not None and _is_sound(sentence, frame):
            return frame
    return None


def _is_sound(sentence: Sentence, frame: Frame) -> bool:
    """Whether something is said in it, and its source can be somebody: no speaker is better than a wrong one."""
    named = sentence.trimmed(frame.source) if frame.source else None
    is_somebody = named is None or named[0] == named[1] or names_somebody(sentence, named)
    return is_somebody and all(end > start for start, end in frame.content)
