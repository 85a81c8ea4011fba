"""Documents: one source, four forms that say the same: a page, a tagged PDF, a Braille file, a script to read out."""
