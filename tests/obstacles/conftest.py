"""A site to which visitors report what is in their way, with a clock that the test moves."""

from tests.support.staged import guest, site, stage

__all__ = ("guest", "site", "stage")
