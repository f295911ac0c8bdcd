"""Colleagues who are named in a comment."""

from collections.abc import Collection

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from factcheck.workflow import notices

register = template.Library()


@register.filter
def mentions(words: str, names: Collection[str]) -> SafeString:
    """The words, with each @name of a member of the desk marked; every other name is only text."""
    pieces, end = [], 0
    for found in notices.NAME.finditer(words):
        if found[1] in names:
            pieces += [(words[end : found.start()], format_html('<strong class="mention">@{}</strong>', found[1]))]
            end = found.end()
    return format_html("{}{}", format_html_join("", "{}{}", pieces), conditional_escape(words[end:]))
