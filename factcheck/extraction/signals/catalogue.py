"""The signals. One entry each: a name, a sentence for the reviewer, a weight, and the words that set it off."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """``weight`` adds to the score; ``pattern`` is looked for in the claim in lower case, with straight
    apostrophes; ``in_names`` says that it counts in a word with a capital amid the claim, too.
    """

    name: str
    sentence: str
    weight: float
    pattern: re.Pattern[str]
    in_names: bool = True


def _cue(name: str, weight: float, sentence: str, pattern: str, *, in_names: bool = True) -> Cue:
    return Cue(name, sentence, weight, re.compile(pattern), in_names)


_FIGURES = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half)"
)

CUES = (
    _cue(
        "share",
        1.5,
        "It gives a share or a rate, which a source can confirm or refute.",
        rf"{_FIGURES}(?: ?%| per ?cent| percentage points?)|\b(?:majority|proportion|two thirds|one third|"
        rf"a quarter|half) of\b"
        r"|\b(?:rate|average|per capita)\b",
    ),
    _cue(
        "figure",
        1.0,
        "It gives a number.",
        r"(?<![\w.])(?!(?:19|20)\d\d\b)[$£€¥]?\d[\d,.]*\d(?![\w])|\b(?:dozens|hundreds|thousands|millions|billions)\b"
        r"|\b(?:eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion)\b",
    ),
    _cue(
        "small-figure",
        0.4,
        "It counts a few.",
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twice|(?<![$£€¥\d.,:/-])[2-9](?![\d.,:/-]?\d))\b",
    ),
    _cue(
        "bound",
        0.4,
        "It sets a bound to a number.",
        r"\b(?:at least|at most|more than|fewer than|less than|over|up to|nearly|almost|only|just)(?= \w*\d|"
        r" (?:one|two|three|four|five|six|seven|eight|nine|ten|half|a quarter))",
    ),
    _cue(
        "money",
        0.3,
        "It is about money.",
        r"[$£€¥]\s?\d(?:[\d,.]*\d)?|\b(?:dollars?|euros?|pounds?|yen|budget|debt|deficit|taxe?s?|salar(?:y|ies)|wages?)\b",
    ),
    _cue(
        "deaths",
        1.2,
        "It is about people killed or hurt.",
        r"\b(?:kill\w*|dead|death\w*|died?|dying|injur\w+|wound\w+|casualt\w+|fatal\w*|murder\w*|massacre\w*|"
        r"victims?|trampl\w+|crush\w+|civilians?)\b",
    ),
    _cue(
        "violence",
        0.8,
        "It is about an attack, a war or destruction.",
        r"\b(?:attack\w*|bomb\w*|air ?strikes?|strikes?|shot|shoot\w*|explo\w+|destroy\w*|troops|soldiers|"
        r"militants?|fighters?|fighting|rebels?|terroris\w+|weapons?|missiles?|hit)\b",
    ),
    _cue(
        "accusation",
        0.9,
        "It accuses somebody.",
        r"\b(?:accus\w+|blam\w+|alleg\w+|illegal\w*|fraud\w*|corrupt\w*|lied|lying|violat\w+|crimes?|criminal|"
        r"convict\w*|arrest\w*|charged|guilty|abus\w+|assault\w*|stole\w*|cover-?up|fail(?:s|ed)? to|denied|"
        r"refus\w+|discriminat\w+|turned away|turning away|racis[tm]s?|liars?|decepti\w+|deceiv\w+|mislead\w*|misled|"
        r"falsely|fake\w*|hack(?:ed|ers?|ing)|brib\w+|embezzl\w+|tortur\w+|plagiari\w+|lawsuits?|sued|rigg(?:ed|ing)|"
        r"harass\w*|rap(?:ed|ists?)|cheat(?:s|ed|ing)?|interfer\w+|neglect\w*|charlatans?)\b",
    ),
    _cue(
        "record",
        0.8,
        "It claims a first, a last, a most or an only.",
        r"\b(?<!at )(?:first|only|never before|unprecedented|record|historic|largest|biggest|smallest|highest|lowest|"
        r"worst|best|deadliest|oldest|youngest|most|least|nobody|no one|none)\b(?! (?:name|lady|minister|"
        r"quarter|of all))",
        in_names=False,
    ),
    _cue(
        "comparison",
        0.6,
        "It compares.",
        r"\b(?:more|less|fewer|higher|lower|larger|greater|worse|better)\b.{0,50}\bthan\b|\b(?:doubled|tripled|"
        r"halved|twice|three times)\b",
    ),
    _cue(
        "change",
        0.6,
        "It says that something rose or fell.",
        r"\b(?:increas\w+|decreas\w+|declin\w+(?! to\b)|dropp?\w*|fell|fallen|rose|risen|rising|grew|grown|growing|"
        r"reduc\w+|cut|shrank|soared|surged|plunged|exceed\w*)\b",
    ),
    _cue(
        "cause",
        1.0,
        "It says what caused what.",
        r"\b(?:because|caus(?:e|es|ed|ing)|due to|as a result|result(?:s|ed)? in|led to|leads to|thanks to|"
        r"triggered|prompted|began (?:when|after)|affect(?:s|ed)?|impact)\b",
    ),
    _cue(
        "risk",
        0.5,
        "It says how likely something is.",
        r"\b(?:risks?|probabilit(?:y|ies)|likelihood|chances? (?:of|that)|odds)\b",
    ),
    _cue(
        "public-action",
        0.5,
        "It is about what those in power did.",
        r"\b(?:president|minister|ministry|government|parliament|congress|senate|court|police|military|army|"
        r"navy|officials?|authorit(?:y|ies)|administration|council)\b",
    ),
    _cue(
        "law",
        0.5,
        "It is about a law, a vote or a right.",
        r"\b(?:laws?|bills?|votes?|voted|elections?|bans?|banned|visas?|polic(?:y|ies)|treat(?:y|ies)|"
        r"sanctions?|rulings?|ruled|constitution\w*|citizens?|refugees?|migrants?|asylum)\b",
    ),
    _cue(
        "science",
        0.3,
        "It rests on research.",
        r"\b(?:stud(?:y|ies)|research\w*|scientists?|survey\w*|poll(?:s|ed)?|data|report(?:s)?|evidence)\b",
    ),
    _cue(
        "absolute",
        0.4,
        "It leaves no exception.",
        r"\b(?:all|every|always|never|entirely|completely|everyone|nobody|no one|any)\b",
    ),
    _cue(
        "hedge",
        -0.5,
        "It is hedged.",
        r"\b(?:may|might|could|perhaps|possibly|reportedly|appears?|seems?|likely|some)\b",
    ),
    _cue(
        "schedule",
        -0.5,
        "It announces something still to come.",
        r"\b(?:due to|scheduled|plans? to|will)\b(?! (?:the|a|an)\b)",
    ),
    _cue(
        "custom",
        -0.5,
        "It is common background.",
        r"\b(?:annual|tradition\w*|named|theme|located|situated|known as|consists? of|includ\w+|arranged|founded)\b",
    ),
)

BIAS = -1.4
SENTENCES = {cue.name: cue.sentence for cue in CUES} | {
    "named-source": "Somebody by name stands behind it.",
    "unnamed-source": "Whoever says so is not named.",
    "headline": "It stands in the headline.",
    "caption": "It describes a picture.",
    "short": "It is very short.",
    "words": "Its words are more, or less, like those of claims that people chose to check.",
}
"""Each signal in a sentence for the reviewer."""
