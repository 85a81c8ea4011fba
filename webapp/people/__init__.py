"""People who have signed in: who they are by ЕСИА."""
