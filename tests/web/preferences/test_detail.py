"""A person's own page."""

from django.urls import reverse

from factcheck.models import Claim, User
from factcheck.models.choices import Said, Status
from factcheck.workflow import keys
from tests import making


def test_it_shows_every_command_with_its_key(reviewer: User, login: making.Login) -> None:
    page = login(reviewer).get(reverse("preferences")).content.decode()
    for command in keys.COMMANDS:
        assert f'name="{command.name}" value="{command.key}"' in page


def test_an_answer_is_named_as_on_the_card(reviewer: User, login: making.Login) -> None:
    """Those of the first question; the others are each desk's own."""
    page = login(reviewer).get(reverse("preferences")).content.decode()
    for said in Said:
        assert page.count(said.label) == 2, "in the list of keys, and where they are chosen"


def test_the_keys_are_printed_where_they_act(claim: Claim, reviewer: User, login: making.Login) -> None:
    keys.choose_keys(by=reviewer, on=True, keys={"take": "<"})
    page = login(reviewer).get(claim.get_absolute_url()).content.decode()
    assert 'data-key="&lt;" aria-keyshortcuts="&lt;">Take <kbd aria-hidden="true">&lt;</kbd>' in page


def test_turned_off_none_is_printed(claim: Claim, reviewer: User, login: making.Login) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    keys.choose_keys(by=reviewer, on=False, keys={})
    for address in (claim.get_absolute_url(), reverse("claim-detail", args=[claim.pk])):
        page = login(reviewer).get(address).content.decode()
        assert "data-key" not in page
        assert '<dialog id="keys"' not in page
