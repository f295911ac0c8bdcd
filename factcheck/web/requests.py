"""What a view of the desk is called with."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from factcheck.models import User


class DeskRequest(HttpRequest):
    """A request of somebody who has logged in; `LoginRequiredMiddleware` sees to it."""

    user: User
    htmx: HtmxDetails
