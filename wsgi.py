"""The site for a web server: `gunicorn wsgi:app`."""

from webapp import create_app
from webapp.core.templates import load_all

app = create_app()
load_all(app)
