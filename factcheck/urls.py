"""The table of contents: one verb, one URL, one view of the same name."""

from django.contrib import admin
from django.urls import include, path

from factcheck.web.views import citations, claims, comments, proof, verdicts

urlpatterns = [
    path("articles/<int:pk>/", proof.detail, name="article-detail"),
    path("claims/<int:pk>/", claims.detail, name="claim-detail"),
    path("claims/<int:pk>/take/", claims.take, name="claim-take"),
    path("claims/<int:pk>/assign/", claims.assign, name="claim-assign"),
    path("claims/<int:pk>/release/", claims.release, name="claim-release"),
    path("claims/<int:pk>/dismiss/", claims.dismiss, name="claim-dismiss"),
    path("claims/<int:pk>/restore/", claims.restore, name="claim-restore"),
    path("claims/<int:pk>/submit/", verdicts.submit, name="claim-submit"),
    path("claims/<int:pk>/sign-off/", verdicts.sign_off, name="claim-sign-off"),
    path("claims/<int:pk>/send-back/", verdicts.send_back, name="claim-send-back"),
    path("claims/<int:pk>/reopen/", verdicts.reopen, name="claim-reopen"),
    path("claims/<int:pk>/cite/", citations.cite, name="claim-cite"),
    path("citations/<int:pk>/uncite/", citations.uncite, name="citation-uncite"),
    path("claims/<int:pk>/comment/", comments.comment, name="claim-comment"),
    path("comments/<int:pk>/resolve/", comments.resolve, name="comment-resolve"),
    path("admin/", admin.site.urls),
    path("accounts/", include("allauth.account.urls")),
]
