"""A name for a text that is the same wherever the same words stand."""

import hashlib

from factcheck.text.cleaning import clean


def fingerprint(text: str) -> str:
    """SHA-256, in 64 hexadecimal digits, of the cleaned text in UTF-8."""
    return hashlib.sha256(clean(text).encode()).hexdigest()
