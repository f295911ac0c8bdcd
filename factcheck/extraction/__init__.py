"""From cleaned text to claims: who says what, statement by statement, and how much each is worth checking.

`pipeline.extract(text)` is the way in, `records` what comes out.
"""
