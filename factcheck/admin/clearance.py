"""What an article was cleared on, and what was put right after it."""

from django.contrib import admin

from factcheck.models import Anchor, Clearance, Correction, LineAnswer, Waiver

from .base import ReadOnly, short


@admin.register(Clearance)
class Clearances(ReadOnly):
    list_display = [short("article"), short("draft"), "by", "created_at", "withdrawn_by", "withdrawn_at"]
    list_filter = ["article__desk", "created_at", "withdrawn_at"]
    list_select_related = ["article", "draft__article", "by", "withdrawn_by"]
    search_fields = ["article__title", "reason", "by__username"]


@admin.register(Waiver)
class Waivers(ReadOnly):
    list_display = [short("claim"), "blocker", short("reason"), "by", "created_at"]
    list_filter = ["claim__desk", "created_at"]
    list_select_related = ["claim", "by"]
    search_fields = ["claim__text", "blocker", "reason", "by__username"]


@admin.register(LineAnswer)
class LineAnswers(ReadOnly):
    list_display = [short("words"), "reason", short("note"), short("article"), "by", "created_at"]
    list_filter = ["reason", "article__desk", "created_at"]
    list_select_related = ["article", "by"]
    search_fields = ["words", "note", "article__title", "by__username"]


@admin.register(Correction)
class Corrections(ReadOnly):
    list_display = [short("what"), short("why"), short("article"), "by", "created_at"]
    list_filter = ["article__desk", "created_at"]
    list_select_related = ["article", "by"]
    search_fields = ["what", "why", "article__title", "by__username"]


@admin.register(Anchor)
class Anchors(ReadOnly):
    list_display = [short("text"), short("draft"), "status", "start", "end"]
    list_filter = ["status", "claim__desk"]
    list_select_related = ["draft__article"]
    search_fields = ["text", "draft__article__title"]
