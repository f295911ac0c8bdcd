"""The editor's act of passing an article for publication, what was waived for it, and what was corrected after it."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import Q

from .article import Article, Draft
from .belonging import belongs
from .choices import Reason
from .claim import Claim
from .desk import User
from .frozen import OF_CLAIM, frozen


class Clearance(models.Model):
    """One draft may be published. Reopening the article withdraws it; the row stays."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="clearances")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="clearances")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, help_text="Why the article was reopened.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(withdrawn_at__isnull=True), name="one_clearance_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(reason="")),
                name="clearance_is_withdrawn_by_somebody_for_a_reason",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="clearance_is_never_rewritten", fields=["article", "draft", "by", "created_at"]),
            pgtrigger.Protect(
                name="clearance_is_withdrawn_for_good",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__withdrawn_at__isnull=False),
            ),
            pgtrigger.Protect(name="clearance_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.draft} cleared by {self.by}"


class Waiver(models.Model):
    """An editor publishes in spite of one blocker, and says why. It holds for that blocker as it was, no longer."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="waivers")
    blocker = models.CharField(max_length=200, help_text="Why the claim blocked, in the words of the list.")
    version = models.PositiveIntegerField(help_text="Of the claim as it was waived.")
    reason = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_says_why"),
            models.UniqueConstraint(fields=["claim", "version"], name="one_waiver_per_blocker"),
        ]
        triggers = [
            pgtrigger.Protect(name="waiver_is_kept", operation=pgtrigger.Update | pgtrigger.Delete),
            frozen(pgtrigger.Insert, article=OF_CLAIM),
        ]

    def __str__(self) -> str:
        return f"{self.blocker} waived by {self.by}"


class LineAnswer(models.Model):
    """What a person says of a line without a claim: why it carries none or, where nobody read it, why that is waived.

    It is about the words, wherever they stand in the article: a newer draft that has the line has its answer. The
    newest answer counts.
    """

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="line_answers")
    words = models.TextField()
    reason = models.CharField(
        max_length=20, choices=Reason, blank=True, help_text="Why it carries no claim; empty: it is waived unread."
    )
    note = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="line_has_words"),
            models.CheckConstraint(condition=Q(reason__in=["", *Reason.values]), name="line_reason_is_known"),
            models.CheckConstraint(condition=~Q(reason="") | ~Q(note=""), name="waived_line_says_why"),
        ]
        triggers = [
            pgtrigger.Protect(name="line_answer_is_kept", operation=pgtrigger.Update | pgtrigger.Delete),
            frozen(pgtrigger.Insert, article="touched.article_id"),
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display() or 'Waived'}: {self.words}"


class Correction(models.Model):
    """What was put right after an article had been cleared: what, why, and which claim."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="corrections")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    what = models.TextField(help_text="What was changed in the published text.")
    why = models.TextField(help_text="What was wrong with it.")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(what="") & ~Q(why=""), name="correction_says_what_and_why")]
        triggers = [
            pgtrigger.Protect(name="correction_is_kept", operation=pgtrigger.Update | pgtrigger.Delete),
            belongs(
                "correction_follows_a_clearance",
                where="SELECT 1 FROM factcheck_clearance WHERE article_id = NEW.article_id",
                what="the article was never cleared",
            ),
            belongs(
                "correction_is_of_a_claim_of_its_article",
                where="SELECT 1 FROM factcheck_claim WHERE id = NEW.claim_id AND article_id = NEW.article_id",
                what="the corrected claim is of another article",
                given="claim",
            ),
        ]

    def __str__(self) -> str:
        return self.what
