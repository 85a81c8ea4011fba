"""«Ориентир»: the site. `create_app` builds it in a few named steps."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp import features
from webapp.catalogue import comparison_words, taken_views, words
from webapp.certificates import words as certificates_words
from webapp.conformance import words as conformance_words
from webapp.consents import words as consents_words
from webapp.core import (
    access,
    addresses,
    clock,
    csrf,
    database,
    encryption,
    errors,
    http_cache,
    input_limits,
    kept_forms,
    listing,
    locale,
    logging,
    navigation,
    news,
    noted_requests,
    number_marks,
    rate_limits,
    reading,
    region_cookie,
    security_headers,
    sessions,
    spoken,
    static_files,
    templates,
    web_compression,
)
from webapp.documents import answers as document_answers
from webapp.favourites import words as favourites_words
from webapp.gateways import registry
from webapp.ipra import formats
from webapp.reference import codes, units
from webapp.representatives import words as representatives_words
from webapp.settings import PROJECT_ROOT, Settings
from webapp.traces import words as traces_words


def create_app(settings: Settings | None = None) -> Flask:
    """Build the site for the given settings (by default those of the environment).

    Raises `access.UndeclaredAccess` when an endpoint does not say who may call it, pydantic's ValidationError when a
    setting cannot be used.
    """
    settings = settings or Settings()
    app = Flask("webapp", static_folder=None, template_folder=str(PROJECT_ROOT / "templates"))
    _configure(app, settings)
    _prepare_requests(app, settings)
    _prepare_pages(app, settings)
    app.url_map.converters.update(codes.CONVERTERS)
    units.init_app(app)
    words.init_app(app)
    comparison_words.init_app(app)
    taken_views.init_app(app)
    certificates_words.init_app(app)
    formats.init_app(app)
    representatives_words.init_app(app)
    consents_words.init_app(app)
    traces_words.init_app(app)
    conformance_words.init_app(app)
    favourites_words.init_app(app)
    document_answers.init_app(app)
    registry.init_app(app, settings)
    features.register(app, is_production=settings.is_production)
    access.verify(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.jinja_environment = templates.Templates
    keys = settings.signing_keys()
    app.config.update(
        SECRET_KEY=keys[0],
        SECRET_KEY_FALLBACKS=keys[1:],
        SETTINGS=settings,
        TRUSTED_HOSTS=list(settings.host_names()),
        TESTING=settings.env == "test",
        PROPAGATE_EXCEPTIONS=False,
    )
    shift_file = settings.data_dir / clock.SHIFT_FILE
    clock.init_app(app, clock.SystemClock() if settings.is_production else clock.ShiftedClock(shift_file))


def _prepare_requests(app: Flask, settings: Settings) -> None:
    """What happens around every view. After-request functions run in reverse order of their registration."""
    logging.init_app(app, settings)
    security_headers.init_app(app, settings)
    web_compression.init_app(app)
    database.init_app(app, settings)
    encryption.init_app(app, settings)
    sessions.init_app(app, settings)
    input_limits.init_app(app, settings)
    kept_forms.init_app(app)
    access.init_app(app, features.WAYS, features.AUTHORITIES)
    csrf.init_app(app)
    rate_limits.init_app(app, settings)  # after csrf: forms of other sites must not use up a person's own
    noted_requests.init_app(app)
    errors.init_app(app)
    http_cache.init_app(app, settings)


def _prepare_pages(app: Flask, settings: Settings) -> None:
    locale.init_app(app)
    reading.init_app(app, settings, features.READING_PROFILE)
    region_cookie.init_app(app, settings)
    spoken.init_app(app)
    listing.init_app(app)
    templates.init_app(app)
    addresses.init_app(app)
    navigation.init_app(app, features.MENUS)
    news.init_app(app)
    static_files.init_app(app, settings)
    if settings.env == "test":
        number_marks.init_app(app)
    if settings.trusted_proxies:
        n = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=n)  # type: ignore[method-assign]
