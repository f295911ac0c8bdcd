"""The names of static files: with a digest once they are collected, and before that as they are."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Collected(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # whitenoise has no types
    def stored_name(self, name: str) -> str:
        """Its own for every process: that which collects has no list of digests yet, and has to write one."""
        return str(super().stored_name(name)) if self.hashed_files else name
