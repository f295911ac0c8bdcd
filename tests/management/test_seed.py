"""What `manage.py seed` loads, how often it may be run, and what it leaves alone."""

import io

import pytest
from django.core.management import call_command

from factcheck.models import Article, ArticleEvent, Desk, Job, RatingScale, User
from factcheck.models.choices import JobState, Role

pytestmark = pytest.mark.django_db


def seed(*, demo: bool) -> str:
    words = io.StringIO()
    call_command("seed", demo=demo, stdout=words)
    return words.getvalue()


def test_without_the_demo_only_the_scales() -> None:
    assert seed(demo=False) == ""
    assert RatingScale.objects.exists()
    assert not Desk.objects.exists()
    assert not User.objects.exists()


def test_the_demo_desk_has_people_of_every_role_and_says_who() -> None:
    words = seed(demo=True)
    desk = Desk.objects.get()
    assert set(desk.memberships.values_list("role", flat=True)) == set(Role)
    assert all(name in words for name in User.objects.values_list("username", flat=True))


def test_the_sample_article_waits_to_be_split() -> None:
    seed(demo=True)
    article = Article.objects.get()
    assert article.title == "Russia Destroys Islamic State Command Center in Syria"
    assert (article.desk.slug, article.created_by.username) == ("news", "editor")
    assert Job.objects.get(draft__article=article).state == JobState.QUEUED
    assert ArticleEvent.objects.get().pgh_context["by_name"] == "editor"


def test_a_second_time_changes_nothing() -> None:
    seed(demo=True)
    User.objects.filter(username="reader").update(first_name="Rea")
    seed(demo=True)
    assert (Article.objects.count(), Desk.objects.count()) == (1, 1)
    assert User.objects.get(username="reader").first_name == "Rea"
