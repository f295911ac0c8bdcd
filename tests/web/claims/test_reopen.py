from factcheck.models.choices import Status
from tests.web.claims.questions import InSomeStatuses, OfAVersion, WithWords


class TestReopen(OfAVersion, InSomeStatuses, WithWords):
    route = "claim-reopen"
    starts = Status.SETTLED
    leads_to = Status.CHECKING
    actor = "editor"
    too_little = "reviewer"
    sentence = "Only editors of this desk can do this."
    sends = {"reason": "The office revised its figure"}
    incomplete = {"reason": ""}
    complaint = "Say why this claim is reopened."
    impossible = Status.OPEN
