"""Trains the English parser from Universal Dependencies treebanks; `program.train` is the way in."""
