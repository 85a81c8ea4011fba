"""Products that somebody keeps: a guest while their browser is open, a person for as long as they like."""
