"""What may be entrusted to who acts for another, and why it may not be done (any more). Pure."""

from enum import StrEnum


class Function(StrEnum):
    """What may be entrusted, one by one."""

    VIEW = "view"
    """See the programme and what it gives."""
    FAVOURITES = "favourites"
    TSR = "tsr"
    """Applications for aids."""
    ACCOMPANIMENT = "accompaniment"
    """Applications for accompaniment (Order 363н)."""
    CONSENT = "consent"
    """Consents to the processing of personal data."""


class Refused(StrEnum):
    """Why somebody may not act for a person, or may not do this for them. Each has its words."""

    UNPROVEN = "unproven"
    """Neither the person nor a document has confirmed the claim yet."""
    RETURNED = "returned"
    """The person, or who checked the document, wants it corrected."""
    DECLINED = "declined"
    NOT_YET = "not_yet"
    """Its first day has not come."""
    OVER = "over"
    """Its last day has passed."""
    GROWN_UP = "grown_up"
    """The child is eighteen."""
    WITHDRAWN = "withdrawn"
    """The person has ended the access."""
    GIVEN_UP = "given_up"
    """The representative does not want to act any more."""
    REPLACED = "replaced"
    """Another representative has been appointed."""
    NOT_TOLD = "not_told"
    """The system that had proven it does not tell of it any more."""
    OUT_OF_SCOPE = "out_of_scope"
    """Somebody may act for the person, but may not do this."""
    NONE = "none"
    """There is no such authority."""
