"""How much can be handed in at once."""

MOST_UPLOAD_BYTES = 5 * 1024 * 1024
# A text of this length takes the extraction well under a minute, and is longer than any newspaper article.
MOST_CHARACTERS = 1_000_000
