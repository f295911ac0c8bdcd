"""Articles: the list, a new one, and how far its reading is."""

from django.http import HttpResponse
from django.shortcuts import redirect

from factcheck.web.requests import DeskRequest


def home(_request: DeskRequest) -> HttpResponse:
    return redirect("article-list")


def index(request: DeskRequest) -> HttpResponse:
    raise NotImplementedError


def new(request: DeskRequest) -> HttpResponse:
    raise NotImplementedError


def progress(request: DeskRequest, pk: int) -> HttpResponse:
    raise NotImplementedError


def retry(request: DeskRequest, pk: int) -> HttpResponse:
    raise NotImplementedError


def original(request: DeskRequest, pk: int) -> HttpResponse:
    raise NotImplementedError
