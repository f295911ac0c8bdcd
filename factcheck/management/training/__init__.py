"""Trains what the extraction ships as data."""
