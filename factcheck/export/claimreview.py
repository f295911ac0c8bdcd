"""Settled claims as schema.org's ClaimReview, in JSON-LD: what a newsroom's site embeds, and what search engines read.

Sources stay in the house: a citation may be an interview, or somebody who is not to be named.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse

from factcheck.models import Claim, Draft

from .columns import REVIEWS
from .csv import statement

NAMES = [column.name for column in REVIEWS.columns]


def reviews(claims: QuerySet[Claim], *, draft: Draft | None = None) -> Iterator[bytes]:
    """One document with a review for each of the claims that has a verdict; choose settled ones (`choice.settled`).

    PostgreSQL hands the rows over one by one, so that memory stays flat.
    """
    yield b'{"@context": "https://schema.org", "@graph": ['
    with connection.cursor() as cursor:
        query = statement(cursor, REVIEWS, claims, draft, raw=True, form="FORMAT text")
        with cursor.copy(query) as copied:
            between = b"\n"
            for row in copied.rows():
                said = dict(zip(NAMES, row, strict=True))
                if said["rating_label"]:
                    yield between + json.dumps(_review(said), ensure_ascii=False).encode()
                    between = b",\n"
    yield b"\n]}\n"


def _review(said: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "url": f"{settings.DESK_URL}{reverse('claim-detail', args=[said['claim_id']])}",
        "datePublished": said["reviewed_at"],
        "author": {"@type": "Organization", "name": said["desk"], "url": settings.DESK_URL},
        "claimReviewed": said["claim"],
        "reviewBody": said["rationale"],
        "reviewRating": _rating(said),
        "itemReviewed": _claim(said),
    }


def _rating(said: dict[str, Any]) -> dict[str, Any]:
    """The rating's words; its value only where the desk's scale gives it one."""
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": said["rating_label"]}
    if said["rating_value"]:
        numbers = {"ratingValue": "rating_value", "bestRating": "rating_best", "worstRating": "rating_worst"}
        rating |= {name: int(said[column]) for name, column in numbers.items()}
    return rating


def _claim(said: dict[str, Any]) -> dict[str, Any]:
    """Whether the claimant is a person or a body is not known, unless they are said to hold an office.

    The article's day is the claim's where the article itself makes it: what it reports was said before.
    """
    day = {"datePublished": said["claim_date"]}
    appearance = {"@type": "CreativeWork", "name": said["article_title"], "url": said["article_url"], **day}
    claim: dict[str, Any] = {"@type": "Claim", "name": said["claim"], "appearance": _given(appearance)}
    if said["claimant"]:
        office = {"@type": "Person", "jobTitle": said["claimant_role"]} if said["claimant_role"] else {}
        claim["author"] = {"name": said["claimant"], **office}
    else:
        claim |= _given(day)
    return claim


def _given(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value}
