"""A site where guests and people keep products."""

from tests.support.staged import guest, site, stage

__all__ = ("guest", "site", "stage")
