"""The register of accompaniment (Order 363н): who gives it to a person, and the organisations of a region."""
