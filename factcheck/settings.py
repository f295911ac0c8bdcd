"""One file of settings, safe when nothing is set, driven by the environment.

Every one can also be given as a file: SECRET_KEY_FILE, DATABASE_URL_FILE and so on. README § Deploy lists them.
"""

import secrets
import warnings
from pathlib import Path
from typing import Any

import dj_database_url
import dj_email_url
from csp.constants import NONE, SELF
from environs import FileAwareEnv

from factcheck.engine.postgres import default_url

env = FileAwareEnv(strip_whitespace=True)

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = env.path("VAR_DIR", BASE_DIR / "var").resolve()  # the local engines' data; nothing else is written to disk

DEBUG = env.bool("DEBUG", False)
# Without a key every process makes its own: safe, but a restart logs people out. `manage.py up` keeps one in VAR_DIR.
SECRET_KEY = env.str("SECRET_KEY", "") or secrets.token_urlsafe(64)
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])

# HTTPS says that people reach the desk through a proxy that speaks TLS and sets X-Forwarded-Proto and -For.
HTTPS = env.bool("HTTPS", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "factcheck.web.accounts.out_of_date"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []
SESSION_COOKIE_AGE = env.int("SESSION_HOURS", 12) * 3600
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "factcheck",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "factcheck.web.middleware.unkept",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "factcheck.web.middleware.plain_address",
    "factcheck.web.middleware.session_ended",
    "factcheck.web.middleware.wrong_method",
]

ROOT_URLCONF = "factcheck.urls"
WSGI_APPLICATION = "factcheck.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "factcheck.web.preferences.own_keys",
            ],
        },
    }
]

DATABASES = {
    "default": {
        **dj_database_url.parse(env.str("DATABASE_URL", "") or default_url(VAR_DIR)),
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": env.int("DATABASE_CONN_MAX_AGE", 60),
        "ATOMIC_REQUESTS": False,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Rate limits count in the cache, so all web processes have to share one; the database is what they always share.
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "factcheck_cache",
        # Beyond this, counts that still hold are thrown away: whoever tries many names could make the desk forget them.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
if CACHE_URL := env.str("CACHE_URL", ""):
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": CACHE_URL}}

# The time of the change itself, so that several in one transaction keep their order.
PGHISTORY_CREATED_AT_FUNCTION = "CLOCK_TIMESTAMP()"

CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", "")  # empty: the queue in the local PostgreSQL (factcheck.celery)

# The splitting of an article. A worker says every second or so that it is still there; one that has been silent for as
# long as the lease is taken for lost.
SPLIT_LEASE_SECONDS = env.float("SPLIT_LEASE_SECONDS", 30.0)
SPLIT_TIME_SECONDS = env.float("SPLIT_TIME_SECONDS", 120.0)
SPLIT_MEMORY_MB = env.int("SPLIT_MEMORY_MB", 1024)
SPLIT_QUEUED_SECONDS = env.float("SPLIT_QUEUED_SECONDS", 60.0)  # then its message is taken for lost, and sent again
SWEEP_SECONDS = env.float("SWEEP_SECONDS", 5.0)

AUTH_USER_MODEL = "factcheck.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "factcheck.web.accounts.Adapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by the site administrator; nobody signs up
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_FORMS = {"login": "factcheck.web.accounts.LogInForm"}
ACCOUNT_SESSION_REMEMBER = True  # for SESSION_HOURS; nobody is asked
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # a reset asked for an address without an account sends nothing
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Factcheck] "
# Log-ins are limited by address: that of the person, not of the proxy that all of them come through.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PROXIES", 1 if HTTPS else 0)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.str("TIME_ZONE", "UTC")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # nothing is kept in files yet
    "staticfiles": {"BACKEND": "factcheck.web.collected.Collected"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site has a use for them
# Until they are collected the files are served from where they stand.
if not (STATIC_ROOT / "staticfiles.json").is_file():
    WHITENOISE_USE_FINDERS = True
    warnings.filterwarnings("ignore", message="No directory at", category=UserWarning)

globals().update(dj_email_url.parse(env.str("EMAIL_URL", "") or "console:"))  # EMAIL_BACKEND, EMAIL_HOST and so on
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "factcheck@localhost")
DIGEST_MINUTES = env.float("DIGEST_MINUTES", 30.0)
# Where people reach the desk: the links in its e-mails begin with it. Without HTTPS, `manage.py up` knows its own.
DESK_URL = env.str("DESK_URL", "") or (f"https://{ALLOWED_HOSTS[0]}" if HTTPS else "http://localhost:8000")
DESK_URL = DESK_URL.rstrip("/")

# Whether the desk fetches a page of the web for an editor who gives its address.
FETCH_PAGES = env.bool("FETCH_PAGES", True)

# Uploads: the intake refuses anything larger with a sentence; this is the wall behind it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["factcheck.web.uploads.Bounded"]  # unpublished text never touches the disk

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "factcheck.logs.Discreet", "format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", "INFO")},
    # Celery has three lines for every round of the sweep; what the tasks do is told by the tasks.
    "loggers": {name: {"level": "WARNING"} for name in ("celery.worker.strategy", "celery.app.trace", "celery.beat")},
}
