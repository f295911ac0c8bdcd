"""How much can be handed in at once."""

MOST_UPLOAD_BYTES = 5 * 1024 * 1024
# Some 30,000 words, longer than any newspaper article; beyond that, a page of proof is more than a browser draws well.
MOST_CHARACTERS = 200_000
