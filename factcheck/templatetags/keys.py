"""A key where it acts: on the element that it presses, and printed inside. Nothing where a command has no key."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def pressed(key: str) -> SafeString | str:
    """The attributes of what the key presses."""
    return format_html(' data-key="{0}" aria-keyshortcuts="{0}"', key) if key else ""


@register.filter
def printed(key: str) -> SafeString | str:
    """The key as it is read."""
    return format_html(' <kbd aria-hidden="true">{}</kbd>', key) if key else ""
