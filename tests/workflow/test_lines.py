"""A line on which no claim stands: who says that there is nothing to check, and what follows from it."""

from uuid import UUID, uuid4

import pytest

from factcheck.models import Article, LineAnswer, Passage, User
from factcheck.models.choices import ArticleState, ClaimKind, Reason, Status
from factcheck.text.spans import Span
from factcheck.workflow import articles, clearance, clearing, lines, shaping
from factcheck.workflow.errors import Invalid, Refused
from tests import making
from tests.redrafting import found, redraft


@pytest.fixture
def line(article: Article) -> Passage:
    """A sentence in which the machine found neither a claim nor a reason why there is none."""
    line = article.drafts.get().passages.get(index=2)
    Passage.objects.filter(pk=line.pk).update(reason="")
    return Passage.objects.get(pk=line.pk)


def unread(article: Article) -> list[Passage]:
    return [blocker.line for blocker in clearance.stand(article).blockers if blocker.line]


def read(line: Passage, by: User, **sent: str | UUID) -> LineAnswer:
    return lines.read(line_id=line.pk, by=by, **({"key": uuid4(), "reason": Reason.OPINION} | sent))  # type: ignore[arg-type]


def test_a_line_that_is_read_blocks_no_longer_and_counts_as_read(
    article: Article, line: Passage, reviewer: User
) -> None:
    assert (unread(article), clearance.stand(article).reading.read) == ([line], 0)
    read(line, reviewer)
    assert (unread(article), clearance.stand(article).reading.read) == ([], 1)


def test_a_waived_line_blocks_no_longer_and_does_not_count_as_read(
    article: Article, line: Passage, editor: User
) -> None:
    lines.waive(line_id=line.pk, by=editor, key=uuid4(), note="The page closes now.")
    stand = clearance.stand(article)
    assert unread(article) == []
    assert [(one.line, one.waived_because) for one in stand.waived] == [(line, "The page closes now.")]
    assert stand.reading.read == 0


def test_the_list_of_articles_agrees(
    article: Article, line: Passage, reviewer: User, second_reviewer: User, editor: User
) -> None:
    for claim in article.claims.all():
        making.at(claim, Status.DISMISSED, by=reviewer)
    [row] = articles.page(editor, articles.Filter()).rows
    assert row.state == ArticleState.IN_REVIEW
    read(line, second_reviewer)
    [row] = articles.page(editor, articles.Filter()).rows
    assert row.state == ArticleState.READY
    assert clearing.clear(article_id=article.pk, by=editor, seen=1).article == article


def test_the_reason_of_the_machine_can_be_put_right(article: Article, reviewer: User) -> None:
    line = article.drafts.get().passages.get(index=2)
    assert line.reason == Reason.OPINION
    read(line, reviewer, reason=Reason.PREDICTION)
    assert clearance.answers(article)[making.OPINION].reason == Reason.PREDICTION


def test_the_newest_answer_counts(article: Article, line: Passage, reviewer: User, editor: User) -> None:
    lines.waive(line_id=line.pk, by=editor, key=uuid4(), note="No time.")
    read(line, reviewer)
    assert clearance.stand(article).waived == []
    assert clearance.stand(article).reading.read == 1


def test_a_newer_draft_that_has_the_line_has_its_answer(
    article: Article, line: Passage, reviewer: User, editor: User
) -> None:
    read(line, reviewer)
    text = f"It rained. {making.OPINION} Nobody counted."
    draft = redraft(article, editor, text, found(text, "It rained"))
    assert [draft.text[line.start : line.end] for line in unread(article)] == ["Nobody counted."]


def test_the_same_words_in_another_article_are_another_line(
    article: Article, line: Passage, reviewer: User, editor: User
) -> None:
    other = making.article(article.desk, editor, title="Another")
    Passage.objects.filter(draft__article=other, index=2).update(reason="")
    read(line, reviewer)
    assert len(unread(other)) == 1


def test_a_form_sent_twice_is_one_answer(line: Passage, reviewer: User) -> None:
    key = uuid4()
    assert read(line, reviewer, key=key) == read(line, reviewer, key=key)
    assert LineAnswer.objects.count() == 1


def test_reading_wants_a_reason_and_waiving_a_note(line: Passage, editor: User) -> None:
    with pytest.raises(Invalid, match="Say why it carries no claim"):
        read(line, editor, reason="because")
    with pytest.raises(Invalid, match="Say why this is published"):
        lines.waive(line_id=line.pk, by=editor, key=uuid4(), note=" ")


class TestRefused:
    def test_by_role(self, line: Passage, reader: User, reviewer: User) -> None:
        with pytest.raises(Refused, match="Only reviewers and editors"):
            read(line, reader)
        with pytest.raises(Refused, match="Only editors"):
            lines.waive(line_id=line.pk, by=reviewer, key=uuid4(), note="No time.")

    def test_where_a_claim_stands(self, article: Article, reviewer: User) -> None:
        with pytest.raises(Refused, match="Claim 2 stands on this line"):
            read(article.drafts.get().passages.get(index=1), reviewer)

    def test_where_there_is_nothing_to_waive(self, article: Article, editor: User) -> None:
        with pytest.raises(Refused, match="Nothing about this line stands in the way"):
            lines.waive(line_id=article.drafts.get().passages.get(index=2).pk, by=editor, key=uuid4(), note="No time.")

    def test_in_an_older_draft(self, article: Article, line: Passage, reviewer: User, editor: User) -> None:
        redraft(article, editor, "It rained.", found("It rained.", "It rained"))
        with pytest.raises(Refused, match="A newer draft"):
            read(line, reviewer)

    def test_once_the_article_is_cleared(self, article: Article, reviewer: User, editor: User) -> None:
        for claim in article.claims.all():
            making.at(claim, Status.DISMISSED, by=reviewer)
        clearing.clear(article_id=article.pk, by=editor, seen=1)
        with pytest.raises(Refused, match="This article is cleared"):
            read(article.drafts.get().passages.get(index=2), reviewer)


def test_a_claim_found_later_says_more_than_the_answer(article: Article, line: Passage, reviewer: User) -> None:
    read(line, reviewer)
    shaping.add(
        draft_id=line.draft_id,
        by=reviewer,
        text="It was a wonderful day",
        spans=[Span(line.start, line.end - 1)],
        kind=ClaimKind.STATE,
    )
    assert clearance.stand(article).reading.read == 0
