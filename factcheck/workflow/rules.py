"""The rules of a desk: how many sign a verdict off, and which verdicts are given blind."""

from factcheck.models import Desk, User
from factcheck.models.choices import DeskAct, Priority, Role

from .administering import administering
from .errors import Invalid

MOST_SIGN_OFFS = 2


def set_rules(*, desk_id: int, by: User, seen: int, low: int, normal: int, high: int, blind_from: int | None) -> Desk:
    """Signatures by priority, and from which priority up a second verdict is given before the first is shown.

    Verdicts that are in keep the rule under which they were given as far as they are hidden; how many sign is asked
    anew with each signature.
    """
    asked = {"low": low, "normal": normal, "high": high}
    if wrong := {
        name: "Choose 0, 1 or 2." for name, number in asked.items() if number not in range(MOST_SIGN_OFFS + 1)
    }:
        raise Invalid(wrong)
    if blind_from is not None and blind_from not in Priority.values:
        raise Invalid({"blind_from": "Choose a priority from the list."})
    reason = f"{low}, {normal} and {high} sign at low, normal and high priority; {_blind(blind_from)}"
    with administering(desk_id, DeskAct.SET_RULES, by=by, seen=seen, reason=reason) as desk:
        desk.sign_offs, desk.blind_from = normal, blind_from
        desk.sign_offs_low = None if low == normal else low
        desk.sign_offs_high = None if high == normal else high
        desk.save(update_fields=["sign_offs", "sign_offs_low", "sign_offs_high", "blind_from"])
        return desk


def shortage(desk: Desk) -> str:
    """Where the rules ask for more people than there are, the sentence that says so."""
    judges = desk.memberships.filter(role__gte=Role.REVIEWER, user__is_active=True).count()
    needed = 1 + max(desk.asks_sign_offs(priority) for priority in Priority)
    if judges >= needed:
        return ""
    people = "person" if judges == 1 else "people"
    return f"These rules need {needed} people who may judge; this desk has {judges} {people}. Claims cannot be settled."


def _blind(blind_from: int | None) -> str:
    return f"blind from {Priority(blind_from).label.lower()} priority" if blind_from else "nothing is blind"
