"""ЕСИА as its clients see it: profile `v2v3-raw` (authorise by v2, token by v3, raw signatures)."""
