"""The verb of an article's details: its title, who wrote it, when it appears, and what reviewers are to know."""

from typing import Unpack

from django.db import transaction

from factcheck.models import CLEARED, Article, Details, User, changing, version_of
from factcheck.models.choices import Act, Role

from .errors import Overtaken, Refused
from .permissions import lacking


def describe(*, article_id: int, by: User, seen: int, **details: Unpack[Details]) -> Article:
    """An editor changes these details of the article; history keeps what was said before.

    `seen` is the version (`version_of`) that the page was showing. Raises `Refused` and `Overtaken`.
    """
    with transaction.atomic(), changing(verb=Act.DESCRIBE, by=by):
        article = Article.objects.select_for_update(no_key=True).get(pk=article_id)
        if sentence := refusal(by, article):
            raise Refused(sentence)
        changed = [name for name, value in details.items() if getattr(article, name) != value]
        if changed and version_of(article) != seen:
            raise Overtaken("editor")
        for name in changed:
            setattr(article, name, details[name])  # type: ignore[literal-required] # a name of its own
        if changed:
            article.save(update_fields=[*changed, "updated_at"])
        return article


def refusal(user: User, article: Article) -> str:
    """An empty string for yes, or the sentence why not."""
    return lacking(user, article.desk_id, Role.EDITOR) or (CLEARED if article.is_cleared else "")
