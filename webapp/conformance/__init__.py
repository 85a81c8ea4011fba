"""The accessibility statement, and how each criterion of WCAG 2.2 is proven: written by the accessibility tests."""
