"""What belongs to one person: words not sent yet, where they are, how they like to work, what they are told."""

from django.db import models
from django.db.models import Q

from .article import Article, Passage
from .choices import Notice
from .claim import Claim
from .desk import Desk, User


class Unsent(models.Model):
    """What a person has typed into a form and not sent. Gone once the form has done what it is for."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="unsent")
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, null=True, blank=True, related_name="unsent")
    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="Where the form is about an article as a whole; none of the three: a new article.",
    )
    line = models.ForeignKey(
        Passage,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="Where the form is about a line of the text.",
    )
    form = models.CharField(max_length=20, help_text="The verb that the form is for.")
    words = models.JSONField(default=dict, help_text="Field name to what was typed.")
    version = models.PositiveIntegerField(null=True, blank=True, help_text="Of the claim that the page was showing.")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "unsent words"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "claim", "article", "line", "form"], nulls_distinct=False, name="unsent_once_per_form"
            ),
            models.CheckConstraint(
                condition=Q(claim__isnull=True, article__isnull=True)
                | Q(claim__isnull=True, line__isnull=True)
                | Q(article__isnull=True, line__isnull=True),
                name="unsent_is_about_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.form}"


class Presence(models.Model):
    """Who has which page open, as of a few seconds ago. Nothing is lost when it is."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "presence"
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="presence_once_per_article")]

    def __str__(self) -> str:
        return f"{self.user} on {self.article}"


class Preferences(models.Model):
    """How one person likes to work."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="preferences")
    keys_on = models.BooleanField("keyboard shortcuts", default=True)
    keys = models.JSONField(default=dict, blank=True, help_text="Command to the key that the person chose for it.")
    muted = models.JSONField(default=list, blank=True, help_text="Notices that the person does not want.")
    unmailed = models.JSONField(
        default=list, blank=True, help_text="Notices that the person reads here alone, and does not want by e-mail."
    )
    digest = models.BooleanField("e-mail digest", default=True)

    class Meta:
        verbose_name_plural = "preferences"

    def __str__(self) -> str:
        return f"preferences of {self.user}"


class SavedView(models.Model):
    """A queue as one person filtered it, under a name."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_views")
    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500, help_text="The address's query, without the desk.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "desk", "name"], name="view_name_once_per_person_and_desk"),
            models.CheckConstraint(condition=~Q(name=""), name="view_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Notification(models.Model):
    """One thing that a person is told, once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notifications")
    notice = models.CharField(max_length=10, choices=Notice)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    by = models.ForeignKey(
        User,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose act it tells of; empty: the clock's.",
    )
    words = models.TextField(blank=True, help_text="The note or comment, where there is one.")
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["user", "-id"], name="notification_newest"),
            models.Index(fields=["user"], condition=Q(read_at__isnull=True), name="notification_unread"),
            models.Index(
                fields=["id"],
                condition=Q(read_at__isnull=True, mailed_at__isnull=True),
                name="notification_to_mail",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "article"], condition=Q(notice=Notice.DUE_SOON), name="due_soon_told_once"
            )
        ]

    def __str__(self) -> str:
        return self.get_notice_display()
