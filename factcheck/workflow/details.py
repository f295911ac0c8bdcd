"""The verb of an article's description: its title, who wrote it, when it is due, and what reviewers are to know."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction

from factcheck.models import Article, User, changing
from factcheck.models.choices import Act, Role

from .errors import Refused
from .permissions import PEOPLE, has_role
from .policies import CLEARED


class Description(TypedDict):
    """What a person says of an article; the deadline has a time zone."""

    title: str
    byline: str
    source_url: str
    deadline: datetime | None
    note: str
    sensitivity: str


def describe(*, article_id: int, by: User, **description: Unpack[Description]) -> Article:
    """An editor changes what is said of the article; history keeps what was said before. Raises `Refused`."""
    with transaction.atomic(), changing(verb=Act.DESCRIBE, by=by):
        article = Article.objects.select_for_update(no_key=True).get(pk=article_id)
        if sentence := refusal(by, article):
            raise Refused(sentence)
        changed = [name for name, value in description.items() if getattr(article, name) != value]
        for name in changed:
            setattr(article, name, description[name])  # type: ignore[literal-required]
        if changed:
            article.save(update_fields=[*changed, "updated_at"])
        return article


def refusal(user: User, article: Article) -> str:
    """An empty string for yes, or the sentence why not."""
    if not has_role(user, article.desk_id, Role.EDITOR):
        return f"Only {PEOPLE[Role.EDITOR]} of this desk can do this."
    return CLEARED if article.is_cleared else ""
