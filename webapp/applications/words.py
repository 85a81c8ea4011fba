"""What templates of applications ask for."""

from flask import Flask

from webapp.applications.reading import said, titled


def init_app(app: Flask) -> None:
    app.jinja_env.filters["answer_of"] = said
    app.jinja_env.filters["titled"] = titled
