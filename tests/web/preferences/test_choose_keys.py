from django.urls import reverse

from factcheck.models import User
from factcheck.workflow import keys
from tests import making

URL = "preferences-choose-keys"
AS_THEY_COME = {command.name: command.key for command in keys.COMMANDS}


def test_it_saves_and_says_so(reviewer: User, login: making.Login) -> None:
    answer = login(reviewer).post(reverse(URL), AS_THEY_COME | {"on": "on", "take": "g"}, follow=True)
    assert "Your keys are saved." in answer.content.decode()
    assert keys.active_keys(User.objects.get(pk=reviewer.pk))["take"] == "g"


def test_without_the_tick_they_are_off(reviewer: User, login: making.Login) -> None:
    login(reviewer).post(reverse(URL), AS_THEY_COME)
    assert keys.active_keys(User.objects.get(pk=reviewer.pk)) == {}


def test_a_conflict_is_refused_with_the_sentence_beside_the_field(reviewer: User, login: making.Login) -> None:
    answer = login(reviewer).post(reverse(URL), AS_THEY_COME | {"on": "on", "take": "j"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“j” is already the key for “Next claim”." in page
    assert 'name="take" value="j"' in page, "what was typed is kept"
    assert keys.active_keys(User.objects.get(pk=reviewer.pk))["take"] == "t"


def test_it_is_sent_by_post_alone(reviewer: User, login: making.Login) -> None:
    assert login(reviewer).get(reverse(URL)).status_code == 405
