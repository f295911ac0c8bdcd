"""People, desks, and the rating scale that a desk judges by."""

from typing import Self

import pgtrigger
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from .choices import Mark, Role, Tone


class User(AbstractUser):
    """A person who logs in. What they may do, they may do as a member of a desk."""

    @cached_property
    def roles(self) -> dict[int, Role]:
        """Desk id → role; read once per request."""
        return {desk: Role(role) for desk, role in self.memberships.values_list("desk_id", "role")}

    def role_on(self, desk_id: int) -> Role | None:
        return self.roles.get(desk_id)

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class RatingScale(models.Model):
    """The answers that a desk gives to *is it so?*; in use, it is never rewritten under old verdicts."""

    name = models.CharField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.name


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
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DeskQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(sign_offs__lte=2), name="desk_asks_at_most_two_sign_offs")]

    def __str__(self) -> str:
        return self.name


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
