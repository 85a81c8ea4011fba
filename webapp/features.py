"""The table of contents: every feature, its address and its models. To delete a feature, delete its line here."""

from flask import Flask

from webapp.catalogue import views as catalogue
from webapp.health import views as health
from webapp.pages import views as pages
from webapp.style_guide import views as style_guide


def register(app: Flask, *, is_production: bool) -> None:
    """Attach every feature's blueprint. Importing the views also imports the models.

    The style guide is for those who build: its pages of errors would let anybody feign a failure of the real site.
    """
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(catalogue.blueprint)
    app.register_blueprint(health.blueprint, url_prefix="/health")
    if not is_production:
        app.register_blueprint(style_guide.blueprint, url_prefix="/style-guide")
