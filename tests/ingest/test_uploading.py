"""What is handed in is stored whole, or not at all."""

import hashlib
from datetime import UTC, datetime

import pytest

from factcheck import ingest
from factcheck.intake import IntakeError
from factcheck.models import Article, ArticleEvent, Desk, Draft, Job, Upload, User
from factcheck.models.choices import JobState, Sensitivity

WORDS = "The bridge opened in 1932.\r\n\r\nIt cost “a fortune”."


def nothing_is_stored() -> bool:
    return not any(model.objects.exists() for model in (Article, Upload, Draft, Job))


def test_an_upload_is_an_article_a_draft_its_bytes_and_a_job(desk: Desk, editor: User) -> None:
    data = b"\xef\xbb\xbf" + WORDS.encode()
    draft = ingest.upload(desk=desk, by=editor, name="bridge.txt", data=data)
    draft.refresh_from_db()
    assert (draft.number, draft.text) == (1, "The bridge opened in 1932.\n\nIt cost “a fortune”.")
    assert draft.length == len(draft.text)
    assert draft.sha256 == hashlib.sha256(draft.text.encode()).hexdigest()
    kept = draft.upload
    assert (kept.name, bytes(kept.content), kept.size) == ("bridge.txt", data, len(data))
    assert kept.sha256 == hashlib.sha256(data).hexdigest()
    assert (draft.article.title, draft.article.desk) == ("The bridge opened in 1932.", desk)
    job = Job.objects.get(draft=draft)
    assert (job.state, job.attempts, job.published_at) == (JobState.QUEUED, 0, None)


def test_the_editor_says_more_about_it(desk: Desk, editor: User) -> None:
    due = datetime(2031, 5, 6, 18, tzinfo=UTC)
    draft = ingest.upload(
        desk=desk,
        by=editor,
        name="bridge.md",
        data=b"# Bridge\n\nIt opened in 1932.",
        title="  The\nbridge\x00 ",
        byline="Staff",
        source_url="https://paper.example/bridge",
        deadline=due,
        note="Mind the date.\nTwice.",
        sensitivity=Sensitivity.SENSITIVE,
    )
    article = Article.objects.get(pk=draft.article_id)
    assert (article.title, article.byline, article.note) == ("The bridge", "Staff", "Mind the date.\nTwice.")
    assert (article.source_url, article.deadline) == ("https://paper.example/bridge", due)
    assert article.sensitivity == Sensitivity.SENSITIVE


def test_pasted_text_is_kept_as_it_was_pasted(desk: Desk, editor: User) -> None:
    draft = ingest.paste(desk=desk, by=editor, text="It opened\x00 in 1932.\r\n")
    assert draft.text == "It opened in 1932."
    assert bytes(Upload.objects.get(draft=draft).content) == b"It opened\x00 in 1932.\r\n"


def test_history_says_who_uploaded_it(desk: Desk, editor: User) -> None:
    draft = ingest.paste(desk=desk, by=editor, text=WORDS)
    context = ArticleEvent.objects.get(pgh_obj=draft.article_id).pgh_context
    assert (context["verb"], context["by"]) == ("upload", editor.pk)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b""),
        ("a.txt", b" \n\t\n"),
        ("a.txt", b"\x7fELF\x00\x01\x02\x03" * 50),
        ("a.txt", b"x" * (5 * 1024 * 1024 + 1)),
        ("a.exe", b"Words."),
    ],
)
def test_what_cannot_be_read_leaves_nothing_behind(desk: Desk, editor: User, name: str, data: bytes) -> None:
    with pytest.raises(IntakeError, match=r"\.$"):
        ingest.upload(desk=desk, by=editor, name=name, data=data)
    assert nothing_is_stored()


@pytest.mark.django_db(transaction=True)
def test_an_upload_that_breaks_off_leaves_nothing_behind(
    desk: Desk, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_fields: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(Job.objects, "create", fail)
    with pytest.raises(ConnectionError):
        ingest.paste(desk=desk, by=editor, text=WORDS)
    assert nothing_is_stored()


def test_names_and_titles_fit_their_columns(desk: Desk, editor: User) -> None:
    draft = ingest.upload(
        desk=desk, by=editor, name="ä" * 400 + ".txt", data=b"One.", title="t" * 900, byline="b" * 900
    )
    assert len(draft.article.title) == 300
    assert len(draft.upload.name) == 255
