"""The site administrator's panel: every model listed, searchable and filterable; history is read and never written.

What belongs to one person alone is not here: words not sent yet, previews, notifications, preferences.
"""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin

from . import claims, clearance, history, people, texts

__all__ = ["claims", "clearance", "history", "people", "texts"]

admin.site.site_header = admin.site.site_title = "Factcheck"
admin.site.index_title = "Site administration"
# The same log-in as the desk's; whoever is logged in and no administrator is told so.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign] # allauth's way
