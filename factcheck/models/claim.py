"""The checkable statement, and the chain of who says so."""

from typing import Self

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property

from .article import Article, Draft, Passage
from .belonging import DRAFT_OF_THE_CLAIMS_ARTICLE, belongs
from .choices import ClaimKind, Dismissal, Priority, Status
from .desk import Desk, User
from .frozen import OF_CLAIM, frozen


class ClaimQuerySet(models.QuerySet["Claim"]):
    def for_user(self, user: User) -> Self:
        return self.filter(desk__in=user.roles)


class Claim(models.Model):
    """One checkable statement, readable on its own, with the exact words it stands on.

    `spans` are [start, end) pairs in code points of the draft; `start` and `end` are their extent. `version` grows with
    every change, and a save that names an older one is refused (`workflow`).
    """

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="claims")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="claims")
    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="claims")
    number = models.PositiveIntegerField(help_text="From 1, in reading order, once per article.")
    text = models.TextField()
    machine_text = models.TextField(
        blank=True, help_text="The extraction's wording, once a person has changed it; empty: nobody has."
    )
    added_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who found it in the text; empty: the extraction did.",
    )
    split_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    spans = ArrayField(ArrayField(models.PositiveIntegerField(), size=2))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=ClaimKind)
    checkworthiness = models.FloatField(help_text="0 to 1.")
    signals = models.JSONField(
        default=list, blank=True, help_text="What made the check-worthiness: name, words, weight."
    )
    added = ArrayField(
        models.CharField(max_length=300),
        default=list,
        blank=True,
        help_text="Words added to make it stand alone.",
    )
    ambiguous = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    priority = models.PositiveSmallIntegerField(choices=Priority, default=Priority.NORMAL)
    assignee = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    dismissal = models.CharField(max_length=15, choices=Dismissal, blank=True)
    note = models.TextField(
        blank=True, help_text="Why it was dismissed, sent back or reopened, in that person's words."
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="claim_number_once_per_article"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="claim_stands_on_text"),
            models.CheckConstraint(condition=Q(checkworthiness__range=(0, 1)), name="checkworthiness_0_to_1"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="claim_status_is_known"),
            models.CheckConstraint(
                condition=Q(status=Status.CHECKING, assignee__isnull=False)
                | ~Q(status__in=[Status.CHECKING, Status.OPEN])
                | Q(status=Status.OPEN, assignee__isnull=True),
                name="checking_has_an_assignee_and_open_has_none",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.DISMISSED) ^ Q(dismissal=""), name="dismissed_exactly_with_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(dismissal=Dismissal.MERGED) ^ Q(merged_into__isnull=True),
                name="merged_exactly_into_another_claim",
            ),
            models.CheckConstraint(
                condition=(Q(merged_into__isnull=True) | ~Q(merged_into=F("id")))
                & (Q(split_from__isnull=True) | ~Q(split_from=F("id"))),
                name="claim_is_not_its_own_kin",
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "status", "-priority", "-checkworthiness", "id"], name="claim_queue"),
            models.Index(
                fields=["desk", "status", "kind", "-priority", "-checkworthiness", "id"], name="claim_queue_by_kind"
            ),
            models.Index(
                fields=["desk", "-priority", "-checkworthiness", "id"],
                condition=~Q(status__in=[Status.SETTLED, Status.DISMISSED, Status.DROPPED]),
                name="claim_waiting",
            ),
            models.Index(
                fields=["assignee", "status", "-priority", "-checkworthiness", "id"],
                condition=Q(assignee__isnull=False),
                name="claim_by_assignee",
            ),
            GinIndex(SearchVector("text", config="english"), name="claim_words"),
            models.Index(fields=["draft", "updated_at"], name="claim_changed_since"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="claim_spans_lie_inside_the_text",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("text_length", "integer")],
                func="""
                    SELECT length INTO text_length FROM factcheck_draft WHERE id = NEW.draft_id;
                    IF NEW."end" > text_length THEN
                        RAISE EXCEPTION 'claim ends at %, after its text of %', NEW."end", text_length
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF NEW."start" IS DISTINCT FROM (SELECT min(point) FROM unnest(NEW.spans) AS point)
                       OR NEW."end" IS DISTINCT FROM (SELECT max(point) FROM unnest(NEW.spans) AS point) THEN
                        RAISE EXCEPTION 'claim spans do not reach from start to end'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(name="claim_is_kept", operation=pgtrigger.Delete),
            frozen(pgtrigger.Insert | pgtrigger.Update, article="touched.article_id"),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return f"{reverse('article-detail', args=[self.article_id])}?claim={self.number}"

    @cached_property
    def is_frozen(self) -> bool:
        """Whether its article is cleared, so that nothing about it changes; asked once."""
        holding = {"article__clearances__isnull": False, "article__clearances__withdrawn_at": None}
        return Claim.objects.filter(pk=self.pk, **holding).exists()

    @property
    def quote(self) -> str:
        """The exact words it stands on, stretches joined by an ellipsis."""
        return _quote(self.draft, self.spans)


class Anchor(models.Model):
    """Where a claim stood in an older draft, in what words and said by whom, kept when it is carried on to a newer one.

    `chain` has who, role, cue and to of each link, innermost first.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="anchors")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="anchors")
    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    spans = ArrayField(ArrayField(models.PositiveIntegerField(), size=2))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Status, help_text="The claim's when it left this draft.")
    chain = models.JSONField(null=True, blank=True, help_text="Empty: it was not kept then; the claim's own stands in.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "draft"], name="anchor_once_per_claim_and_draft")]
        triggers = [
            pgtrigger.Protect(name="anchor_is_kept", operation=pgtrigger.Update | pgtrigger.Delete),
            belongs(
                "anchor_is_in_a_draft_of_its_article",
                where=DRAFT_OF_THE_CLAIMS_ARTICLE,
                what="the anchor is in a draft of another article",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} ({self.draft})"

    @property
    def quote(self) -> str:
        """The exact words it stood on."""
        return _quote(self.draft, self.spans)


class Link(models.Model):
    """One link of a claim's attribution: who says so, innermost first. No links: the article itself says so."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="links")
    depth = models.PositiveSmallIntegerField(help_text="0 is closest to the claim.")
    who = models.TextField(blank=True, help_text="The words in the text; empty: the text does not say who.")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    role = models.TextField(blank=True)
    cue = models.TextField(blank=True)
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    to = models.TextField(blank=True, help_text="To whom, where that is a publication or a body.")

    class Meta:
        verbose_name = "attribution"
        constraints = [models.UniqueConstraint(fields=["claim", "depth"], name="link_depth_once_per_claim")]
        triggers = [frozen(pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete, article=OF_CLAIM)]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.who or "somebody", self.cue]))


def _quote(draft: Draft, spans: list[list[int]]) -> str:
    return " … ".join(draft.text[start:end] for start, end in spans)
