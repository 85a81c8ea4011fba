"""Engines made by others, each behind one function that answers with findings."""
