"""The site administrator's panel."""
