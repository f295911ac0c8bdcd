"""`manage.py seed`: the preset rating scales, and with --demo the demo desk. Safe to repeat; rewrites nothing."""

import hashlib
import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from factcheck import ingest, tasks
from factcheck.models import Desk, Draft, Membership, RatingScale, User, changing
from factcheck.models.choices import Role

SEEDS = Path(settings.BASE_DIR) / "seeds"
SAMPLE = SEEDS / "000_65e93feecc888cc5.txt"
PROGRAM = "set-up"
DEMO_DESK = "News"
DEMO_PASSWORD = "demo-only-passphrase"  # noqa: S105 - shown at every start, and made for the demo desk alone
DEMO_PEOPLE = {
    "editor": Role.EDITOR,
    "reviewer": Role.REVIEWER,
    "second-reviewer": Role.REVIEWER,
    "reader": Role.READER,
    "admin": Role.ADMIN,
}


class Command(BaseCommand):
    help = "Loads the preset rating scales, and with --demo a desk to try, with people to log in as."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demo", action="store_true", help="also make the demo desk, its people and its article")

    def handle(self, *, demo: bool, **_options: Any) -> None:
        with transaction.atomic(), changing(verb="seed", program=PROGRAM):
            scales = load_scales()
            desk = self._demo(scales[0]) if demo else None
        if desk:
            hand_in_sample(desk)

    def _demo(self, scale: RatingScale) -> Desk:
        desk, _ = Desk.objects.get_or_create(slug="news", defaults={"name": DEMO_DESK, "scale": scale})
        for name, role in DEMO_PEOPLE.items():
            user = _person(name)
            Membership.objects.get_or_create(desk=desk, user=user, defaults={"role": role})
            self.stdout.write(f"  {name:<16} {DEMO_PASSWORD}   {role.label.lower()}")
        return desk


def hand_in_sample(desk: Desk) -> None:
    """The sample article, uploaded by the demo's editor and waiting to be split; unless the desk has it."""
    data = SAMPLE.read_bytes()
    if Draft.objects.filter(article__desk=desk, upload__sha256=hashlib.sha256(data).hexdigest()).exists():
        return
    editor = User.objects.get(username="editor")
    draft = ingest.upload(desk=desk, by=editor, name=SAMPLE.name, data=data)
    tasks.enqueue_split(draft.pk, hang_up=True)


def load_scales() -> list[RatingScale]:
    """The presets of `seeds/rating_scales.json`, the house scale first; those already there are left alone."""
    presets = json.loads((SEEDS / "rating_scales.json").read_text(encoding="utf-8"))
    return [_scale(preset["name"], preset["ratings"]) for preset in presets]


def _scale(name: str, ratings: list[dict[str, Any]]) -> RatingScale:
    scale, created = RatingScale.objects.get_or_create(name=name, owner=None, version=1)
    if created:
        for order, rating in enumerate(ratings, 1):
            scale.ratings.create(order=order, **rating)
    return scale


def _person(name: str) -> User:
    """The demo's admin is also the site administrator."""
    user, created = User.objects.get_or_create(
        username=name, defaults={"is_staff": name == "admin", "is_superuser": name == "admin"}
    )
    if created:
        user.set_password(DEMO_PASSWORD)
        user.save(update_fields=["password"])
    return user
