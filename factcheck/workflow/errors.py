"""The ways in which a verb is refused. Each carries what the person is shown."""

from factcheck.models import Claim

OUT_OF_DATE = "This page is out of date. Load it again."


class WorkflowError(Exception):
    """A verb did not happen; `str()` is a sentence for the person."""


class Refused(WorkflowError):
    """Not this person, or not in this state."""


class Stale(WorkflowError):
    """Somebody else saved first; `claim` is how it stands now."""

    def __init__(self, claim: Claim) -> None:
        super().__init__(
            "Somebody changed this claim while you had it open. Here is how it stands now; nothing you wrote is lost."
        )
        self.claim = claim


class Overtaken(WorkflowError):
    """A colleague saved first."""

    def __init__(self, colleague: str) -> None:
        super().__init__(
            f"Another {colleague} changed this while you had it open. "
            "Here is how it stands now; nothing you wrote is lost."
        )


class Invalid(WorkflowError):
    """What was sent is incomplete; `fields` maps a field's name to its sentence."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = fields
