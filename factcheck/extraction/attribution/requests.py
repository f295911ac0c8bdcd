"""What somebody asks for."""

from factcheck.extraction.attribution import speakers
from factcheck.extraction.attribution.frames import Frame, cues, is_passive, is_the_writer
from factcheck.extraction.lexicon.cues import ASKING
from factcheck.extraction.sentence import Part, Sentence


def request(sentence: Sentence, part: Part) -> Frame | None:
    """“X urged Y to …”: what is asked for is no statement."""
    for cue in cues(sentence, part, ASKING):
        if (
            sentence.tag(cue) != "FINITE"
            or sentence.quoted[cue] != sentence.quoted[part[0]]
            or is_passive(sentence, cue, part[0])
        ):
            continue
        source = speakers.left_of(sentence, cue, part[0])
        behind = cue + 2 if sentence.low(cue + 1) in {"on", "upon"} else cue + 1
        to = speakers.right_of(sentence, behind, part[1])
        start = to[1] if to else cue + 1
        while sentence.tag(start) in {"NEG", "ADV"}:
            start += 1
        if source is not None and to is not None and sentence.tag(start) == "TO" and sentence.tag(start + 1) == "BASE":
            if is_the_writer(sentence, source):
                source = None
            return Frame((cue, cue + 1), source, to, ((start, part[1]),), (), asks=True)
    return None
