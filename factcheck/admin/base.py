"""What the panel's pages have in common."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.text import Truncator

from factcheck.models import User, changing


class Audited(admin.ModelAdmin):  # type: ignore[type-arg] # generic in its stubs alone
    """Changes made here carry the person's name into history, and touch no more columns than were changed."""

    show_full_result_count = False
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def changeform_view(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        with changing(verb="admin", by=_person(request)):
            return super().changeform_view(request, *args, **options)

    def changelist_view(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        with changing(verb="admin", by=_person(request)):
            return super().changelist_view(request, *args, **options)

    def delete_view(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        with changing(verb="admin", by=_person(request)):
            return super().delete_view(request, *args, **options)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            super().save_model(request, obj, form, change)
        elif names := {field.name for field in _columns(obj)} & set(form.changed_data):
            obj.save(update_fields=names | _always(obj))


class Kept(Audited):
    """Changed here, but neither made nor deleted: the desk makes them, and the database keeps them.

    `held_by` names what says of a row that it stands still, because its article is cleared.
    """

    held_by = ""

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        held = bool(obj and self.held_by and getattr(obj, self.held_by))
        return super().has_change_permission(request, obj) and not held


class ReadOnly(Kept):
    """To be looked at: the database would refuse a change, or the desk's own verbs are the way to make it."""

    def has_change_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False


def short(name: str) -> Callable[[Any], str]:
    """A column of long words, cut so that the list stays a list."""

    @admin.display(description=name.capitalize(), ordering=name)
    def cell(row: Any) -> str:
        return Truncator(getattr(row, name)).chars(80)

    cell.__name__ = name
    return cell


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - for the type checker; the panel lets nobody else in
    return request.user


def _columns(obj: models.Model) -> list[Any]:
    return [field for field in obj._meta.concrete_fields if not field.primary_key]  # noqa: SLF001 - documented API


def _always(obj: models.Model) -> set[str]:
    """The columns that say when the row was last changed."""
    return {field.name for field in _columns(obj) if getattr(field, "auto_now", False)}
