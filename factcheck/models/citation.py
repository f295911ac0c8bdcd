"""Evidence for a verdict."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import Q

from .article import Upload
from .choices import CitationKind, Stance, Tier
from .claim import Claim
from .desk import User
from .frozen import OF_CLAIM, frozen


class Citation(models.Model):
    """A source, the exact words in it, and what they do to the claim.

    Gathered while a claim is checked; a verdict then names those it rests on. One that is taken away is marked, not
    deleted: an older verdict may rest on it.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="citations")
    kind = models.CharField(max_length=12, choices=CitationKind, default=CitationKind.URL)
    url = models.URLField("URL", max_length=2000, blank=True)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200, blank=True)
    author = models.CharField(max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True)
    accessed_on = models.DateField(null=True, blank=True)
    locator = models.CharField(max_length=100, blank=True, help_text="Page, paragraph or timestamp.")
    quote = models.TextField("exact quote", blank=True)
    stance = models.CharField(max_length=12, choices=Stance, default=Stance.SUPPORTS)
    tier = models.CharField(max_length=10, choices=Tier, default=Tier.PRIMARY)
    note = models.TextField(blank=True, help_text="Who was asked and when, or how the figure was worked out.")
    attachment = models.ForeignKey(
        Upload, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="The file itself."
    )
    copied_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The citation of an earlier check that it repeats.",
    )
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="citation_has_a_title"),
            models.CheckConstraint(condition=~Q(kind=CitationKind.URL) | ~Q(url=""), name="web_citation_has_its_url"),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="citation_is_never_rewritten", exclude=["removed_at"]),
            pgtrigger.Protect(name="citation_is_kept", operation=pgtrigger.Delete),
            frozen(pgtrigger.Insert | pgtrigger.Update, article=OF_CLAIM),
        ]

    def __str__(self) -> str:
        return self.title
