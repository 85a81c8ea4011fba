"""Accessibility tests of every page and state: engines, checks of our own, and the browser they drive."""
