"""Raised with every change that may change what is extracted; drafts remember which version read them."""

EXTRACTOR_VERSION = "15"
