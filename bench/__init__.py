"""Repeatable measurements: ratios to a floor taken in the same run, so that the machine's mood cancels out."""
