"""What a person is told, in words."""

from django import template

from factcheck.models import Notification, User
from factcheck.workflow import notices

register = template.Library()


@register.simple_tag
def unread_by(user: User) -> int:
    """How many notifications the person has not looked at."""
    return notices.unread(user)


@register.filter
def sentence(row: Notification) -> str:
    return notices.sentence(row)
