"""Filters of a list: what may be asked of the products of a kind, what is asked, what remains, in which order."""
