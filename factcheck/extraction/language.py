"""Whether the rules, which are rules of English, apply: to a text, and to each line of it."""

import re

from factcheck.text.wordlists import words

_SMALL_WORDS = words("""
    the of and to in a is that for it was on with as by are be at from has have this will were not his he but they said
    an or which their who had been its she we i you would there more about into than them after over if so no
""")
# The small words of other languages, without those that are English words or stand in English names.
_ELSEWHERE = tuple(
    words(block)
    for block in (
        """der die das und ist nicht ein eine einen einem einer dem den mit von zu auf für sich auch es wir ich sie er
        hat haben wurde wurden werden nach bei aus wie über dass im am zum zur sei seien keine niemand sind
        waren nur noch""",
        """le la les et est une dans que qui pas au aux du ce cette avec ne se il elle sont par nous vous ont été sa
        ses leur mais où n'est c'est qu'il d'une l'on très cela ces""",
        """el los las que en por para una del se es su lo como más pero sus fue fueron ha está este esta entre cuando
        muy sobre también han ya nadie""",
        """il che di è una non sono del della gli si da nel alla ha dei delle anche più ma questo stato stata hanno
        nessuno""",
        """os que e em um uma para com não por mais dos das se foi foram ao ele está são também à ninguém""",
        """het een van dat niet op te zijn met voor er maar om aan ook bij naar uit heeft wordt werd werden geen de""",
        """och att det som är av för med inte den till har från var kan så og ikke jeg blev ble ingen en et""",
        """się nie że jest od po za jak był była były przez dla są nikt""",
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-z]")
ENGLISH_SHARE = 0.12
FEWEST_WORDS_TO_TELL = 25
READ_CHARACTERS = 20_000
FOREIGN_SHARE = 0.25
FEWEST_FOREIGN_WORDS = 2


def is_english(text: str) -> bool:
    """Whether the small words of the text's beginning are English ones; a short text is, unless it is plainly foreign.

    Text in capitals counts by its letters, like any other; text without a Latin letter is not English.
    """
    seen = _beginning(text)
    if len(seen) < FEWEST_WORDS_TO_TELL:
        return not is_foreign(text)
    return sum(word.lower() in _SMALL_WORDS for word in seen) >= ENGLISH_SHARE * len(seen)


def is_foreign(line: str) -> bool:
    """Whether a line is plainly in another language: by its script, or by small words that English has not."""
    seen = _beginning(line)
    if not seen or not _LATIN.search(line):
        return bool(seen)
    english = sum(word.lower() in _SMALL_WORDS for word in seen)
    # Behind the first word, a capital is more likely part of a name: Los Angeles, Le Pen.
    small = {seen[0].lower(), *(word for word in seen if word.islower())}
    other = max(len(known & small) for known in _ELSEWHERE)
    return other > english and other >= max(FEWEST_FOREIGN_WORDS, FOREIGN_SHARE * len(seen))


def _beginning(text: str) -> list[str]:
    return [match.group() for match in _WORD.finditer(text, 0, READ_CHARACTERS)]
