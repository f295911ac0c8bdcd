"""An editor keeps the words of the text."""

from tests.web.claims import test_accept_fix


class TestDeclineFix(test_accept_fix.TestAcceptFix):
    route = "claim-decline-fix"
    accepted = False
    told = "editor declined the suggested fix."
