from factcheck.models.choices import Status
from tests.web.claims.questions import InSomeStatuses, OfAVersion


class TestRestore(OfAVersion, InSomeStatuses):
    route = "claim-restore"
    starts = Status.DISMISSED
    leads_to = Status.OPEN
