"""The corrections of one article, as rows."""

from collections.abc import Iterator
from datetime import UTC

from factcheck.models import Article

HEADER = ["article_id", "article_title", "claim_no", "claim", "what", "why", "by", "at"]
FORMULA = ("=", "+", "-", "@", "\t", "\n", "\r")  # what a spreadsheet would run


def rows(article: Article) -> Iterator[list[str]]:
    """In the order in which they were noted; times in UTC."""
    for correction in article.corrections.select_related("claim", "by").order_by("pk"):
        claim = correction.claim
        said = [article.title, claim.text if claim else "", correction.what, correction.why, str(correction.by)]
        title, text, what, why, by = map(_safe, said)
        number = str(claim.number) if claim else ""
        at = correction.created_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield [str(article.pk), title, number, text, what, why, by, at]


def _safe(cell: str) -> str:
    """An apostrophe before a formula makes a spreadsheet show it as the text that it is."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
