"""What leaves the desk: `choice` says which claims, `columns` what of them, `csv` and `claimreview` how.

`corrections` are those of one article, `tables` how what Python works out becomes CSV, `redline` an article's text with
suggested changes as a Word file.
"""
