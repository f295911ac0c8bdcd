"""What the pages of an article ask about it."""

from typing import Any

from django import template
from django.urls import reverse

from factcheck.models import Article, Draft, Job, User
from factcheck.workflow import articles, shaping

register = template.Library()


@register.filter
def retry_refusal(article: Article, user: User) -> str:
    """Why this person may not have it read again; an empty string where they may."""
    return articles.refusal(user, article.desk_id, articles.RETRY)


@register.filter
def new_draft_refusal(article: Article, user: User) -> str:
    """Why this person may not hand in the next draft; an empty string where they may."""
    return articles.refusal(user, article.desk_id, articles.NEW_DRAFT)


@register.filter
def editors_refusal(article: Article, user: User) -> str:
    """Why this person may not clear, reopen or correct it; an empty string where they may."""
    return articles.refusal(user, article.desk_id, articles.CLEAR)


@register.filter
def draft_url(draft: Draft, of: Draft) -> str:
    """The address of a draft's page; that of the newest is the article's."""
    page = reverse("article-detail", args=[draft.article_id])
    return page if draft == of else f"{page}?draft={draft.number}"


@register.simple_tag
def add_url(proof: Any, user: User) -> str:
    """Where this person adds a claim to the draft that is shown; an empty string where they cannot."""
    if not proof or not proof.passages or proof.older or proof.cleared:
        return ""
    refused = shaping.addition_refusal(user, proof.article)
    return "" if refused else reverse("article-add-claim", args=[proof.article.pk])


@register.filter
def bar(row: articles.Row) -> list[dict[str, Any]]:
    """The parts of the bar that shows how many claims stand where, in hundredths of its width."""
    parts, start = [], 0.0
    for status, number in row.counts.items():
        width = number * 100 / row.total
        parts.append({"look": f"is-{status}", "start": round(start, 2), "width": round(width, 2)})
        start += width
    return parts


@register.filter
def read_part(job: Job) -> list[dict[str, Any]]:
    """The bar of a reading: how many of its sentences are read."""
    if not job.sentences_total:
        return []
    return [{"look": "is-settled", "start": 0, "width": round(job.sentences_done * 100 / job.sentences_total, 2)}]
