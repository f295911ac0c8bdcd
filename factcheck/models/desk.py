"""People, desks, and the rating scale that a desk judges by."""

from typing import Self

import pgtrigger
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from .choices import Mark, Priority, Role, Tone


class User(AbstractUser):
    """A person who logs in. What they may do, they may do as a member of a desk."""

    @cached_property
    def roles(self) -> dict[int, Role]:
        """Desk id → role; read once per request."""
        return {desk: Role(role) for desk, role in self.memberships.values_list("desk_id", "role")}

    @property
    def administers(self) -> bool:
        """Whether they see to members, rules and scale of any desk."""
        return Role.ADMIN in self.roles.values()

    def role_on(self, desk_id: int) -> Role | None:
        return self.roles.get(desk_id)

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class RatingScale(models.Model):
    """The answers that a desk gives to *is it so?*; in use, it is never rewritten under old verdicts."""

    name = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField(default=1)
    owner = models.ForeignKey(
        "Desk",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="own_scales",
        help_text="The desk that made it; empty: a preset, for every desk.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name", "version"], nulls_distinct=False, name="scale_version_once_per_owner"
            )
        ]

    def __str__(self) -> str:
        return self.name if self.version == 1 else f"{self.name}, version {self.version}"


class Rating(models.Model):
    """One answer of a scale."""

    scale = models.ForeignKey(RatingScale, on_delete=models.PROTECT, related_name="ratings")
    code = models.SlugField(max_length=40)
    label = models.CharField(max_length=60)
    meaning = models.CharField(max_length=300)
    tone = models.CharField(max_length=10, choices=Tone)
    mark = models.CharField(max_length=2, choices=Mark)
    order = models.PositiveSmallIntegerField()
    value = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="ClaimReview's ratingValue, 1 (false) to 5 (true); empty: none."
    )
    needs_citation = models.BooleanField(default=True)
    blocks_clearance = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scale", "code"], name="rating_code_once_per_scale"),
            models.UniqueConstraint(fields=["scale", "order"], name="rating_order_once_per_scale"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__range=(1, 5)), name="rating_value_1_to_5"
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="rating_in_use_is_never_rewritten",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func="""
                    IF EXISTS (SELECT 1 FROM factcheck_verdict WHERE rating_id = OLD.id) THEN
                        RAISE EXCEPTION 'rating % stands under verdicts', OLD.id USING ERRCODE = 'check_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.label


class DeskQuerySet(models.QuerySet["Desk"]):
    def for_user(self, user: User) -> Self:
        return self.filter(pk__in=user.roles)


class Desk(models.Model):
    """A team with its own articles, members, scale and rules. Nothing of one desk is visible to another."""

    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=40, unique=True)
    scale = models.ForeignKey(RatingScale, on_delete=models.PROTECT, related_name="desks")
    sign_offs = models.PositiveSmallIntegerField(
        default=1,
        help_text="How many other reviewers sign a verdict off before the claim is settled: 0, 1 or 2.",
    )
    sign_offs_high = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The same for claims of high priority; empty: as for the others."
    )
    sign_offs_low = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The same for claims of low priority; empty: as for the others."
    )
    blind_from = models.PositiveSmallIntegerField(
        choices=Priority,
        null=True,
        blank=True,
        help_text="From this priority up, a second reviewer judges before seeing the first verdict; empty: never.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DeskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sign_offs__lte=2)
                & (Q(sign_offs_high__isnull=True) | Q(sign_offs_high__lte=2))
                & (Q(sign_offs_low__isnull=True) | Q(sign_offs_low__lte=2)),
                name="desk_asks_for_at_most_two_sign_offs",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def asks_blind(self, priority: int) -> bool:
        """Whether a claim of this priority gets a second verdict before the first is shown."""
        return self.blind_from is not None and priority >= self.blind_from

    def asks_sign_offs(self, priority: int) -> int:
        """How many other people stand behind a verdict before a claim of this priority is settled: 0, 1 or 2."""
        own = {Priority.HIGH: self.sign_offs_high, Priority.LOW: self.sign_offs_low}.get(Priority(priority))
        asked = self.sign_offs if own is None else own
        return max(asked, 1) if self.asks_blind(priority) else asked


class Membership(models.Model):
    """One person's role on one desk."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.PositiveSmallIntegerField(choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["desk", "user"], name="one_role_per_person_and_desk"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display().lower()} on {self.desk}"
