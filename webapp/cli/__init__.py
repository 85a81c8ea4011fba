"""Commands: set up, load, run."""
