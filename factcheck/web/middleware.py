"""What stands between every request and its view."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from .requests import DeskRequest

Handler = Callable[[HttpRequest], HttpResponse]


def session_ended(get_response: Handler) -> Handler:
    """To htmx, say 401 where a page would be sent to the log-in: swapped in, that page would replace what is typed."""

    def handle(request: DeskRequest) -> HttpResponse:
        response = get_response(request)
        if request.htmx and response.status_code == 302 and _leads_to_log_in(response):
            return HttpResponse(status=401)
        return response

    return handle  # type: ignore[return-value]


def _leads_to_log_in(response: HttpResponse) -> bool:
    return response["Location"].startswith(resolve_url(settings.LOGIN_URL))
