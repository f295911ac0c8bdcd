"""What no template may contain: the Content-Security-Policy would silently stop it from working."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

ROOT = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.html"))

SWAPS = "outerHTML|innerHTML|beforeend|afterbegin|beforebegin|afterend|delete|none"
FORBIDDEN = {
    "an hx-on handler": r"\bhx-on\b",
    "a js: or javascript: value": r"""=\s*["']\s*(js|javascript):""",
    "an inline style": r"<style\b|\sstyle\s*=",
    "an inline script": r"<script(?![^>]*\bsrc=)",
    "an inline handler": r"<[^>]*\son[a-z]+\s*=",
    "a filter on a trigger": r"""\bhx-trigger\s*=\s*["'][^"']*\[""",
    "values worked out by eval": r"""\bhx-(vars|vals|headers)\s*=\s*["']\s*js:""",
    "a swap whose name has the wrong case": rf"""\bhx-swap\s*=\s*["'](?!({SWAPS})\b)""",
}


@pytest.mark.parametrize("what", FORBIDDEN)
@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_contains(name: str, what: str) -> None:
    found = re.search(FORBIDDEN[what], (ROOT / name).read_text(encoding="utf-8"))
    assert not found, f"{name} contains {what}: {found and found[0]}"


@pytest.mark.parametrize("name", TEMPLATES)
def test_whatever_htmx_posts_is_a_form_that_works_without_it(name: str) -> None:
    for tag in re.findall(r"<[^>]*\bhx-post=[^>]*>", (ROOT / name).read_text(encoding="utf-8")):
        action = re.search(r'\baction="([^"]*)"', tag)
        assert tag.startswith("<form")
        assert action
        assert f'hx-post="{action[1]}"' in tag


@pytest.mark.parametrize("name", TEMPLATES)
def test_whatever_htmx_gets_is_a_link_that_works_without_it(name: str) -> None:
    for tag in re.findall(r"<a\b[^>]*\bhx-get=[^>]*>", (ROOT / name).read_text(encoding="utf-8")):
        link = re.search(r'\bhref="([^"]*)"', tag)
        assert link
        assert f'hx-get="{link[1]}"' in tag


@pytest.mark.parametrize("name", TEMPLATES)
def test_whatever_is_kept_while_it_is_typed_outlives_the_session_too(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for form in re.findall(r"<form\b[^>]*\bdata-keep=.*?</form>", text, re.DOTALL):
        assert 'name="kept"' in form or 'include "components/_kept.html"' in form


@pytest.mark.parametrize("name", TEMPLATES)
def test_it_compiles(name: str) -> None:
    assert get_template(name)
