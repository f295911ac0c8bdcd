"""What is handed in waits until it is stored, for a day at most."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from factcheck import ingest, tasks
from factcheck.ingest import previews
from factcheck.models import Desk, HeldUpload, Preview, User


def hold(by: User, desk: Desk) -> Preview:
    return ingest.hold([ingest.pasted("It rained.")], by=by, desk=desk, key=uuid4(), words={"text": "It rained."})


def age(preview: Preview, hours: float) -> None:
    Preview.objects.filter(pk=preview.pk).update(created_at=timezone.now() - timedelta(hours=hours))


def test_what_has_waited_for_a_day_is_forgotten(desk: Desk, editor: User) -> None:
    old, young = hold(editor, desk), hold(editor, desk)
    age(old, 24.1)
    age(young, 23.9)
    tasks.expire()
    assert list(Preview.objects.all()) == [young]
    assert HeldUpload.objects.count() == 1


def test_whoever_hands_in_the_next_makes_room_without_waiting_for_the_clock(desk: Desk, editor: User) -> None:
    age(hold(editor, desk), 24.1)
    newer = hold(editor, desk)
    assert list(Preview.objects.all()) == [newer]


def test_each_person_may_have_so_many_waiting_and_stored_ones_do_not_count(
    desk: Desk, editor: User, desk_admin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "MOST_WAITING", 1)
    ingest.store(hold(editor, desk), by=editor)
    hold(editor, desk)
    hold(desk_admin, desk)
    with pytest.raises(ingest.TooManyWaiting):
        hold(editor, desk)
