"""Suggested wordings for the text: which there are, what an editor decides of them, and the text they make."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.models import Article, Claim, Draft, User, Verdict
from factcheck.models.choices import Standing, Status

MOST_CHARACTERS = 10_000
STANDING = frozenset({Status.SUBMITTED, Status.SETTLED})  # of these the verdict is about the words as they are


@dataclass(frozen=True, slots=True)
class Fix:
    """New words for characters `start` up to `end` of the draft, and the verdict that asks for them."""

    claim: Claim
    verdict: Verdict
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.verdict.suggested_fix


def deciding(user: User, claim: Claim) -> str:
    """Why there is nothing for this person to accept or decline, or an empty string."""
    verdict = claim.verdicts.in_sight_of(user).filter(standing=Standing.CURRENT).first()
    if verdict is None or not verdict.suggested_fix:
        return "No other wording is suggested."
    return ""


def of(article: Article, draft: Draft) -> list[Fix]:
    """Those that are accepted or wait for it, and whose words the draft does not have yet, in the order of the text."""
    verdicts = Verdict.objects.filter(claim__article=article, claim__draft=draft, standing=Standing.CURRENT)
    verdicts = verdicts.in_sight_of(None).exclude(suggested_fix="").exclude(fix_accepted=False)
    verdicts = verdicts.filter(claim__status__in=STANDING).select_related("claim", "author", "rating")
    found = [Fix(one.claim, one, one.claim.start, one.claim.end) for one in verdicts]
    return sorted((fix for fix in found if not _has(draft, fix)), key=lambda fix: (fix.start, fix.end))


def _has(draft: Draft, fix: Fix) -> bool:
    return draft.text[fix.start : fix.end] == fix.words


def accepted(fixes: Iterable[Fix]) -> list[Fix]:
    return [fix for fix in fixes if fix.verdict.fix_accepted]


def refusal(fixes: Sequence[Fix]) -> str:
    """Why these, in the order of the text, cannot all be applied, or an empty string."""
    if not fixes:
        return "No accepted fix waits to be applied."
    for fix in fixes:
        if len(fix.claim.spans) > 1:
            return f"The fix of claim {fix.claim.number} is for words in several places. Change the text by hand."
    for place, fix in enumerate(fixes[1:]):
        if fix.start < fixes[place].end:
            two = f"{fixes[place].claim.number} and {fix.claim.number}"
            return f"The fixes of claims {two} are for the same words. Decline one of them."
    return ""


def applied(text: str, fixes: Sequence[Fix]) -> str:
    """The text with the new words; the fixes are in its order and do not overlap."""
    pieces, place = [], 0
    for fix in fixes:
        pieces += [text[place : fix.start], fix.words]
        place = fix.end
    return "".join([*pieces, text[place:]])
