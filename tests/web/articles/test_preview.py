"""An article is handed in and looked at before it is stored; nothing is lost on the way there and back."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck.ingest import previews
from factcheck.models import Article, Desk, Draft, HeldUpload, Preview, Unsent, Upload, User
from tests import making

URL, FORM = reverse("article-preview"), reverse("article-new")


def sent(desk: Desk, **fields: Any) -> dict[str, Any]:
    return {"desk": desk.pk, "sensitivity": "normal", "key": uuid4(), **fields}


def file(name: str, data: bytes = making.TEXT.encode()) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_it_leads_to_the_preview_and_stores_nothing_else(desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).post(URL, sent(desk, text=making.TEXT))
    assert answer.status_code == 303
    assert answer["Location"] == reverse("preview-detail", args=[Preview.objects.get().pk])
    assert not any(model.objects.exists() for model in (Article, Draft, Upload))


def test_the_bytes_are_held_as_they_came(desk: Desk, editor: User, login: making.Login) -> None:
    data = b"\xef\xbb\xbfIt rained.\r\n\x00"
    login(editor).post(URL, sent(desk, file=[file("rain.txt", b"\xef\xbb\xbfIt rained.\r\n")]))
    assert bytes(HeldUpload.objects.get().content) == data[:-1]


def test_going_back_to_the_form_finds_all_of_it(desk: Desk, editor: User, login: making.Login) -> None:
    client = login(editor)
    client.post(URL, sent(desk, text=making.TEXT, title="The bridge", note="Mind the date.", sensitivity="sensitive"))
    preview = Preview.objects.get()
    page = client.get(f"{FORM}?preview={preview.pk}").content.decode()
    for words in (making.PLAIN, 'value="The bridge"', "Mind the date.", f'value="{preview.key}"'):
        assert words in page
    assert '<option value="sensitive" selected>' in page


def test_files_need_not_be_chosen_again(desk: Desk, editor: User, login: making.Login) -> None:
    client = login(editor)
    client.post(URL, sent(desk, file=[file("one.txt", b"One."), file("two.txt", b"Two.")]))
    preview = Preview.objects.get()
    page = client.get(f"{FORM}?preview={preview.pk}").content.decode()
    ticked = re.findall(r'name="held" value="(\d+)"[^>]* checked', page)
    assert len(ticked) == 2
    third = sent(desk, held=ticked[1:], preview=preview.pk, key=preview.key, file=[file("three.txt", b"Three.")])
    client.post(URL, third)
    held = Preview.objects.get().uploads.order_by("place")
    assert [(one.name, bytes(one.content)) for one in held] == [("two.txt", b"Two."), ("three.txt", b"Three.")]


def test_what_is_typed_on_going_back_is_kept_with_it(desk: Desk, editor: User, login: making.Login) -> None:
    client = login(editor)
    client.post(URL, sent(desk, text=making.TEXT))
    preview = Preview.objects.get()
    client.post(f"{reverse('unsent')}?form=upload&person={editor.pk}", {"text": "Changed.", "preview": preview.pk})
    for address in (f"{FORM}?preview={preview.pk}", FORM):
        page = client.get(address).content.decode()
        assert "Changed." in page
        assert f'name="preview" value="{preview.pk}"' in page


def test_what_is_typed_for_another_article_stays_out_of_it(desk: Desk, editor: User, login: making.Login) -> None:
    client = login(editor)
    client.post(URL, sent(desk, text=making.TEXT))
    client.post(f"{reverse('unsent')}?form=upload&person={editor.pk}", {"text": "Another article."})
    assert "Another article." not in client.get(f"{FORM}?preview={Preview.objects.get().pk}").content.decode()
    assert "Another article." in client.get(FORM).content.decode()
    assert Unsent.objects.count() == 1


def test_sent_twice_it_is_one_preview(desk: Desk, editor: User, login: making.Login) -> None:
    body = sent(desk, text=making.TEXT)
    for _ in range(2):
        assert login(editor).post(URL, body).status_code == 303
    assert Preview.objects.count() == 1


def test_those_that_wait_are_listed(desk: Desk, editor: User, desk_admin: User, login: making.Login) -> None:
    login(editor).post(URL, sent(desk, text=making.TEXT))
    link = reverse("preview-detail", args=[Preview.objects.get().pk])
    assert link in login(editor).get(FORM).content.decode()
    assert link not in login(desk_admin).get(FORM).content.decode()


def test_more_than_a_person_may_have_waiting_are_refused_and_the_words_stay(
    desk: Desk, editor: User, login: making.Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "MOST_WAITING", 1)
    login(editor).post(URL, sent(desk, text=making.TEXT))
    answer = login(editor).post(URL, sent(desk, text="Another article."))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "1 previews of yours are waiting, the most there can be." in page
    assert "Another article." in page
    assert Preview.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Paste a text, give an address, or choose a file."),
        ({"text": "Kept", "deadline": "tomorrow"}, "Enter a valid date/time."),
        ({"url": "not an address"}, "Enter a valid URL."),
        ({"text": "Kept", "url": "https://paper.example/"}, "one of these. Empty the others."),
        ({"file": [file("empty.txt", b"")]}, "empty.txt is empty."),
        ({"held": ["999"]}, "One of the files is no longer here. Choose it again."),
    ],
)
def test_what_cannot_be_shown_is_said_and_what_was_typed_is_kept(
    fields: dict[str, Any], sentence: str, desk: Desk, editor: User, login: making.Login
) -> None:
    answer = login(editor).post(URL, sent(desk, byline="Kept byline", **fields))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Kept byline" in answer.content.decode()
    assert not Preview.objects.exists()


def test_nobody_takes_along_the_files_of_another(
    desk: Desk, editor: User, desk_admin: User, login: making.Login
) -> None:
    login(desk_admin).post(URL, sent(desk, file=[file("one.txt")]))
    preview = Preview.objects.get()
    answer = login(editor).post(URL, sent(desk, held=[preview.uploads.get().pk], preview=preview.pk))
    assert answer.status_code == 422
    assert "One of the files is no longer here." in answer.content.decode()


def test_it_cannot_be_put_on_a_desk_of_others(other_desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).post(URL, sent(other_desk, text=making.TEXT))
    assert answer.status_code == 422
    assert not Preview.objects.exists()


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_the_wrong_role_is_told_so(role: str, request: pytest.FixtureRequest, desk: Desk, login: making.Login) -> None:
    answer = login(request.getfixturevalue(role)).post(URL, sent(desk, text=making.TEXT))
    assert answer.status_code == 403
    assert "Only editors can upload articles." in answer.content.decode()


def test_a_wrong_method_is_refused(editor: User, login: making.Login) -> None:
    assert login(editor).get(URL).status_code == 405
