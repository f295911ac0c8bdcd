"""Claims and what was found out about them."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse

from factcheck.export import claimreview, csv
from factcheck.models import Citation, Claim, Comment, Evidence, Link, SignOff, Verdict
from factcheck.models.choices import Status

from .base import Kept, ReadOnly, short

FIELDS = [field.name for field in Claim._meta.concrete_fields if not field.primary_key]  # noqa: SLF001 - documented API


@admin.register(Claim)
class Claims(Kept):
    """Their life is the desk's business; here only what changes nothing about it."""

    list_display = [short("text"), short("article"), "kind", "status", "priority", "checkworthiness", "assignee"]
    list_filter = ["desk", "status", "kind", "priority", "ambiguous", "created_at"]
    list_select_related = ["article", "desk", "assignee"]
    search_fields = ["text", "article__title"]
    fields = (*FIELDS,)
    readonly_fields = [name for name in FIELDS if name not in {"kind", "priority"}]
    held_by = "is_frozen"
    actions = ["export_as_csv", "export_citations", "export_claim_reviews"]

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: bool) -> None:
        """A page of the desk that still shows the claim as it was is told so."""
        obj.version += 1
        form.changed_data.append("version")
        super().save_model(request, obj, form, change)

    @admin.action(description="Export the selected claims as CSV", permissions=["view"])
    def export_as_csv(self, _request: HttpRequest, claims: QuerySet[Claim]) -> StreamingHttpResponse:
        return _file("verdicts.csv", csv.verdicts(claims))

    @admin.action(description="Export their citations as CSV", permissions=["view"])
    def export_citations(self, _request: HttpRequest, claims: QuerySet[Claim]) -> StreamingHttpResponse:
        return _file("citations.csv", csv.citations(claims))

    @admin.action(description="Export those that are settled as ClaimReview", permissions=["view"])
    def export_claim_reviews(self, _request: HttpRequest, claims: QuerySet[Claim]) -> StreamingHttpResponse:
        settled = claims.filter(status=Status.SETTLED)
        return _file("claimreview.jsonld", claimreview.reviews(settled), kind="application/ld+json")


def _file(name: str, content: Iterator[bytes], kind: str = "text/csv; charset=utf-8") -> StreamingHttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(content, content_type=kind, headers=headers)


@admin.register(Link)
class Links(ReadOnly):
    list_display = ["who", "role", "cue", "to", "depth", short("claim")]
    list_filter = ["depth", "claim__desk"]
    list_select_related = ["claim"]
    search_fields = ["who", "role", "claim__text"]


@admin.register(Citation)
class Citations(ReadOnly):
    list_display = [
        short("title"),
        short("claim"),
        "kind",
        "stance",
        "tier",
        "publisher",
        "added_by",
        "created_at",
        "removed_at",
    ]
    list_filter = ["kind", "stance", "tier", "claim__desk", "created_at"]
    list_select_related = ["claim", "added_by"]
    search_fields = ["title", "url", "publisher", "author", "quote"]


@admin.register(Comment)
class Comments(ReadOnly):
    list_display = [short("body"), short("claim"), "author", "created_at", "resolved_at"]
    list_filter = ["claim__desk", "created_at", "resolved_at"]
    list_select_related = ["claim", "author"]
    search_fields = ["body", "claim__text", "author__username"]


@admin.register(Verdict)
class Verdicts(ReadOnly):
    list_display = [short("claim"), "rating", "said", "author", "standing", "created_at"]
    list_filter = ["standing", "rating", "said", "claim__desk", "created_at"]
    list_select_related = ["claim", "rating", "author"]
    search_fields = ["rationale", "claim__text", "author__username"]


@admin.register(Evidence)
class EvidenceNamed(ReadOnly):
    list_display = [short("citation"), short("verdict")]
    list_filter = ["verdict__standing", "citation__kind"]
    list_select_related = ["citation", "verdict__rating", "verdict__author"]
    search_fields = ["citation__title", "verdict__rationale"]


@admin.register(SignOff)
class SignOffs(ReadOnly):
    list_display = [short("verdict"), "reviewer", "created_at"]
    list_filter = ["created_at"]
    list_select_related = ["verdict__rating", "verdict__author", "reviewer"]
    search_fields = ["reviewer__username", "verdict__rationale"]
