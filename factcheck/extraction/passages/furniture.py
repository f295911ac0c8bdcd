"""What stands on the page and is no part of the story: one pattern a kind of furniture."""

import re
from dataclasses import dataclass

from factcheck.extraction.records import PassageKind
from factcheck.text.buttons import BUTTON, VISITOR


@dataclass(frozen=True, slots=True)
class Furniture:
    """A kind of furniture: what it is called here, and the pattern a whole line has to match."""

    name: str
    kind: PassageKind
    pattern: re.Pattern[str]


def _line(name: str, kind: PassageKind, pattern: str) -> Furniture:
    return Furniture(name, kind, re.compile(rf"\W*(?:{pattern})\W*$", re.IGNORECASE))


_AGENCY = (
    r"AP|AFP|EPA|UPI|PA|ANP|DPA|TASS|RIA|Reuters|Xinhua|Getty(?: Images)?|Associated Press|"
    r"Agence France-Presse|Shutterstock|Alamy|"
    r"iStock|Flickr|Wikimedia(?: Commons)?|Anadolu(?: Agency)?|Bloomberg|Rex|NurPhoto|SIPA|Corbis|"
    r"USA Today Sports|Zuma(?: Press)?"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
_HOUR = r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
_CLOCK = rf"(?:,? (?:at )?{_HOUR})?"

FURNITURE = (
    Furniture("button", "boilerplate", BUTTON),
    Furniture("visitor", "boilerplate", VISITOR),
    _line(
        "invitation",
        "boilerplate",
        r"(?:read (?:more|also|next|the (?:rest|full|whole|original)\b.{0,40})|see also|also (?:read|see|on)|"
        r"related|watch|more (?:on|from|about)|"
        r"click (?:here|on)|follow us|like us|join us|subscribe to|sign up|get (?:the|our)|download (?:the|"
        r"our)|listen to|"
        r"share this|tap here|this (?:article|story) (?:was )?(?:first|originally|has been)|have (?:an|"
        r"a) (?:opinion|tip|story)|"
        r"contact (?:the|us)|support our|photos?: (?:see|more)|in pictures|gallery)\b.{0,160}",
    ),
    _line("rights", "boilerplate", r"(?:©|\(c\)|copyright)\s?.{0,200}|.{0,80}all rights reserved.{0,120}"),
    _line("address", "boilerplate", r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@#]\w+"),
    _line(
        "credit",
        "credit",
        rf"(?:photo(?:graph)?s?|images?|pictures?|video|file photo|illustration|graphic|credit|photo credit|"
        rf"image credit|source)"
        rf"(?: (?:by|via|from|courtesy(?: of)?|copyright)|:|/).{{1,90}}|\(?[^\W\d][\w .’'&-]{{0,50}}(?: ?/ ?|"
        rf" via | – )(?:{_AGENCY})\)?"
        rf"|(?:(?-i:[A-Z])[\w.’'-]* ){{1,3}}(?-i:[A-Z])[\w’'-]*, (?:{_AGENCY})|courtesy of .{{1,80}}"
        rf"|(?:{_AGENCY})(?: ?/ ?[\w .’'-]{{1,50}})?",
    ),
    _line(
        "byline",
        "credit",
        r"by (?-i:[A-Z])[\w.’'-]*(?:,? (?:(?-i:[A-Z])[\w.’'-]*|and|of|for|the|in)){0,10}"
        r"(?:,? (?:staff )?(?:writer|reporter|correspondent))?"
        r"|(?:written|reported|edited|compiled|reporting) by .{3,120}|(?:additional )?reporting by .{3,160}",
    ),
    _line(
        "date",
        "dateline",
        rf"(?:(?:published|updated|posted|last (?:updated|modified))(?: on| at|:)? )?(?:{_HOUR} )?{_DAY}"
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? ?(?:\d{{4}})?|"
        rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}}|"
        rf"\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}){_CLOCK}",
    ),
    _line(
        "place",
        "dateline",
        rf"(?-i:[A-Z][A-Z .’'-]{{2,40}})(?:, [\w .’'-]{{2,30}})?(?: ?\((?:{_AGENCY})\))? ?(?:—|–|--|-)",
    ),
)
LONGEST_FURNITURE_CHARACTERS = 240

_LEADING_CREDIT = re.compile(
    rf"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,4}} ?/ ?(?:{_AGENCY})\b(?:/[A-Z][\w ]{{1,20}}?)?)(?=[\s.,:|-]|$)"
)
_TRAILING_CREDIT = re.compile(
    rf"(?<=[\s(])(?:\(?(?:Photo|Image|Picture|File photo|Credit|Photograph)(?:s)?(?: by| courtesy of|:|"
    rf"/) ?[^.]{{1,80}}\.?\)?"
    rf"|\(?(?:[A-Z][\w.’'-]* ?){{1,4}}/ ?(?:{_AGENCY})\)?\.?)$"
)
_LEADING_PLACE = re.compile(
    rf"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){{0,3}}(?:, [A-Z][\w.’' -]{{1,28}}?)?"
    rf"(?:, {_MONTH} \d{{1,2}})?"
    rf" ?(?:\((?:{_AGENCY}|[A-Z][\w ]{{1,20}})\) ?)?(?:—|–|--| -)(?=\s)"
)


def furniture_kind(line: str) -> PassageKind | None:
    """The kind of a line that is furniture as a whole, or None for anything else."""
    if len(line) > LONGEST_FURNITURE_CHARACTERS:
        return None
    return next((known.kind for known in FURNITURE if known.pattern.match(line)), None)


def leading(line: str) -> tuple[int, PassageKind] | None:
    """How many characters at a line's start are a credit or a dateline before something else, and which of
    the two.
    """
    credit = _LEADING_CREDIT.match(line)
    if credit and credit.end() < len(line):
        return credit.end(), "credit"
    place = _LEADING_PLACE.match(line)
    return (place.end(), "dateline") if place and place.end() < len(line) else None


def trailing_credit(line: str) -> int | None:
    """Where a credit at a line's end begins, or None."""
    found = _TRAILING_CREDIT.search(line, max(0, len(line) - 120))
    return found.start() if found and found.start() > 0 else None
