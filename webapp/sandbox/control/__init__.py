"""What the people who work with the sandbox see: who lives in it, its clock, failures on demand."""
