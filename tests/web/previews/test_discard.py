"""A preview is given up: nothing of it stays."""

from django.urls import reverse

from factcheck.models import Article, Draft, HeldUpload, Preview, User
from tests import making
from tests.web.previews.questions import Questions


class TestDiscard(Questions):
    verb = "discard"


def test_the_bytes_and_the_words_go(page_preview: Preview, editor: User, login: making.Login) -> None:
    answer = login(editor).post(reverse("preview-discard", args=[page_preview.pk]), follow=True)
    assert "nothing of it was stored" in answer.content.decode()
    assert not any(model.objects.exists() for model in (Preview, HeldUpload, Draft))


def test_what_was_stored_meanwhile_is_kept_and_shown(page_preview: Preview, editor: User, login: making.Login) -> None:
    login(editor).post(reverse("preview-store", args=[page_preview.pk]))
    answer = login(editor).post(reverse("preview-discard", args=[page_preview.pk]), follow=True)
    assert answer.request["PATH_INFO"] == reverse("article-detail", args=[Article.objects.get().pk])
    assert "nothing of it was stored" not in answer.content.decode()


def test_that_of_a_draft_leads_back_to_its_article(
    draft_preview: Preview, article: Article, editor: User, login: making.Login
) -> None:
    answer = login(editor).post(reverse("preview-discard", args=[draft_preview.pk]))
    assert answer["Location"] == reverse("article-detail", args=[article.pk])
