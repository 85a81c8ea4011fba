"""The registers of the state as other systems see them."""
