"""The words the rules know by name. Lists of English, kept by hand."""
