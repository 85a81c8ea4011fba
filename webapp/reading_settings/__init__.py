"""«Настройки чтения»: the page where a reader chooses how pages are shown, and the profile that remembers it."""
