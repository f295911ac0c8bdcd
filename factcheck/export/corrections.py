"""The corrections of one article, a row each."""

from collections.abc import Iterator
from datetime import UTC

from factcheck.models import Article

from .tables import table

HEADER = ["article_id", "article_title", "claim_no", "claim", "what", "why", "by", "at"]


def file(article: Article) -> bytes:
    return table(HEADER, _rows(article))


def _rows(article: Article) -> Iterator[list[object]]:
    """In the order in which they were noted; times in UTC."""
    for correction in article.corrections.select_related("claim", "by").order_by("pk"):
        claim = correction.claim
        number, text = (claim.number, claim.text) if claim else ("", "")
        at = correction.created_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield [article.pk, article.title, number, text, correction.what, correction.why, str(correction.by), at]
