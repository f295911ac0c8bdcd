from django.core.files.uploadedfile import SimpleUploadedFile

from factcheck.models import Citation, Claim, User
from factcheck.models.choices import CitationKind, Status
from tests import making
from tests.web.claims.questions import HTMX, InSomeStatuses, WithWords


class TestCite(InSomeStatuses, WithWords):
    route = "claim-cite"
    starts = Status.CHECKING
    keyed = True
    leads_to = Status.CHECKING
    region = "citations"
    sends = {
        "kind": CitationKind.URL,
        "url": "https://statistics.example/may",
        "title": "Labour market, May",
        "quote": "4.0 per cent",
        "stance": "supports",
        "tier": "primary",
        "locator": "table 3",
        "published_on": "2015-06-17",
    }
    incomplete = {"url": ""}
    complaint = "Give the address of the web page."

    def test_it_stands_on_the_card(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).post(self.url(at_work), self.body(at_work), headers=HTMX).content.decode()
        for words in ("Labour market, May", "“4.0 per cent”", "table 3", "17 Jun 2015", "Primary source"):
            assert words in page

    def test_what_is_typed_beside_it_is_left_alone(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).post(self.url(at_work), self.body(at_work), headers=HTMX).content.decode()
        assert 'name="rationale"' not in page

    def test_an_interview_has_no_address(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        body = self.body(at_work) | {"kind": CitationKind.INTERVIEW, "url": "", "note": "By phone, on the record"}
        assert login(reviewer).post(self.url(at_work), body).status_code == 303
        assert Citation.objects.get().note == "By phone, on the record"

    def test_it_has_a_title(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        answer = login(reviewer).post(self.url(at_work), self.body(at_work) | {"title": " "})
        assert answer.status_code == 422
        assert "Give the source a title." in answer.content.decode()

    def test_a_file_that_no_answer_can_hold_is_asked_for_again(
        self, at_work: Claim, reviewer: User, login: making.Login
    ) -> None:
        """Without a script; with one, the browser keeps it (tests/browser/test_keeping.py)."""
        body = self.body(at_work) | {"title": " ", "attachment": SimpleUploadedFile("table.pdf", b"%PDF-1.7")}
        page = login(reviewer).post(self.url(at_work), body).content.decode()
        assert "Choose “table.pdf” once more" in page

    def test_a_file_that_is_refused_is_not(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        body = self.body(at_work) | {"attachment": SimpleUploadedFile("table.pdf", b"")}
        page = login(reviewer).post(self.url(at_work), body).content.decode()
        assert "This file is empty." in page
        assert "once more" not in page

    def test_a_script_is_no_address(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        body = self.body(at_work) | {"url": "javascript:alert(1)"}
        assert login(reviewer).post(self.url(at_work), body).status_code == 422

    def test_a_repeated_request_stores_nothing_twice(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        body = self.body(at_work)
        for _ in range(2):
            assert login(reviewer).post(self.url(at_work), body).status_code == 303
        assert Citation.objects.count() == 1
