"""The catalogue: the classification to walk through, products to choose."""
