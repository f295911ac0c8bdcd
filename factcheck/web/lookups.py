"""Get it or 404, for the person who asks: what belongs to another desk does not exist for them."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404

from factcheck.models import (
    Article,
    Citation,
    Claim,
    Comment,
    Desk,
    HeldUpload,
    Membership,
    Passage,
    Preview,
    Upload,
    User,
)
from factcheck.models.choices import Role


def desk(user: User, slug: str) -> Desk:
    return get_object_or_404(Desk.objects.for_user(user).select_related("scale"), slug=slug)


def desks(user: User, at_least: Role = Role.READER) -> list[Desk]:
    """The person's desks on which they hold at least this role, by name."""
    held = [pk for pk, role in user.roles.items() if role >= at_least]
    return list(Desk.objects.filter(pk__in=held).order_by("name"))


def article(user: User, pk: int) -> Article:
    return get_object_or_404(Article.objects.for_user(user).select_related("desk"), pk=pk)


def claim(user: User, pk: int) -> Claim:
    return get_object_or_404(
        Claim.objects.for_user(user).select_related("article", "desk", "draft", "passage", "assignee"), pk=pk
    )


def line(user: User, pk: int) -> Passage:
    return get_object_or_404(
        Passage.objects.filter(draft__article__desk__in=user.roles).select_related("draft__article__desk"), pk=pk
    )


def citation(user: User, pk: int) -> Citation:
    return get_object_or_404(Citation.objects.filter(claim__desk__in=user.roles), pk=pk)


def attachment(user: User, pk: int) -> Upload:
    """Of a citation that was taken away too: an older verdict may rest on it."""
    of_their_desks = Citation.objects.filter(claim__desk__in=user.roles, attachment__isnull=False)
    upload = get_object_or_404(of_their_desks.select_related("attachment"), pk=pk).attachment
    assert upload  # noqa: S101 - for the type checker
    return upload


def comment(user: User, pk: int) -> Comment:
    return get_object_or_404(Comment.objects.filter(claim__desk__in=user.roles), pk=pk)


def membership(user: User, pk: int) -> Membership:
    return get_object_or_404(
        Membership.objects.filter(desk__in=user.roles).select_related("user", "desk__scale"), pk=pk
    )


def preview(user: User, pk: int) -> Preview:
    """One of their own; nobody else's exists."""
    return get_object_or_404(Preview.objects.for_user(user).select_related("desk", "article"), pk=pk)


def previews(user: User, article: Article | None = None, but: Preview | None = None) -> list[Preview]:
    """Those that wait for them, `but` one, the newest first; of one article, where it is given."""
    waiting = Preview.objects.for_user(user).waiting().select_related("article")
    if article:
        waiting = waiting.filter(article=article)
    if but:
        waiting = waiting.exclude(pk=but.pk)
    return list(
        waiting.prefetch_related(Prefetch("uploads", HeldUpload.objects.only("preview", "title"))).order_by("-pk")
    )
