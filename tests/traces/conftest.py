"""A site whose sign-on, register and clock the test plays."""

from tests.support.staged import guest, site, stage

__all__ = ("guest", "site", "stage")
