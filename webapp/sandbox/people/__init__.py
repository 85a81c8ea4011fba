"""The people of the sandbox: invented, each with a stable name and number. One file of `data` is one person."""
