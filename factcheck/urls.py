"""The table of contents: one verb, one URL, one view of the same name."""

from allauth.account import views as account
from django.contrib import admin
from django.urls import path, re_path

from factcheck.web.views import (
    articles,
    citations,
    claims,
    comments,
    exports,
    preferences,
    proof,
    queue,
    unsent,
    verdicts,
)

urlpatterns = [
    path("", articles.home, name="home"),
    path("articles/", articles.index, name="article-list"),
    path("articles/new/", articles.new, name="article-new"),
    path("articles/<int:pk>/", proof.detail, name="article-detail"),
    path("articles/<int:pk>/progress/", articles.progress, name="article-progress"),
    path("articles/<int:pk>/retry/", articles.retry, name="article-retry"),
    path("articles/<int:pk>/original/", articles.original, name="article-original"),
    path("claims/<int:pk>/", claims.detail, name="claim-detail"),
    path("claims/<int:pk>/take/", claims.take, name="claim-take"),
    path("claims/<int:pk>/assign/", claims.assign, name="claim-assign"),
    path("claims/<int:pk>/release/", claims.release, name="claim-release"),
    path("claims/<int:pk>/dismiss/", claims.dismiss, name="claim-dismiss"),
    path("claims/<int:pk>/restore/", claims.restore, name="claim-restore"),
    path("claims/<int:pk>/submit/", verdicts.submit, name="claim-submit"),
    path("claims/<int:pk>/sign-off/", verdicts.sign_off, name="claim-sign-off"),
    path("claims/<int:pk>/send-back/", verdicts.send_back, name="claim-send-back"),
    path("claims/<int:pk>/second/", verdicts.second, name="claim-second"),
    path("claims/<int:pk>/adjudicate/", verdicts.adjudicate, name="claim-adjudicate"),
    path("claims/<int:pk>/confirm/", verdicts.confirm, name="claim-confirm"),
    path("claims/<int:pk>/reopen/", verdicts.reopen, name="claim-reopen"),
    path("claims/<int:pk>/cite/", citations.cite, name="claim-cite"),
    path("citations/<int:pk>/uncite/", citations.uncite, name="citation-uncite"),
    path("claims/<int:pk>/comment/", comments.comment, name="claim-comment"),
    path("comments/<int:pk>/resolve/", comments.resolve, name="comment-resolve"),
    path("unsent/", unsent.keep, name="unsent"),
    path("queue/", queue.index, name="queue"),
    path("exports/", exports.index, name="export-list"),
    path("exports/verdicts.csv", exports.verdicts, name="export-verdicts"),
    path("exports/citations.csv", exports.citations, name="export-citations"),
    path("preferences/", preferences.detail, name="preferences"),
    path("preferences/choose-keys/", preferences.choose_keys, name="preferences-choose-keys"),
    path("preferences/reset-keys/", preferences.reset_keys, name="preferences-reset-keys"),
    path("admin/", admin.site.urls),
    # Of allauth only what people of a desk need; accounts are made in the panel.
    path("accounts/login/", account.login, name="account_login"),
    path("accounts/logout/", account.logout, name="account_logout"),
    path("accounts/password/change/", account.password_change, name="account_change_password"),
    path("accounts/password/reset/", account.password_reset, name="account_reset_password"),
    path("accounts/password/reset/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^accounts/password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "accounts/password/reset/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
