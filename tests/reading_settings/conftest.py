"""A site whose readers choose how pages are shown."""

from tests.support.staged import guest, site, stage

__all__ = ("guest", "site", "stage")
