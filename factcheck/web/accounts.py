"""How people log in: accounts are made by the site administrator, nobody signs up."""

from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from factcheck.models import User

from . import carrying

FOUND_AGAIN = "You were logged out before this was sent. What you wrote is kept: look it over, and send it again."
NOT_YOURS = "What was sent before this log-in was written by somebody else, or too long ago. It is not kept."
WRONG = "This name and this password do not belong together. Look whether both are typed right."


class Adapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    error_messages = DefaultAccountAdapter.error_messages | dict.fromkeys(
        ["username_password_mismatch", "email_password_mismatch"], WRONG
    )

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        return resolve_url("home")

    def _get_login_attempts_cache_key(self, _request: HttpRequest, **credentials: Any) -> str:
        """By the name alone. allauth adds the host, which a client can name with a port of its own each time."""
        return str(credentials.get("email") or credentials.get("username", "")).lower()

    def get_reset_password_from_key_url(self, key: str) -> str:
        """At the desk's own address, and not at the host and port that whoever asks for the link has named."""
        return f"{settings.DESK_URL}{urlsplit(super().get_reset_password_from_key_url(key)).path}"

    def respond_user_inactive(self, request: HttpRequest, _user: User) -> HttpResponse:
        return render(request, "account/inactive.html", status=403)


class LogInForm(LoginForm):  # type: ignore[misc] # allauth has no types
    """`carried`: what was sent after a session had ended (`carrying`)."""

    carried = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = "Username or e-mail address"
        self.fields["login"].widget.attrs["autofocus"] = True
        self.fields["password"].help_text = ""  # the page says where to go without one
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        response: HttpResponse = super().login(request, redirect_url=redirect_url)
        if (parcel := self.cleaned_data["carried"]) and isinstance(request.user, User):
            if carrying.put_down(parcel, by=request.user):
                messages.success(request, FOUND_AGAIN)
            else:
                messages.error(request, NOT_YOURS)
        return response


def ask_to_log_in(request: HttpRequest) -> HttpResponse:
    """The log-in, instead of what was sent: it leads back to the page, and carries what was written there."""
    page, carried = carrying.page_of(request), carrying.pick_up(request.POST)
    if not carried:
        return redirect_to_login(page)
    context = {
        "form": LogInForm(initial={"carried": carried.parcel}, request=request),
        "loose": carried.loose,
        "redirect_field_name": REDIRECT_FIELD_NAME,
        "redirect_field_value": page,
    }
    return render(request, "account/login.html", context, status=401)


def out_of_date(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """A form whose token is not that of the session: nothing is done.

    What was written in it is kept all the same, where the browser vouches that it comes from a page of ours: it is then
    a form of before the last log-in, and not somebody else's site.
    """
    context: dict[str, object] = {"page": carrying.page_of(request)}
    if urlsplit(request.headers.get("Origin", "")).netloc == request.get_host():
        context["loose"] = carrying.loose(request.POST)
        if isinstance(request.user, User):
            with suppress(BadRequest, Http404):
                context["kept"] = carrying.keep(request.POST, by=request.user)
    return render(request, "403_csrf.html", context, status=403)
