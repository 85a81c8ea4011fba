"""Pages that belong to no feature: home, help, words, data."""
