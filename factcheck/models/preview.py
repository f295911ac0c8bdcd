"""What somebody has handed in, looks at, and has not stored as a draft yet."""

import uuid
from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils import timezone

from .article import Article, Draft
from .desk import Desk, User

LASTS = timedelta(hours=24)


class PreviewQuerySet(models.QuerySet["Preview"]):
    def for_user(self, user: User) -> Self:
        """Their own, on the desks that they are still on."""
        return self.filter(user=user, desk__in=user.roles, created_at__gt=timezone.now() - LASTS)

    def waiting(self) -> Self:
        return self.filter(stored_at=None)

    def over(self) -> Self:
        return self.filter(created_at__lte=timezone.now() - LASTS)


class Preview(models.Model):
    """An article, or the next draft of one, as a person has handed it in. Theirs alone, and gone after a day."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="previews")
    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose next draft it is to be; empty: an article of its own.",
    )
    seen = models.PositiveIntegerField(null=True, blank=True, help_text="The number of the draft that it is to follow.")
    words = models.JSONField(default=dict, help_text="The form: field name to what was typed.")
    refused = models.JSONField(default=list, help_text="Why some of the files cannot be read, a sentence each.")
    key = models.UUIDField(default=uuid.uuid4, help_text="Of the form that was sent.")
    created_at = models.DateTimeField(auto_now_add=True)
    stored_at = models.DateTimeField(null=True, blank=True)

    objects = PreviewQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="preview_once_per_form")]
        indexes = [models.Index(fields=["created_at"], name="preview_by_age")]

    def __str__(self) -> str:
        return f"preview by {self.user}"

    @property
    def is_of_files(self) -> bool:
        """Whether files were handed in, and neither a text nor an address."""
        return not (self.words.get("text", "").strip() or self.words.get("url"))

    @property
    def until(self) -> datetime:
        return self.created_at + LASTS


class HeldUpload(models.Model):
    """One text of a preview: its original, byte for byte, and what was read in it. Emptied once it is a draft."""

    preview = models.ForeignKey(Preview, on_delete=models.CASCADE, related_name="uploads")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=255)
    content = models.BinaryField()
    size = models.PositiveIntegerField(help_text="In bytes.")
    sha256 = models.CharField(max_length=64)
    text = models.TextField()
    title = models.CharField(max_length=300)
    byline = models.CharField(max_length=200, blank=True)
    source_url = models.URLField("source URL", max_length=2000, blank=True)
    published_on = models.DateField(null=True, blank=True)
    whole = models.TextField(blank=True, help_text="The text with what was left out in its place; empty: nothing was.")
    unseen = models.PositiveIntegerField(default=0, help_text="Characters that were taken out and nobody can see.")
    unread = models.TextField(blank=True, help_text="What of the file could not be read, as a sentence.")
    draft = models.OneToOneField(
        Draft, on_delete=models.CASCADE, null=True, blank=True, related_name="+", help_text="What it has become."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["preview", "place"], name="held_place_once_per_preview")]

    def __str__(self) -> str:
        return self.name
