"""Products as sets of places: what lists, filters, counts and search are answered from.

A place is a product's number in the order of names. For every key (a kind, a value, a dictionary form) the places that
have it are one compressed set; answers are intersections of sets, and their sizes are exact counts.
"""
