"""A file that is evidence: sent with its citation, kept byte for byte, handed out and never shown."""

import hashlib
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from factcheck.intake.limits import MOST_UPLOAD_BYTES
from factcheck.models import Citation, Claim, Upload, User
from factcheck.models.choices import Status
from factcheck.workflow import citations
from factcheck.workflow.citations import File
from tests import making
from tests.web.claims.questions import HTMX

MARKUP = b"<script>alert(1)</script>"


@pytest.fixture
def at_work(claim: Claim, reviewer: User) -> Claim:
    return making.at(claim, Status.CHECKING, by=reviewer)


@pytest.fixture
def citation(at_work: Claim, reviewer: User) -> Citation:
    return making.cite(at_work, reviewer, attachment=File("brücke.html", MARKUP))


def url(citation: Citation) -> str:
    return reverse("citation-attachment", args=[citation.pk])


def send(client: Client, claim: Claim, data: bytes, name: str = "table.pdf", **headers: str) -> Any:
    words = {"kind": "document", "title": "Table 3", "stance": "supports", "tier": "primary", "key": uuid4()}
    file = SimpleUploadedFile(name, data)
    return client.post(
        reverse("claim-cite", args=[claim.pk]),
        words | {"attachment": file},
        headers=headers,
    )


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_it_comes_with_the_citation(
    at_work: Claim, reviewer: User, login: making.Login, headers: dict[str, str]
) -> None:
    assert send(login(reviewer), at_work, b"%PDF-1.7", **headers).status_code in {200, 303}
    citation = Citation.objects.get()
    assert citation.attachment is not None
    assert bytes(citation.attachment.content) == b"%PDF-1.7"
    assert citation.attachment.sha256 == hashlib.sha256(b"%PDF-1.7").hexdigest()
    page = login(reviewer).get(at_work.get_absolute_url()).content.decode()
    assert url(citation) in page
    assert "table.pdf" in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "This file is empty."), (b"x" * (MOST_UPLOAD_BYTES + 200_000), "table.pdf has 5.2 MB; at most 5 MB")],
    ids=["empty", "too large"],
)
def test_what_cannot_be_kept_is_refused_with_the_words_kept(
    at_work: Claim, reviewer: User, login: making.Login, data: bytes, sentence: str
) -> None:
    answer = send(login(reviewer), at_work, data, **HTMX)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert 'value="Table 3"' in answer.content.decode()
    assert not Upload.objects.filter(name="table.pdf").exists()


def test_it_is_handed_out_byte_for_byte_and_never_shown(citation: Citation, reader: User, login: making.Login) -> None:
    answer = login(reader).get(url(citation))
    assert answer.content == MARKUP
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''br%C3%BCcke.html"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_one_that_was_taken_away_can_still_be_read(citation: Citation, reviewer: User, login: making.Login) -> None:
    citations.uncite(citation_id=citation.pk, by=reviewer)
    assert login(reviewer).get(url(citation)).content == MARKUP


def test_another_desks_editor_finds_nothing(citation: Citation, stranger: User, login: making.Login) -> None:
    assert login(stranger).get(url(citation)).status_code == 404


def test_a_citation_without_one_has_none(at_work: Claim, reviewer: User, login: making.Login) -> None:
    assert login(reviewer).get(url(making.cite(at_work, reviewer))).status_code == 404


def test_a_wrong_method_is_refused(citation: Citation, reviewer: User, login: making.Login) -> None:
    assert login(reviewer).post(url(citation)).status_code == 405


def test_whoever_is_logged_out_is_asked_to_log_in(citation: Citation, client: Client) -> None:
    assert client.get(url(citation)).status_code == 302
