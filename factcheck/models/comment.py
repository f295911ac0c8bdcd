"""What colleagues say to each other about a claim."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import Q

from .claim import Claim
from .desk import User


class Comment(models.Model):
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="comments")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    body = models.TextField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(body=""), name="comment_says_something"),
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="comment_is_resolved_by_somebody",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="comment_is_never_rewritten", fields=["claim", "author", "body", "created_at"]),
            pgtrigger.Protect(name="comment_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.body
