"""What leaves the desk: `choice` says which claims, `columns` what of them, `csv` and `claimreview` how.

`corrections` are rows of one article, `figures` tables, `redline` its text with suggested changes as a Word file.
"""
