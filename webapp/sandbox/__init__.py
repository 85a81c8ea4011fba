"""The sandbox: an application of its own that behaves like the systems of the state. Invented people, no database.

`create_sandbox` builds it. docs/sandbox.md tells how it is used, docs/outside-systems.md what it promises.
"""

from flask import Flask, Response, g

from webapp.core import access, clock, input_limits, logging, security_headers, static_files, templates
from webapp.sandbox import doors, errors, speech, world
from webapp.sandbox.control import pages as control_pages
from webapp.sandbox.control import refusals as control_refusals
from webapp.sandbox.esia import endpoints as esia_endpoints
from webapp.sandbox.esia import exchanges as esia_exchanges
from webapp.sandbox.esia import gateway, provider, second_step
from webapp.sandbox.esia import pages as esia_pages
from webapp.sandbox.people.loading import load
from webapp.sandbox.registers.accompaniment import endpoints as accompaniment_endpoints
from webapp.sandbox.registers.programmes import endpoints as programmes_endpoints
from webapp.settings import PROJECT_ROOT, Settings

BLUEPRINTS = (
    control_pages.blueprint,
    control_refusals.blueprint,
    esia_pages.blueprint,
    second_step.blueprint,
    esia_exchanges.blueprint,
    esia_endpoints.blueprint,
    gateway.blueprint,
    programmes_endpoints.blueprint,
    accompaniment_endpoints.blueprint,
)


LONGEST_ADDRESS = 8000
"""A request of v1 carries a container with the site's certificate: more than addresses of the site may hold."""


class RefusedInProduction(RuntimeError):
    """Production speaks to the real systems, never to the sandbox."""


def create_sandbox(settings: Settings | None = None) -> Flask:
    """Build the sandbox for the given settings (by default those of the environment).

    Raises RefusedInProduction, BadPerson when the data of the people cannot be used, UndeclaredAccess when an endpoint
    does not say whom it is for.
    """
    settings = settings or Settings()
    if settings.is_production:
        raise RefusedInProduction("ORIENTIR_ENV is production: the sandbox is for demonstrations and tests")
    app = Flask("webapp.sandbox", static_folder=None, template_folder=str(PROJECT_ROOT / "templates"))
    app.jinja_environment = templates.Templates
    app.config.update(
        SETTINGS=settings,
        TRUSTED_HOSTS=["localhost"],
        TESTING=settings.env == "test",
        PROPAGATE_EXCEPTIONS=False,
    )
    clock.init_app(app, clock.ShiftedClock(settings.data_dir / clock.SHIFT_FILE))
    _prepare(app, settings)
    day = settings.sandbox_day or clock.SystemClock().now().astimezone(clock.MOSCOW).date()
    world.attach(app.extensions, world.World(load(day)))
    provider.init_app(app, settings)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    access.verify(app)
    return app


def _prepare(app: Flask, settings: Settings) -> None:
    """What happens around every view. After-request functions run in reverse order of their registration."""
    logging.init_app(app, settings)
    app.after_request(_let_forms_lead_on)
    security_headers.init_app(app, settings)
    input_limits.init_app(app, settings.model_copy(update={"longest_address": LONGEST_ADDRESS}))
    doors.init_app(app)
    errors.init_app(app)
    templates.init_app(app)
    speech.init_app(app)
    static_files.init_app(app, settings)
    app.jinja_env.globals["site_address"] = settings.own_url


def _let_forms_lead_on(response: Response) -> Response:
    """A form of a sign-in ends at the site that asked: browsers hold the policy against redirects too."""
    if "leads_to" in g:
        response.headers["Content-Security-Policy"] = security_headers.policy(forms_end_at=g.leads_to)
    return response
