"""The site for a web server: `gunicorn wsgi:app`."""

from webapp import create_app

app = create_app()
