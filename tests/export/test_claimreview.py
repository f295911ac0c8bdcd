"""Settled claims as schema.org's ClaimReview."""

import json
from datetime import date
from typing import Any

import pytest

from factcheck.export import claimreview
from factcheck.export.choice import Choice, count
from factcheck.models import Article, Claim, Link, Rating, User
from factcheck.models.choices import Status
from tests import making

# What schema.org's ClaimReview and its readers ask for: https://developers.google.com/search/docs/appearance/structured-data/factcheck
REQUIRED = {"@type", "claimReviewed", "reviewRating", "url", "author", "datePublished", "itemReviewed"}


def graph(user: User, **chosen: Any) -> list[dict[str, Any]]:
    document = json.loads(b"".join(claimreview.reviews(Choice(user=user, **chosen).settled())))
    assert document["@context"] == "https://schema.org"
    reviews: list[dict[str, Any]] = document["@graph"]
    return reviews


@pytest.fixture
def settled(claim: Claim, reviewer: User, second_reviewer: User) -> Claim:
    return making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)


def test_a_settled_claim_has_every_required_property(settled: Claim, reader: User) -> None:
    Article.objects.update(source_url="https://paper.example/bridge")
    [review] = graph(reader)
    assert set(review) >= REQUIRED
    assert review["claimReviewed"] == settled.text
    assert review["url"].endswith(f"/claims/{settled.pk}/")
    assert review["author"]["name"] == "News"
    assert review["itemReviewed"]["author"] == {"name": "the minister"}
    assert review["itemReviewed"]["appearance"] == {
        "@type": "CreativeWork",
        "name": "The bridge",
        "url": "https://paper.example/bridge",
    }


def test_the_day_is_that_of_the_article_and_of_the_claim_only_where_the_article_makes_it(
    settled: Claim, reader: User
) -> None:
    Article.objects.update(published_on=date(2026, 5, 3))
    reported = graph(reader)[0]["itemReviewed"]
    assert reported["appearance"]["datePublished"] == "2026-05-03"
    assert "datePublished" not in reported
    Link.objects.all().delete()
    own = graph(reader)[0]["itemReviewed"]
    assert own["appearance"]["datePublished"] == own["datePublished"] == "2026-05-03"


@pytest.mark.parametrize(
    ("value", "rating"),
    [
        (None, {"@type": "Rating", "alternateName": "Confirmed"}),
        (5, {"@type": "Rating", "alternateName": "Confirmed", "ratingValue": 5, "bestRating": 5, "worstRating": 1}),
    ],
)
def test_the_rating_has_a_value_where_the_scale_gives_one(
    claim: Claim, reviewer: User, second_reviewer: User, reader: User, value: int | None, rating: dict[str, Any]
) -> None:
    Rating.objects.filter(code="confirmed").update(value=value)
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    assert graph(reader)[0]["reviewRating"] == rating


def test_who_holds_an_office_is_a_person(settled: Claim, reader: User) -> None:
    Link.objects.filter(claim=settled).update(who="Fallon", role="Foreign Secretary")
    author = graph(reader)[0]["itemReviewed"]["author"]
    assert author == {"@type": "Person", "name": "Fallon", "jobTitle": "Foreign Secretary"}


def test_words_come_out_as_they_are(settled: Claim, reader: User) -> None:
    text = "A “quoted”\tword, a \\ and a </script> in two\nlines"
    Claim.objects.filter(pk=settled.pk).update(text=text)
    assert graph(reader)[0]["claimReviewed"] == text


def test_what_is_not_settled_is_not_told(article: Article, claim: Claim, reviewer: User, reader: User) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    assert graph(reader) == []
    assert count(Choice(user=reader, article=article)).settled == 0


def test_of_other_statuses_there_are_none(settled: Claim, reader: User) -> None:
    assert graph(reader, statuses=(Status.OPEN,)) == []


def test_of_other_desks_there_are_none(settled: Claim, stranger: User) -> None:
    assert graph(stranger) == []


def test_several_stand_in_one_document(
    article: Article, settled: Claim, reviewer: User, second_reviewer: User, reader: User
) -> None:
    making.at(article.claims.get(number=2), Status.SETTLED, by=reviewer, signer=second_reviewer)
    assert [review["claimReviewed"] for review in graph(reader, article=article)] == [
        "Unemployment fell to four per cent in May",
        "The bridge opened in 1932",
    ]
    assert count(Choice(user=reader)).settled == 2
