"""Every form of every verb the lists name."""

from factcheck.extraction.lexicon.verbs import IRREGULAR, VERBS, VERBS_AND_NOUNS
from factcheck.text.wordlists import words

# Last letters are doubled before -ed and -ing where the stress is on the last syllable, which spelling does
# not show.
DOUBLED = words("""
    admit ban bar beg begin bet bid chat clap commit compel control cut defer deter dig dim dip drag drop
    emit equip expel flag flip forget fit get grab grin hit hug incur infer jog kidnap knit label level let
    mob model nod occur omit opt outfit pat permit pin plan plot plug pop prefer program propel put quit
    rebel refer regret rob rub run sag scan scrap set shed ship shop shut sit skip slam slap slip snap spin
    split spot stab star stem step stir stop strip sum swap swim tap tip top transfer transmit trap travel
    trim trip upset wed win wrap submit rid slim cancel fuel signal quarrel marvel
""")
PLURALS = words("""
    people police men women children media officials data they we you troops both some many most others
""")
_VOWELS = frozenset("aeiou")


def third_person(base: str) -> str:
    """The form "denies" for "deny"."""
    if base.endswith(("s", "x", "z", "ch", "sh")) or base in {"go", "do", "veto", "echo"}:
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def past(base: str) -> str:
    """The form "denied" for "deny", for regular verbs."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if base in DOUBLED else "") + "ed"


def present_participle(base: str) -> str:
    """The form "denying" for "deny"."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + (base[-1] if base in DOUBLED else "") + "ing"


def _all_forms() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    kinds: dict[str, set[str]] = {}
    lemmas: dict[str, str] = {}
    irregular = {base: (before, participle) for base, before, participle in IRREGULAR}
    for base in sorted(VERBS | VERBS_AND_NOUNS | set(irregular)):
        before, participle = irregular.get(base, (past(base), past(base)))
        for form, kind in (
            (base, "BASE"),
            (third_person(base), "S"),
            (before, "PAST"),
            (participle, "PART"),
            (present_participle(base), "ING"),
        ):
            kinds.setdefault(form, set()).add(kind)
            lemmas.setdefault(form, base)
    return {form: frozenset(kind) for form, kind in kinds.items()}, lemmas


FORMS, LEMMAS = _all_forms()
"""Of each form, what it can be (BASE S PAST PART ING), and its base."""

SURE = frozenset(form for form, base in LEMMAS.items() if base not in VERBS_AND_NOUNS)
"""Forms that are mostly verbs."""


def lemma(form: str) -> str:
    """The base of a verb's form, in lower case; the form itself when the lists do not know it."""
    return LEMMAS.get(form, form)
