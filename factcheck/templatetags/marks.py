"""The sign drawn beside a state's word, so that no state is told by colour alone."""

from django import template

from factcheck.models.choices import ArticleState, JobState, Status

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
