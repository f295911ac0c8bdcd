"""What an editor submits: an article, its drafts, the original upload, and every passage of a draft."""

import uuid
from datetime import date, datetime
from typing import Self, TypedDict

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from .belonging import belongs
from .choices import JobState, PassageKind, Reason, Sensitivity
from .desk import Desk, User
from .frozen import frozen

PROSE = frozenset({PassageKind.SENTENCE, PassageKind.HEADLINE, PassageKind.CAPTION})


class Details(TypedDict, total=False):
    """What an editor says of an article, when it is handed in and later; the deadline has a time zone."""

    title: str
    byline: str
    source_url: str
    published_on: date | None
    deadline: datetime | None
    note: str
    sensitivity: str


DETAILS = tuple(Details.__annotations__)


class ArticleQuerySet(models.QuerySet["Article"]):
    def for_user(self, user: User) -> Self:
        return self.filter(desk__in=user.roles)


class Article(models.Model):
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="articles")
    title = models.CharField(max_length=300)
    byline = models.CharField(max_length=200, blank=True)
    source_url = models.URLField("source URL", max_length=2000, blank=True)
    published_on = models.DateField(
        null=True, blank=True, help_text="The day on which the text appeared, or is to appear."
    )
    deadline = models.DateTimeField(null=True, blank=True)
    note = models.TextField("note to reviewers", blank=True)
    sensitivity = models.CharField(max_length=10, choices=Sensitivity, default=Sensitivity.NORMAL)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="article_has_a_title"),
            models.UniqueConstraint(fields=["id", "desk"], name="article_and_desk"),
        ]
        indexes = [
            models.Index(fields=["desk", "-id"], name="article_by_desk_newest"),
            models.Index(fields=["deadline"], condition=Q(deadline__isnull=False), name="article_due"),
        ]
        triggers = [frozen(pgtrigger.Update, article="touched.id", condition=pgtrigger.AnyChange(*DETAILS))]

    def __str__(self) -> str:
        return self.title

    @cached_property
    def is_cleared(self) -> bool:
        """Whether nothing about it changes; asked once."""
        return self.clearances.filter(withdrawn_at=None).exists()


class Upload(models.Model):
    """A file byte for byte as it came: an article's original, or evidence.

    Kept in the database, so that one transaction holds all of what it belongs to.
    """

    name = models.CharField(max_length=255, help_text="The file's name, or what stands for it when text was pasted.")
    content = models.BinaryField()
    size = models.PositiveIntegerField(help_text="In bytes.")
    sha256 = models.CharField(max_length=64)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False, help_text="Of the request that sent it.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        triggers = [pgtrigger.Protect(name="upload_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def key_in(request: uuid.UUID, sha256: str) -> uuid.UUID:
        """The key of these bytes in that request: one may carry several files, and be sent again with others."""
        return uuid.uuid5(request, sha256)


class Draft(models.Model):
    """One numbered version of an article's text: cleaned, and immutable once stored."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="drafts")
    number = models.PositiveSmallIntegerField(default=1)
    upload = models.OneToOneField(Upload, on_delete=models.PROTECT, related_name="draft")
    text = models.TextField()
    length = models.PositiveIntegerField(help_text="In Unicode code points.")
    sha256 = models.CharField(max_length=64, help_text="Of the cleaned text, UTF-8.")
    extractor_version = models.CharField(max_length=40, blank=True)
    remark = models.TextField(
        blank=True, help_text="What the extraction says of the text as a whole: its language is not English, say."
    )
    unread = models.TextField(blank=True, help_text="What of the upload could not be read, as a sentence.")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="draft_number_once_per_article"),
            models.UniqueConstraint(fields=["id", "article"], name="draft_and_article"),
            models.CheckConstraint(condition=Q(length__gt=0), name="draft_is_not_empty"),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="draft_text_is_immutable",
                fields=["article", "number", "upload", "text", "length", "sha256", "unread"],
            ),
            pgtrigger.Protect(name="draft_is_kept", operation=pgtrigger.Delete),
            frozen(pgtrigger.Insert, article="touched.article_id"),
        ]

    def __str__(self) -> str:
        return f"{self.article}, draft {self.number}"


class Job(models.Model):
    """The extraction of one draft: who has it, until when, and how far it is.

    `token` is a fencing token: it grows with every lease, and what a worker with an older one writes is refused.
    """

    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="job")
    state = models.CharField(max_length=10, choices=JobState, default=JobState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.PositiveIntegerField(default=0)
    leased_until = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True, help_text="When a message for it was last sent.")
    sentences_done = models.PositiveIntegerField(default=0)
    sentences_total = models.PositiveIntegerField(default=0)
    claims_found = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True, help_text="Why it failed, as a sentence for the editor.")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=JobState.RUNNING) | Q(leased_until__isnull=False),
                name="running_job_has_a_lease",
            ),
            models.CheckConstraint(condition=~Q(state=JobState.FAILED) | ~Q(error=""), name="failed_job_says_why"),
        ]
        indexes = [
            models.Index(
                fields=["published_at"],
                condition=Q(state__in=[JobState.QUEUED, JobState.RUNNING]),
                name="job_unfinished",
            )
        ]

    def __str__(self) -> str:
        return f"{self.draft}: {self.get_state_display().lower()}"


class Passage(models.Model):
    """One stretch of a draft. A sentence either carries claims or states the reason why it carries none."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="passages")
    index = models.PositiveIntegerField(help_text="From 0, in reading order.")
    paragraph = models.PositiveIntegerField(help_text="From 1.")
    start = models.PositiveIntegerField(help_text="Code points from the start of the draft.")
    end = models.PositiveIntegerField(help_text="Code points, exclusive.")
    kind = models.CharField(max_length=12, choices=PassageKind)
    reason = models.CharField(
        max_length=20,
        choices=Reason,
        blank=True,
        help_text="Why it carries no checkable claim; empty: it does.",
    )
    reported = models.JSONField(
        default=list,
        blank=True,
        help_text="Chains of those who say it, where what they say is not checkable.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "index"], name="passage_index_once_per_draft"),
            models.UniqueConstraint(fields=["draft", "start"], name="passage_start_once_per_draft"),
            models.UniqueConstraint(fields=["id", "draft"], name="passage_and_draft"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="passage_is_not_empty"),
        ]
        triggers = [
            belongs(
                "passage_lies_inside_the_text",
                where='SELECT 1 FROM factcheck_draft WHERE id = NEW.draft_id AND NEW."end" <= length',
                what="passage ends after its text",
            ),
            pgtrigger.ReadOnly(
                name="passage_stays_in_its_place", fields=["draft", "index", "paragraph", "start", "end"]
            ),
            pgtrigger.Protect(name="passage_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.index + 1} of {self.draft}"

    @property
    def is_prose(self) -> bool:
        """Whether somebody has to read it as a statement: sentences, headlines and captions."""
        return self.kind in PROSE
