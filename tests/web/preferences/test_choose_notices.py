"""What one wants to be told."""

import pytest
from django.urls import reverse

from factcheck.models import Preferences, User
from factcheck.models.choices import Notice
from tests import making

URL = "preferences-choose-notices"


def test_at_first_everything_is_told(reviewer: User, login: making.Login) -> None:
    page = login(reviewer).get(reverse("preferences")).content.decode()
    for notice in Notice.values:
        assert f'value="{notice}"' in page
    section = page.split('id="notices-of-mine"')[1].split("</section>")[0]
    assert section.count(" checked") == 2 * len(Notice) + 1


def test_what_is_not_ticked_is_turned_off(reviewer: User, login: making.Login) -> None:
    client = login(reviewer)
    answer = client.post(reverse(URL), {"wanted": [Notice.ASSIGNED, Notice.SENT_BACK], "mailed": [Notice.DUE_SOON]})
    assert answer.status_code == 303
    kept = Preferences.objects.get(user=reviewer)
    assert set(kept.muted) == {Notice.MENTIONED, Notice.DISPUTED, Notice.DUE_SOON}
    assert set(kept.unmailed) == {Notice.ASSIGNED, Notice.MENTIONED, Notice.SENT_BACK, Notice.DISPUTED}
    assert not kept.digest
    assert "What you are told is saved." in client.get(reverse("preferences")).content.decode()


def test_the_keys_stay_as_they_are(reviewer: User, login: making.Login) -> None:
    Preferences.objects.create(user=reviewer, keys_on=False, keys={"take": "x"})
    login(reviewer).post(reverse(URL), {"wanted": Notice.values, "digest": "on"})
    kept = Preferences.objects.get(user=reviewer)
    assert (kept.keys_on, kept.keys, kept.muted, kept.digest) == (False, {"take": "x"}, [], True)


def test_a_notice_that_is_none_is_refused(reviewer: User, login: making.Login) -> None:
    assert login(reviewer).post(reverse(URL), {"wanted": ["everything"]}).status_code == 400


@pytest.mark.parametrize("method", ["get", "put"])
def test_it_is_sent_by_post_alone(method: str, reviewer: User, login: making.Login) -> None:
    assert getattr(login(reviewer), method)(reverse(URL)).status_code == 405
