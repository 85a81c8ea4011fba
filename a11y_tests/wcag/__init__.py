"""The matrix of WCAG 2.2: each criterion, whether it applies, how it is proven, and what came of it."""
