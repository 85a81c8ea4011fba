"""What a person's programme says: the register of programmes (ИПРА)."""
