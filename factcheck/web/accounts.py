"""How people log in: accounts are made by the site administrator, nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from factcheck.models import User


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        return resolve_url("home")

    def respond_user_inactive(self, request: HttpRequest, _user: User) -> HttpResponse:
        return render(request, "account/inactive.html", status=403)


class LogInForm(LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = "Username or e-mail address"
        self.fields["password"].help_text = ""  # the page says where to go without one
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
