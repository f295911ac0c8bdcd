"""The sign drawn beside a state's word, so that no state is told by colour alone."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from factcheck.models.choices import ArticleState, JobState, Status
from factcheck.workflow.search import MARKS as FOUND

register = template.Library()

MARKS: dict[str, str] = {
    Status.OPEN: "○",
    Status.CHECKING: "◔",
    Status.SUBMITTED: "◐",
    Status.DISPUTED: "≠",
    Status.SETTLED: "●",
    Status.DISMISSED: "–",
    Status.RECHECK: "↻",
    Status.DROPPED: "×",
    ArticleState.PROCESSING: "◌",
    ArticleState.FAILED: "✕",
    ArticleState.IN_REVIEW: "◔",
    ArticleState.READY: "✓",
    ArticleState.CLEARED: "✔",
    JobState.QUEUED: "◌",
    JobState.RUNNING: "◌",
    JobState.DONE: "✓",
}


@register.filter
def status_mark(status: str) -> str:
    """The mark of a claim's, an article's or a job's state."""
    return MARKS.get(status, "")


@register.filter
def marked(text: str) -> SafeString:
    """What was found, with the words that were asked for marked; all else of it is escaped."""
    begin, end = FOUND
    at = 1 if text.startswith(begin) else 0
    capital = text[:at] + text[at : at + 1].upper() + text[at + 1 :]
    safe = escape(capital).replace(begin, "<mark>").replace(end, "</mark>")
    return mark_safe(safe)  # noqa: S308 - escaped above
