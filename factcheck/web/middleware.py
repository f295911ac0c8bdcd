"""What stands between every request and its view."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.cache import add_never_cache_headers, patch_vary_headers

from .accounts import ask_to_log_in
from .requests import DeskRequest

Handler = Callable[[HttpRequest], HttpResponse]


def unkept(get_response: Handler) -> Handler:
    """What a page says is unpublished and its reader's alone: no browser, and no proxy, keeps it for later.

    A view that wants it otherwise says so itself. Static files are answered before this, and may be kept. For a browser
    that keeps a page all the same: an address gives htmx but a part of what it gives a person.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        patch_vary_headers(response, ["HX-Request", "HX-Target"])
        return response

    return handle


def plain_address(get_response: Handler) -> Handler:
    """No database takes a NUL, and no honest address has one."""

    def handle(request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            raise SuspiciousOperation("a NUL in the address")
        return get_response(request)

    return handle


def session_ended(get_response: Handler) -> Handler:
    """Log-in comes between a person and what they sent.

    To a script, say 401: swapped in, the log-in page would replace what is typed. Without one, lead from there back to
    the page that they were on, with what they wrote: the address of a verb cannot be opened.
    """

    def handle(request: DeskRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 302 or not _leads_to_log_in(response):
            return response
        if request.htmx or not request.accepts("text/html"):
            return HttpResponse(status=401)
        if request.method == "POST":
            return ask_to_log_in(request)
        return response

    return handle  # type: ignore[return-value] # with what the middleware before it has added


def wrong_method(get_response: Handler) -> Handler:
    """A page, where an address was opened to which things can only be sent."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 405 or response.content:
            return response
        page = render(request, "405.html", status=405)
        page["Allow"] = response["Allow"]
        return page

    return handle


def _leads_to_log_in(response: HttpResponse) -> bool:
    return response["Location"].startswith(resolve_url(settings.LOGIN_URL))
