"""The store: what is true. What must never be true is forbidden by PostgreSQL too."""

from .article import Article, Draft, Job, Passage, Upload
from .citation import Citation
from .claim import Claim, Link
from .comment import Comment
from .desk import Desk, Membership, Rating, RatingScale, User
from .history import (
    ArticleEvent,
    CitationEvent,
    ClaimEvent,
    CommentEvent,
    DeskEvent,
    DraftEvent,
    JobEvent,
    LinkEvent,
    MembershipEvent,
    RatingEvent,
    RatingScaleEvent,
    SignOffEvent,
    VerdictEvent,
    changing,
)
from .verdict import Evidence, SignOff, Verdict

__all__ = [
    "Article",
    "ArticleEvent",
    "Citation",
    "CitationEvent",
    "Claim",
    "ClaimEvent",
    "Comment",
    "CommentEvent",
    "Desk",
    "DeskEvent",
    "Draft",
    "DraftEvent",
    "Evidence",
    "Job",
    "JobEvent",
    "Link",
    "LinkEvent",
    "Membership",
    "MembershipEvent",
    "Passage",
    "Rating",
    "RatingEvent",
    "RatingScale",
    "RatingScaleEvent",
    "SignOff",
    "SignOffEvent",
    "Upload",
    "User",
    "Verdict",
    "VerdictEvent",
    "changing",
]
