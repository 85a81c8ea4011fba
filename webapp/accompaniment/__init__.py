"""Accompaniment under Order 363н: who gives it, who is entitled, how to ask for it, stop it and resume it."""
