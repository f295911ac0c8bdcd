from django.urls import reverse

from factcheck.models import User
from factcheck.workflow import keys
from tests import making

URL = "preferences-reset-keys"


def test_it_brings_the_keys_of_the_desk_back(reviewer: User, login: making.Login) -> None:
    keys.choose_keys(by=reviewer, on=False, keys={"take": "g"})
    answer = login(reviewer).post(reverse(URL), follow=True)
    assert "The keys are those that the desk comes with." in answer.content.decode()
    assert keys.active_keys(User.objects.get(pk=reviewer.pk))["take"] == "t"


def test_it_is_sent_by_post_alone(reviewer: User, login: making.Login) -> None:
    assert login(reviewer).get(reverse(URL)).status_code == 405
