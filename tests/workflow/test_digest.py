"""The e-mail of what has not been read: once, to whoever wants it, and nothing of the articles in it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from smtplib import SMTPException
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone

from factcheck.models import Claim, Membership, Notification, Preferences, User
from factcheck.models.choices import Notice
from factcheck.workflow import claims, comments, digest, notices


@pytest.fixture(autouse=True)
def _assigned_and_mentioned(claim: Claim, editor: User, reviewer: User) -> None:
    User.objects.filter(pk=reviewer.pk).update(email="reviewer@desk.example")
    claims.assign(claim_id=claim.pk, by=editor, seen=claim.version, to=reviewer)
    comments.comment(claim_id=claim.pk, by=editor, key=uuid4(), body="@reviewer, four per cent?")


def test_one_mail_holds_all_that_is_unread(claim: Claim, settings: Any) -> None:
    settings.DESK_URL = "https://desk.example"
    digest.send()
    (letter,) = mail.outbox
    assert letter.to == ["reviewer@desk.example"]
    assert letter.subject == "[Factcheck] 2 notifications"
    assert "editor assigned claim 1 to you." in letter.body
    assert "editor mentioned you in a comment on claim 1." in letter.body
    assert f"https://desk.example{claim.get_absolute_url()}" in letter.body
    assert "https://desk.example/preferences/#notices-of-mine" in letter.body


def test_nothing_of_the_article_is_in_it(claim: Claim) -> None:
    digest.send()
    letter = f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    for words in (claim.article.title, claim.text, "four per cent"):
        assert words not in letter


def test_it_is_sent_once() -> None:
    digest.send()
    digest.send()
    assert len(mail.outbox) == 1


def test_what_has_been_read_is_not_mailed(reviewer: User) -> None:
    notices.read(reviewer, up_to=Notification.objects.latest("pk").pk)
    digest.send()
    assert mail.outbox == []


def test_what_is_wanted_here_alone_is_not_mailed(reviewer: User) -> None:
    Preferences.objects.create(user=reviewer, unmailed=[Notice.ASSIGNED])
    digest.send()
    assert "mentioned you" in mail.outbox[0].body
    assert "assigned" not in mail.outbox[0].body
    assert Notification.objects.get(notice=Notice.ASSIGNED).mailed_at is None


def test_whoever_turned_it_off_is_left_alone(reviewer: User) -> None:
    Preferences.objects.create(user=reviewer, digest=False)
    digest.send()
    assert mail.outbox == []
    Preferences.objects.update(digest=True)
    digest.send()
    assert len(mail.outbox) == 1


def test_what_is_old_is_no_news() -> None:
    Notification.objects.update(created_at=timezone.now() - timedelta(days=3))
    digest.send()
    assert mail.outbox == []


def test_whoever_left_the_desk_or_has_no_address_gets_none(reviewer: User) -> None:
    User.objects.filter(pk=reviewer.pk).update(email="")
    digest.send()
    User.objects.filter(pk=reviewer.pk).update(email="reviewer@desk.example")
    Membership.objects.filter(user=reviewer).delete()
    digest.send()
    assert mail.outbox == []


def test_an_address_that_fails_is_tried_again_and_keeps_nobody_waiting(
    claim: Claim, editor: User, second_reviewer: User, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    User.objects.filter(pk=second_reviewer.pk).update(email="second@desk.example")
    comments.comment(claim_id=claim.pk, by=editor, key=uuid4(), body="@second-reviewer?")
    sent: list[str] = []

    def post(_subject: str, _body: str, _sender: None, to: list[str]) -> None:
        if to == ["reviewer@desk.example"]:
            raise SMTPException("mailbox full")
        sent.extend(to)

    with monkeypatch.context() as patched:
        patched.setattr(digest, "send_mail", post)
        digest.send()
    assert sent == ["second@desk.example"]
    assert "mailbox full" in caplog.text
    digest.send()
    assert [letter.to for letter in mail.outbox] == [["reviewer@desk.example"]]


@pytest.mark.django_db(transaction=True)
def test_two_rounds_at_once_send_one_mail(reviewer: User) -> None:
    with transaction.atomic(), ThreadPoolExecutor(1) as another:
        list(Notification.objects.select_for_update().filter(user=reviewer))
        another.submit(_round).result()
    assert mail.outbox == []


def _round() -> None:
    digest.send()
    connection.close()
