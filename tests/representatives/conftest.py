"""A site whose sign-on, register and clock are the test's."""

from tests.support.staged import guest, site, stage

__all__ = ("guest", "site", "stage")
