"""People, their desks, and the scales that desks judge by."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from factcheck.models import Desk, Membership, Rating, RatingScale, User, Verdict

from .base import Audited


class MembershipInline(admin.TabularInline):  # type: ignore[type-arg] # generic in its stubs alone
    model = Membership
    autocomplete_fields = ["user", "desk"]
    extra = 0


class RatingInline(admin.TabularInline):  # type: ignore[type-arg] # generic in its stubs alone
    """Shown with its scale; changed by itself, where it is known whether verdicts stand on it."""

    model = Rating
    extra = 0
    ordering = ["order"]

    def has_change_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False


@admin.register(User)
class People(Audited, UserAdmin):  # type: ignore[type-arg] # generic in its stubs alone
    list_display = ["username", "first_name", "last_name", "email", "desks", "is_active", "is_staff", "last_login"]
    list_filter = ["is_active", "is_staff", "memberships__desk", "memberships__role"]
    inlines = [MembershipInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("memberships__desk")

    @admin.display(description="Desks")
    def desks(self, user: User) -> str:
        return ", ".join(f"{row.desk} ({row.get_role_display().lower()})" for row in user.memberships.all())


@admin.register(Desk)
class Desks(Audited):
    list_display = ["name", "slug", "scale", "sign_offs", "members", "created_at"]
    list_filter = ["sign_offs", "scale"]
    list_select_related = ["scale"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["scale"]
    inlines = [MembershipInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Desk]:
        desks: QuerySet[Desk] = super().get_queryset(request)
        return desks.annotate(_members=Count("memberships"))

    @admin.display(description="Members", ordering="_members")
    def members(self, desk: Desk) -> int:
        return int(getattr(desk, "_members", 0))


@admin.register(Membership)
class Memberships(Audited):
    list_display = ["user", "desk", "role"]
    list_filter = ["role", "desk"]
    list_select_related = ["user", "desk"]
    search_fields = ["user__username", "user__first_name", "user__last_name", "desk__name"]
    autocomplete_fields = ["user", "desk"]


@admin.register(RatingScale)
class RatingScales(Audited):
    list_display = ["name", "answers"]
    list_filter = ["desks"]
    search_fields = ["name", "ratings__label"]
    inlines = [RatingInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[RatingScale]:
        return super().get_queryset(request).prefetch_related("ratings")

    @admin.display(description="Answers")
    def answers(self, scale: RatingScale) -> str:
        return " · ".join(rating.label for rating in sorted(scale.ratings.all(), key=lambda rating: rating.order))


@admin.register(Rating)
class Ratings(Audited):
    list_display = ["label", "scale", "order", "code", "mark", "tone", "value", "needs_citation", "blocks_clearance"]
    list_filter = ["scale", "needs_citation", "blocks_clearance", "tone"]
    list_select_related = ["scale"]
    search_fields = ["label", "code", "meaning"]
    autocomplete_fields = ["scale"]

    def has_change_permission(self, _request: HttpRequest, obj: Any = None) -> bool:
        """What verdicts were given by stays as they meant it; a changed answer is a new one."""
        return obj is None or not _in_use(obj)

    def has_delete_permission(self, _request: HttpRequest, obj: Any = None) -> bool:
        return obj is None or not _in_use(obj)


def _in_use(rating: Rating) -> bool:
    return Verdict.objects.filter(rating=rating).exists()
