"""Logging in, logging out, changing and resetting a password; everything else of allauth is closed."""

import re
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from factcheck.models import User
from tests import making

LOG_IN = reverse("account_login")
NEW = "another long passphrase"


@pytest.fixture(autouse=True)
def _no_limit_reached_yet(db: None) -> None:
    cache.clear()


def log_in(client: Client, name: str, password: str = making.PASSWORD) -> str:
    return str(client.post(LOG_IN, {"login": name, "password": password}, follow=True).content.decode())


def test_one_can_type_at_once(client: Client) -> None:
    page = client.get(LOG_IN).content.decode()
    assert re.findall(r'name="(\w+)"[^>]* autofocus', page) == ["login"]


def test_a_person_logs_in_by_name_or_by_address(client: Client, reviewer: User) -> None:
    User.objects.filter(pk=reviewer.pk).update(email="reviewer@desk.example")
    for name in ("reviewer", "reviewer@desk.example"):
        assert "Articles" in log_in(client, name)
        client.logout()


def test_logging_in_leads_where_one_wanted_to_go(client: Client, reviewer: User) -> None:
    queue = reverse("queue")
    assert client.get(queue).url == f"{LOG_IN}?next={queue}"  # type: ignore[attr-defined]
    sent = {"login": "reviewer", "password": making.PASSWORD, "next": queue}
    assert client.post(LOG_IN, sent).url == queue  # type: ignore[attr-defined]


def test_it_leads_to_no_other_site(client: Client, reviewer: User) -> None:
    sent = {"login": "reviewer", "password": making.PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post(LOG_IN, sent).url == reverse("home")  # type: ignore[attr-defined]


def test_a_wrong_password_is_said_and_not_which_half_is_wrong(client: Client, reviewer: User) -> None:
    known, unknown = log_in(client, "reviewer", "wrong"), log_in(client, "nobody", "wrong")
    sentence = "This name and this password do not belong together. Look whether both are typed right."
    assert sentence in known
    assert sentence in unknown


def test_too_many_attempts_are_stopped(client: Client, reviewer: User) -> None:
    for _ in range(5):
        log_in(client, "reviewer", "wrong")
    assert "Too many failed login attempts" in log_in(client, "reviewer")


def test_attempts_are_counted_whatever_port_the_host_is_named_with(client: Client, reviewer: User) -> None:
    body = {"login": "reviewer", "password": "wrong"}
    for number in range(5):
        client.post(LOG_IN, body, headers={"Host": f"testserver:{8000 + number}"})
    assert "Too many failed login attempts" in log_in(client, "reviewer")


def test_many_other_names_do_not_make_the_desk_forget_an_attempt(client: Client, reviewer: User) -> None:
    for _ in range(5):
        log_in(client, "reviewer", "wrong")
    for number in range(400):
        cache.set(f"another-name-{number}", 1)
    assert "Too many failed login attempts" in log_in(client, "reviewer")


def test_behind_a_proxy_one_address_that_tries_too_often_keeps_nobody_else_out(
    client: Client, reviewer: User, settings: Any
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(12):  # whatever it says to have come through
        through = {"X-Forwarded-For": f"10.0.0.{number}, 203.0.113.7"}
        client.post(LOG_IN, {"login": f"person-{number}", "password": "wrong"}, headers=through)
    body = {"login": "reviewer", "password": making.PASSWORD}
    refused = client.post(LOG_IN, body, headers={"X-Forwarded-For": "203.0.113.7"})
    assert "Too many failed login attempts" in refused.content.decode()
    assert client.post(LOG_IN, body, headers={"X-Forwarded-For": "203.0.113.8"}).status_code == 302


def test_too_many_requests_get_a_page_that_says_so(client: Client, db: None) -> None:
    for number in range(40):
        answer = client.post(LOG_IN, {"login": f"person-{number}", "password": "wrong"})
        if answer.status_code == 429:
            break
    assert "Too many attempts" in answer.content.decode()


def test_an_account_that_is_switched_off_is_told_so(client: Client, reviewer: User) -> None:
    User.objects.filter(pk=reviewer.pk).update(is_active=False)
    assert "switched off" in log_in(client, "reviewer")


def test_logging_out_takes_a_press_of_a_button(client: Client, reviewer: User) -> None:
    client.force_login(reviewer)
    assert "Log out" in client.get(reverse("account_logout")).content.decode()
    client.post(reverse("account_logout"))
    assert client.get(reverse("article-list")).status_code == 302


def test_a_password_is_changed(client: Client, reviewer: User) -> None:
    client.force_login(reviewer)
    sent = {"oldpassword": making.PASSWORD, "password1": NEW, "password2": NEW}
    answer = client.post(reverse("account_change_password"), sent, follow=True)
    assert "Your password is changed." in answer.content.decode()
    client.logout()
    assert "Articles" in log_in(client, "reviewer", NEW)


def test_a_weak_password_is_refused(client: Client, reviewer: User) -> None:
    client.force_login(reviewer)
    sent = {"oldpassword": making.PASSWORD, "password1": "short", "password2": "short"}
    page = client.post(reverse("account_change_password"), sent).content.decode()
    assert "The password is not changed" in page
    assert "at least 12 characters" in page


def test_a_password_is_reset_by_mail(client: Client, reviewer: User, settings: Any) -> None:
    User.objects.filter(pk=reviewer.pk).update(email="reviewer@desk.example")
    body, odd = {"email": "reviewer@desk.example"}, {"Host": "testserver:1234"}
    page = client.post(reverse("account_reset_password"), body, follow=True, headers=odd)
    assert "Look into your mail" in page.content.decode()
    [message] = mail.outbox
    assert message.subject == "[Factcheck] Choose a new password"
    link = re.search(rf"{settings.DESK_URL}(/\S+)", str(message.body))
    assert link
    assert "testserver" not in message.body
    form = client.get(link[1], follow=True)
    assert "Choose a new password" in form.content.decode()
    address = form.redirect_chain[-1][0]
    done = client.post(address, {"password1": NEW, "password2": NEW}, follow=True)
    assert "Your password is changed" in done.content.decode()
    assert "Articles" in log_in(client, "reviewer", NEW)
    assert "This link no longer works" in Client().get(link[1], follow=True).content.decode(), "once only"


def test_an_unknown_address_gets_the_same_answer_and_no_mail(client: Client, db: None) -> None:
    page = client.post(reverse("account_reset_password"), {"email": "nobody@desk.example"}, follow=True)
    assert "Look into your mail" in page.content.decode()
    assert not mail.outbox


def test_nobody_signs_up(client: Client, db: None) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert client.get("/accounts/signup/").status_code == 404


def test_pages_that_say_no_are_the_desks_own(client: Client, reader: User) -> None:
    client.force_login(reader)
    assert "There is nothing here" in client.get("/nowhere/").content.decode()
    assert "There is nothing here" in client.get(reverse("article-detail", args=[99])).content.decode()


def test_an_error_of_ours_says_so_without_any_context(
    reader: User, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    def broken(*_args: object, **_options: object) -> None:
        raise RuntimeError

    client.force_login(reader)
    client.raise_request_exception = False
    monkeypatch.setattr("factcheck.workflow.articles.page", broken)
    answer = client.get(reverse("article-list"))
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.content.decode()


def test_a_form_from_before_the_log_in_says_what_to_do(reviewer: User) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(LOG_IN, {"login": "reviewer", "password": making.PASSWORD})
    assert answer.status_code == 403
    assert "This page is out of date" in answer.content.decode()
