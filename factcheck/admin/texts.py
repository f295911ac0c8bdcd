"""Articles and what belongs to their text."""

from django.contrib import admin

from factcheck.models import Article, Draft, Job, Passage, Upload

from .base import Kept, ReadOnly, short


@admin.register(Article)
class Articles(Kept):
    list_display = [short("title"), "desk", "published_on", "deadline", "sensitivity", "created_by", "created_at"]
    list_filter = ["desk", "sensitivity", "created_at"]
    list_select_related = ["desk", "created_by"]
    search_fields = ["title", "byline", "source_url"]
    readonly_fields = ["desk", "created_by", "created_at", "updated_at"]
    date_hierarchy = "created_at"
    held_by = "is_cleared"


@admin.register(Upload)
class Uploads(ReadOnly):
    list_display = ["name", "size", "sha256", "created_at"]
    list_filter = ["created_at"]
    search_fields = ["name", "=sha256"]


@admin.register(Draft)
class Drafts(ReadOnly):
    list_display = [short("article"), "number", "length", "extractor_version", "created_by", "created_at"]
    list_filter = ["article__desk", "extractor_version", "created_at"]
    list_select_related = ["article", "created_by"]
    search_fields = ["article__title", "=sha256"]


@admin.register(Job)
class Jobs(ReadOnly):
    list_display = ["article", "state", "attempts", "sentences", "claims_found", "created_at", "finished_at"]
    list_filter = ["state", "created_at"]
    list_select_related = ["draft__article"]
    search_fields = ["draft__article__title", "error"]

    @admin.display(description="Draft", ordering="draft")
    def article(self, job: Job) -> str:
        return str(job.draft)

    @admin.display(description="Sentences")
    def sentences(self, job: Job) -> str:
        return f"{job.sentences_done} of {job.sentences_total}"


@admin.register(Passage)
class Passages(ReadOnly):
    list_display = [short("draft"), "index", "paragraph", "kind", "reason", "start", "end"]
    list_filter = ["kind", "reason"]
    list_select_related = ["draft__article"]
    search_fields = ["draft__article__title"]
