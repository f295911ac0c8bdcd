"""What is asked, besides the questions of every verb, of one whose form takes the card's place."""

from typing import ClassVar

import pytest

from factcheck.models import Claim, User
from tests import making
from tests.web.claims.questions import HTMX, InSomeStatuses, OfAVersion


class InAPanel(OfAVersion, InSomeStatuses):
    title: ClassVar[str]

    def test_it_is_sent_by_post_alone(self, at_work: Claim, person: User, login: making.Login) -> None:
        """To open it changes nothing."""
        client = login(person)
        assert client.get(self.url(at_work)).status_code == 200
        assert client.put(self.url(at_work)).status_code == 405
        assert making.fresh(at_work).version == at_work.version

    def test_it_opens_in_the_cards_place(self, at_work: Claim, person: User, login: making.Login) -> None:
        page = login(person).get(self.url(at_work)).content.decode()
        assert self.title in page
        assert 'id="rows"' in page, "beside the list and the text"
        part = login(person).get(self.url(at_work), headers=HTMX | {"HX-Target": "card"}).content.decode()
        assert part.strip().startswith('<article id="card"')
        assert self.title in part

    def test_on_the_claims_own_page_it_opens_there(self, at_work: Claim, person: User, login: making.Login) -> None:
        page = login(person).get(self.url(at_work) + "?page=claim").content.decode()
        assert self.title in page
        assert 'name="page" value="claim"' in page
        assert 'id="rows"' not in page

    def test_whoever_may_not_do_it_is_told_so_at_once(
        self, at_work: Claim, request: pytest.FixtureRequest, login: making.Login
    ) -> None:
        answer = login(self.named(request, self.too_little)).get(self.url(at_work))
        assert answer.status_code == 403
        assert self.sentence in answer.content.decode()
