"""The house itself: what every feature stands on. Knows no feature."""
