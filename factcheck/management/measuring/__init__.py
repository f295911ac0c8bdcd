"""How good the extraction is: one module for each kind of set, beside the simplest thing that could work."""
