"""What an electronic certificate is worth, what the person adds, and which region issues it."""
