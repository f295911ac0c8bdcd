"""What a reviewer found: the verdict, and the signatures under it."""

import uuid
from typing import Self

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from .article import Draft
from .belonging import DRAFT_OF_THE_CLAIMS_ARTICLE, belongs
from .choices import Opinion, Said, Standing
from .citation import Citation
from .claim import Claim
from .desk import Rating, User
from .frozen import OF_CLAIM, OF_VERDICT, frozen


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def sealed(self) -> Self:
        """First verdicts given blind on which nobody has given a second opinion yet."""
        return self.filter(_sealed())

    def in_sight_of(self, user: User | None) -> Self:
        """Without those that are hidden from this person; None: from anybody, as in a file that travels.

        While the verdict that counts is sealed, so are the sealed ones before it: they were on the same claim.
        """
        waiting = Verdict.objects.sealed().filter(claim=OuterRef("claim"), standing=Standing.CURRENT)
        hidden = Verdict.objects.sealed().filter(Exists(waiting), pk=OuterRef("pk"))
        if user:
            hidden = hidden.exclude(author=user)
        # As a query of its own, which PostgreSQL joins once; as conditions of each row it would ask for each row anew.
        return self.filter(~Exists(hidden))


def _sealed() -> Q:
    return Q(blind=True, opinion=Opinion.FIRST) & ~Q(Exists(Verdict.objects.filter(beside=OuterRef("pk"))))


class Verdict(models.Model):
    """The answers to *was it said?* and *is it so?*. Append-only: a changed mind is a new verdict.

    `key` is made by the form that sends it: a request that is repeated stores nothing twice.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    said = models.CharField("was it said?", max_length=15, choices=Said, blank=True)
    rationale = models.TextField()
    opinion = models.CharField(max_length=6, choices=Opinion, default=Opinion.FIRST)
    beside = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seconds",
        help_text="The verdict on which this one is a second opinion, given without seeing it.",
    )
    blind = models.BooleanField(default=False, help_text="Hidden from all but its author until the second is in.")
    reused_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The earlier check that this one began with.",
    )
    suggested_fix = models.TextField(blank=True, help_text="Replacement wording for the quote.")
    fix_accepted = models.BooleanField(null=True, blank=True)
    fix_decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    fix_decided_at = models.DateTimeField(null=True, blank=True)
    citations = models.ManyToManyField(Citation, through="Evidence", related_name="verdicts", blank=True)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.CURRENT)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = VerdictQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["claim"], condition=Q(standing=Standing.CURRENT), name="one_current_verdict_per_claim"
            ),
            models.UniqueConstraint(
                fields=["claim"], condition=Q(standing=Standing.BESIDE), name="one_second_opinion_per_claim"
            ),
            models.UniqueConstraint(fields=["id", "author"], name="verdict_and_author"),
            models.CheckConstraint(
                condition=Q(opinion=Opinion.SECOND) ^ Q(beside__isnull=True),
                name="second_verdict_stands_beside_a_first",
            ),
            models.CheckConstraint(
                condition=~Q(standing=Standing.BESIDE) | Q(opinion=Opinion.SECOND),
                name="beside_a_verdict_stands_a_second",
            ),
            models.CheckConstraint(
                condition=~Q(opinion=Opinion.SECOND, standing=Standing.CURRENT),
                name="second_verdict_never_counts_alone",
            ),
            models.CheckConstraint(
                condition=Q(fix_accepted__isnull=True, fix_decided_by__isnull=True, fix_decided_at__isnull=True)
                | (
                    Q(fix_accepted__isnull=False, fix_decided_by__isnull=False, fix_decided_at__isnull=False)
                    & ~Q(suggested_fix="")
                ),
                name="suggested_fix_is_decided_by_somebody",
            ),
            models.CheckConstraint(condition=~Q(rationale=""), name="verdict_says_why"),
        ]
        indexes = [
            models.Index(fields=["created_at"], name="verdict_by_day"),
            GinIndex(SearchVector("rationale", config="english"), name="verdict_words"),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="verdict_is_never_rewritten",
                fields=[
                    "claim",
                    "draft",
                    "author",
                    "rating",
                    "said",
                    "rationale",
                    "opinion",
                    "beside",
                    "blind",
                    "reused_from",
                    "suggested_fix",
                    "key",
                    "created_at",
                ],
            ),
            pgtrigger.Protect(name="verdict_is_kept", operation=pgtrigger.Delete),
            belongs(
                "verdict_is_on_a_draft_of_its_article",
                where=DRAFT_OF_THE_CLAIMS_ARTICLE,
                what="the verdict is on a draft of another article",
            ),
            frozen(pgtrigger.Insert | pgtrigger.Update, article=OF_CLAIM),
            # Stored after the two before it are superseded, a final verdict is compared with the newest first's cycle.
            pgtrigger.Trigger(
                name="another_pair_of_eyes_judges",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__opinion__in=[Opinion.SECOND, Opinion.FINAL]),
                func="""
                    IF EXISTS (
                        SELECT 1 FROM factcheck_verdict
                        WHERE claim_id = NEW.claim_id AND author_id = NEW.author_id AND (
                            standing IN ('current', 'beside')
                            OR NEW.opinion = 'final' AND id >= (
                                SELECT max(id) FROM factcheck_verdict
                                WHERE claim_id = NEW.claim_id AND opinion = 'first'
                            )
                        )
                    ) THEN
                        RAISE EXCEPTION 'person % has judged claim % already', NEW.author_id, NEW.claim_id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF NEW.beside_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM factcheck_verdict
                        WHERE id = NEW.beside_id AND claim_id = NEW.claim_id
                    ) THEN
                        RAISE EXCEPTION 'verdict % is on another claim', NEW.beside_id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="second_opinion_falls_with_the_first",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("standing"),  # type: ignore[no-untyped-call] # it has none
                func="""
                    IF EXISTS (
                        SELECT 1 FROM factcheck_verdict second
                        JOIN factcheck_verdict first ON first.id = second.beside_id
                        WHERE second.claim_id = NEW.claim_id
                          AND second.standing = 'beside' AND first.standing <> 'current'
                    ) THEN
                        RAISE EXCEPTION 'claim % has a second opinion on no standing verdict', NEW.claim_id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
            pgtrigger.Trigger(
                name="rating_belongs_to_the_desks_scale",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM factcheck_claim claim
                        JOIN factcheck_desk desk ON desk.id = claim.desk_id
                        JOIN factcheck_rating rating ON rating.scale_id = desk.scale_id
                        WHERE claim.id = NEW.claim_id AND rating.id = NEW.rating_id
                    ) THEN
                        RAISE EXCEPTION 'rating % is not on the scale of the claim''s desk', NEW.rating_id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rating} by {self.author}"

    @property
    def is_sealed(self) -> bool:
        """Whether it is hidden from all but its author."""
        return self.blind and self.opinion == Opinion.FIRST and not self.seconds.exists()


class Evidence(models.Model):
    """A citation that a verdict rests on, for good."""

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="+")
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [models.UniqueConstraint(fields=["verdict", "citation"], name="citation_once_per_verdict")]
        triggers = [
            pgtrigger.Protect(name="evidence_is_kept", operation=pgtrigger.Update | pgtrigger.Delete),
            belongs(
                "evidence_is_about_the_same_claim",
                where="""
                    SELECT 1 FROM factcheck_verdict verdict JOIN factcheck_citation citation USING (claim_id)
                    WHERE verdict.id = NEW.verdict_id AND citation.id = NEW.citation_id
                """,
                what="the citation is on another claim than the verdict",
            ),
            frozen(pgtrigger.Insert, article=OF_VERDICT),
        ]

    def __str__(self) -> str:
        return f"{self.citation}, under {self.verdict}"


class SignOff(models.Model):
    """A second person's signature under a verdict, as it was given or for the words of a newer draft.

    `author` repeats the verdict's, held equal by a foreign key, so that a check constraint can forbid signing one's
    own.
    """

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="sign_offs")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirms = models.ForeignKey(
        Draft,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The newer draft for whose words it says that the verdict holds; empty: for those it was given on.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["verdict", "reviewer", "confirms"],
                nulls_distinct=False,
                name="one_signature_per_person_verdict_and_words",
            ),
            models.CheckConstraint(condition=~Q(reviewer=F("author")), name="nobody_signs_off_their_own_verdict"),
        ]
        triggers = [
            pgtrigger.Protect(name="signature_is_kept", operation=pgtrigger.Update | pgtrigger.Delete),
            belongs(
                "signature_confirms_for_a_draft_of_its_article",
                where="""
                    SELECT 1 FROM factcheck_verdict verdict JOIN factcheck_claim claim ON claim.id = verdict.claim_id
                    JOIN factcheck_draft draft USING (article_id)
                    WHERE verdict.id = NEW.verdict_id AND draft.id = NEW.confirms_id
                """,
                what="the signature is for a draft of another article",
                given="confirms",
            ),
            frozen(pgtrigger.Insert, article=OF_VERDICT),
        ]

    def __str__(self) -> str:
        return f"{self.reviewer} signed off {self.verdict}"


# With who gave each, and for which draft; without the draft's text.
SIGNATURES = models.Prefetch(
    "sign_offs",
    SignOff.objects.select_related("reviewer", "confirms").defer("confirms__text").order_by("pk"),
)
