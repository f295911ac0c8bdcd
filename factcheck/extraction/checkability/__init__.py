"""Whether a statement can be checked, and if not, why: one module for each reason."""
