"""Refusals raised by the workflow become answers here, in one place."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def refusals(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    return get_response
