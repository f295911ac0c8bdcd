"""How much can be handed in at once."""

MOST_UPLOAD_BYTES = 5 * 1024 * 1024
# Some 30,000 words, longer than any newspaper article; beyond that, a page of proof is more than a browser draws well.
MOST_CHARACTERS = 200_000


def too_large(name: str, size: int) -> str:
    """Why a file of `size` bytes is not read, as a sentence; an empty string where it is."""
    if size <= MOST_UPLOAD_BYTES:
        return ""
    return f"{name} has {megabytes(size)} MB; at most {megabytes(MOST_UPLOAD_BYTES)} MB can be read."


def megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f}".removesuffix(".0")
