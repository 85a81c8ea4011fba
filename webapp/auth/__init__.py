"""Sign-in through ЕСИА and sign-out, here and there."""
