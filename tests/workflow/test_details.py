"""An article's details: who may change them, when, and what two see who change them at once."""

from threading import Thread

import pytest
from django.db import connection, transaction

from factcheck.models import Article, ArticleEvent, User, version_of
from factcheck.workflow import details
from factcheck.workflow.errors import Overtaken, Refused
from tests import making


def test_only_what_is_given_and_differs_is_changed(article: Article, editor: User) -> None:
    seen = version_of(article)
    details.describe(article_id=article.pk, by=editor, seen=seen, title="The bridge", byline="Staff")
    assert version_of(article) > seen
    changed = ArticleEvent.objects.get(pgh_id=version_of(article))
    assert (changed.title, changed.byline, changed.note) == ("The bridge", "Staff", "")


def test_what_says_nothing_new_is_no_change_and_never_late(article: Article, editor: User) -> None:
    details.describe(article_id=article.pk, by=editor, seen=version_of(article), title="The ferry")
    now = version_of(article)
    details.describe(article_id=article.pk, by=editor, seen=now - 1, title="The ferry")
    assert version_of(article) == now


def test_each_article_has_a_version_of_its_own(article: Article, editor: User) -> None:
    seen = version_of(article)
    making.article(article.desk, editor, title="Another")
    assert version_of(article) == seen


def test_it_is_for_editors(article: Article, reviewer: User) -> None:
    with pytest.raises(Refused, match="Only editors of this desk can do this"):
        details.describe(article_id=article.pk, by=reviewer, seen=version_of(article), title="The ferry")


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_wins_and_the_other_is_told(article: Article, editor: User, desk_admin: User) -> None:
    seen, outcomes = version_of(article), list[str]()

    def say(title: str, by: User) -> None:
        try:
            details.describe(article_id=article.pk, by=by, seen=seen, title=title)
            outcomes.append(title)
        except Overtaken as overtaken:
            outcomes.append(str(overtaken))
        finally:
            connection.close()

    threads = [Thread(target=say, args=one) for one in (("The ferry", editor), ("The tunnel", desk_admin))]
    with transaction.atomic():
        Article.objects.select_for_update().get(pk=article.pk)  # until both have come as far as they can
        for thread in threads:
            thread.start()
            thread.join(0.3)
        assert outcomes == []
    for thread in threads:
        thread.join(timeout=20)
    winner = Article.objects.get().title
    assert winner in {"The ferry", "The tunnel"}
    assert sorted(outcomes) == sorted([winner, str(Overtaken("editor"))])
