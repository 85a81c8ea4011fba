"""A real screen reader, Orca, without sound: it drives a real browser, and all that it says comes back as text."""
