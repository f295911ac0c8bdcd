"""Every stretch of a text and what it is."""
