"""A site whose sign-on the test plays."""

from tests.support.played import one_site, site

__all__ = ("one_site", "site")
