"""Outside systems, each behind a port: a small contract, an HTTP client, a place in the sandbox."""
