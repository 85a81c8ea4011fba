"""Consents to the processing of personal data: documents of their own, given, withdrawn, and what needs them."""
