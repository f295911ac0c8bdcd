"""From an upload to stored claims: the only place where intake, text, extraction and the store meet.

Nothing here sends a message: whoever uploads or tries again calls `factcheck.tasks.enqueue_split` afterwards.
"""

from .leases import retry, sent, sweep, unsent
from .reading import prepare
from .splitting import split
from .uploading import NotNext, paste, redraft, repaste, upload

__all__ = ["NotNext", "paste", "prepare", "redraft", "repaste", "retry", "sent", "split", "sweep", "unsent", "upload"]
