"""What of a card is about verdicts: which are in, which of those this person sees, and which one is asked for."""

from dataclasses import dataclass
from functools import cached_property

from factcheck.models import SIGNATURES, Anchor, Claim, User, Verdict
from factcheck.models.choices import Standing, Status, Verb
from factcheck.text.wording import Piece, changes
from factcheck.workflow import opinions


@dataclass(frozen=True, slots=True)
class Asked:
    """The verdict that a claim asks for. `besides`: there is a shorter way, so that its form opens on demand."""

    verb: Verb
    title: str
    hint: str = ""
    besides: bool = False


@dataclass(frozen=True, slots=True)
class Changed:
    """The words that a claim stood on in an older draft, and how they read now."""

    anchor: Anchor
    pieces: list[Piece]


class Judging:
    """The verdicts on one claim, as far as a person sees them; each part is read once."""

    def __init__(self, claim: Claim, user: User) -> None:
        self.claim, self.user = claim, user

    @cached_property
    def seen(self) -> list[Verdict]:
        """Newest first."""
        verdicts = self.claim.verdicts.in_sight_of(self.user).select_related("author", "rating", "draft")
        return list(verdicts.prefetch_related("citations", SIGNATURES).order_by("-pk"))

    @property
    def current(self) -> Verdict | None:
        return self._standing(Standing.CURRENT)

    @property
    def second(self) -> Verdict | None:
        return self._standing(Standing.BESIDE)

    @property
    def earlier(self) -> list[Verdict]:
        return [verdict for verdict in self.seen if verdict.standing == Standing.SUPERSEDED]

    @property
    def hidden(self) -> bool:
        """Whether a verdict waits here that this person may not see yet."""
        return self.claim.status == Status.SUBMITTED and self.current is None

    @property
    def hidden_from_others(self) -> bool:
        """Whether the person sees here what their colleagues do not."""
        verdict = self.current
        return verdict is not None and verdict.blind and self.second is None and verdict.author == self.user

    @property
    def comparison(self) -> str:
        """What two verdicts have in common, as a sentence."""
        return opinions.compared(self.current, self.second) if self.current and self.second else ""

    @property
    def asked(self) -> Asked | None:
        match self.claim.status:
            case Status.OPEN | Status.CHECKING:
                return Asked(Verb.SUBMIT, "Your verdict")
            case Status.SUBMITTED if self.hidden:
                hint = "You judge without seeing the first verdict. Both are shown once yours is in."
                return Asked(Verb.SECOND, "Your verdict", hint)
            case Status.SUBMITTED:
                hint = "Judge for yourself instead of signing. You have seen the first verdict, and this is told."
                return Asked(Verb.SECOND, "Second verdict", hint, besides=True)
            case Status.DISPUTED:
                return Asked(
                    Verb.ADJUDICATE, "Your decision", "It is the one that counts. Both verdicts stay readable."
                )
            case _:
                return None

    @cached_property
    def changed(self) -> Changed | None:
        """Of a claim whose text changed: since the draft that its verdict was of."""
        if self.claim.status != Status.RECHECK:
            return None
        anchors = self.claim.anchors.select_related("draft").order_by("-draft__number")
        judged = self.current.draft_id if self.current else None
        found = sorted(anchors, key=lambda anchor: anchor.draft_id != judged)
        return Changed(found[0], changes(found[0].quote, self.claim.quote)) if found else None

    def _standing(self, standing: Standing) -> Verdict | None:
        return next((verdict for verdict in self.seen if verdict.standing == standing), None)
