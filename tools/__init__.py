"""Tools that a fresh machine needs before anything is installed."""
