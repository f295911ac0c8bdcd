"""The English parser: tags, dependencies, sentence starts and dictionary forms, by spaCy with weights that ship here.

`loading.load()` gives it; `MODEL_CARD.md` says what it learned from, how good it is and where it errs.
"""
