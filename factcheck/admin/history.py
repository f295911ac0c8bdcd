"""History: read by whoever has to know, written by the database alone."""

from typing import Any

from django.contrib import admin

from factcheck import models
from factcheck.models import told_by

from .base import ReadOnly


class Events(ReadOnly):
    list_display = ["pgh_created_at", "what", "pgh_label", "who", "verb", "why"]
    list_filter = ["pgh_label", "pgh_created_at"]
    search_fields = ["pgh_obj__exact", "pgh_context__by_name", "pgh_context__program", "pgh_context__verb"]
    search_help_text = "The number of what was changed, who changed it, or what they did."
    ordering = ["-pgh_id"]

    @admin.display(description="Of", ordering="pgh_obj")
    def what(self, event: Any) -> str:
        subject = event.pgh_tracked_model._meta.verbose_name  # noqa: SLF001 - documented API
        return f"{subject} {event.pgh_obj_id}"

    @admin.display(description="By")
    def who(self, event: Any) -> str:
        return told_by(event.pgh_context)

    @admin.display(description="Verb")
    def verb(self, event: Any) -> str:
        return str((event.pgh_context or {}).get("verb", ""))

    @admin.display(description="Reason")
    def why(self, event: Any) -> str:
        return str((event.pgh_context or {}).get("reason", ""))


admin.site.register([getattr(models, name) for name in models.__all__ if name.endswith("Event")], Events)
