"""The sandbox for a web server: one process with threads, `webapp.sandbox.wsgi:app`."""

from webapp.sandbox import create_sandbox

app = create_sandbox()
