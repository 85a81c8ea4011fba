"""The table of contents: every feature, its address, its models, its place in the menus and on others' pages.

To delete a feature, delete its lines here.
"""

from flask import Flask
from flask_babel import lazy_gettext

from webapp.accompaniment import actions as accompaniment_actions
from webapp.accompaniment import telling as accompaniment_telling
from webapp.accompaniment import views as accompaniment
from webapp.accompaniment import words as accompaniment_words
from webapp.applications import joining as applications_joining
from webapp.applications import words as applications_words
from webapp.auth import views as auth
from webapp.catalogue import additions, comparison_additions, origin
from webapp.catalogue import views as catalogue
from webapp.catalogue.filters import knowing
from webapp.certificates import region, telling
from webapp.certificates import views as certificates
from webapp.conformance import views as conformance
from webapp.consents import actions as consents_actions
from webapp.consents import views as consents
from webapp.consents.rules import Purpose
from webapp.core.access import Ways
from webapp.core.navigation import For, Link, Menus
from webapp.favourites import actions as favourites_actions
from webapp.favourites import additions as favourites_additions
from webapp.favourites import views as favourites
from webapp.health import views as health
from webapp.ipra import actions as ipra_actions
from webapp.ipra import additions as ipra_additions
from webapp.ipra import exchange, funding, placing
from webapp.ipra import fitting_views as fitting
from webapp.ipra import views as ipra
from webapp.obstacles import views as obstacles
from webapp.pages import views as pages
from webapp.people import home, joining
from webapp.people import views as people
from webapp.reading_settings import queries as reading_settings_queries
from webapp.reading_settings import views as reading_settings
from webapp.representatives import joining as representatives_joining
from webapp.representatives import queries as authorities
from webapp.representatives import views as representatives
from webapp.style_guide import views as style_guide
from webapp.traces import views as traces

SIGN_IN = "auth.sign_in"
WAYS = Ways(SIGN_IN, sign_in_again="auth.again", choose_person="representatives.acting_for")
AUTHORITIES = authorities.Kept()
"""Who may act for whom."""
SETTINGS = "reading_settings.settings"
MENUS = Menus(
    main=(
        Link("ipra.entitlements", lazy_gettext("Что мне положено"), "ipra"),
        Link("catalogue.sections", lazy_gettext("Каталог и поиск"), "catalogue"),
        Link("favourites.kept", lazy_gettext("Избранное"), "favourites"),
        Link("pages.help", lazy_gettext("Помощь")),
        Link(SETTINGS, lazy_gettext("Настройки чтения"), "reading_settings", tells_page=True),
        Link(SIGN_IN, lazy_gettext("Войти"), audience=For.SIGNED_OUT),
        Link("auth.sign_out", lazy_gettext("Выйти"), audience=For.SIGNED_IN),
    ),
    foot=(
        Link("pages.help", lazy_gettext("Помощь человека: телефон, письмо, видеосвязь")),
        Link("obstacles.report", lazy_gettext("Сообщить о препятствии"), "obstacles", tells_page=True),
        Link(SETTINGS, lazy_gettext("Версия для слабовидящих"), "reading_settings", tells_page=True),
        Link("accompaniment.about", lazy_gettext("Сопровождение: что это"), "accompaniment"),
        Link("pages.abbreviations", lazy_gettext("Словарь сокращений")),
        Link("conformance.stated", lazy_gettext("Доступность сайта")),
        Link("pages.about_data", lazy_gettext("Откуда данные")),
        Link("people.told", lazy_gettext("Сведения о вас"), audience=For.SIGNED_IN),
        Link("auth.sign_ins", lazy_gettext("Где вы вошли"), audience=For.SIGNED_IN),
        Link("representatives.held", lazy_gettext("Действовать за другого человека"), audience=For.SIGNED_IN),
    ),
    untold=frozenset({"obstacles.told"}),
)
READING_PROFILE = reading_settings_queries.chosen
"""Where what a person chose of the reading settings is asked for."""
ON_PRODUCT_PAGES = (ipra_additions.on_product, favourites_additions.on_product, comparison_additions.on_product)
"""What features above the catalogue say on a product's page, in this order."""
ON_COMPARISONS = (favourites_additions.on_compared,)
"""What they say of each product in a comparison."""

WHEN_CONSENT_IS_GIVEN: consents_actions.Beginnings = {Purpose.PROGRAMME: (exchange.begin,)}
"""What is begun at once when a consent is given."""
WHEN_CONSENT_ENDS: consents_actions.Endings = {
    Purpose.PROGRAMME: (ipra_actions.forget, accompaniment_actions.forget, favourites_actions.forget_fits)
}
"""What is removed at once when a consent is withdrawn."""
WHEN_A_PROGRAMME_COMES: exchange.Learners = (favourites_actions.learn_fits,)
"""What is learnt from an answer of the register, in the transaction that keeps it."""
WHEN_PEOPLE_ARE_ONE: tuple[joining.Join, ...] = (
    representatives_joining.join,
    consents_actions.join,
    ipra_actions.join,  # after consents, without which no copy is kept
    accompaniment_actions.join,
    applications_joining.join,
    favourites_actions.join,
)
"""Who keeps something of a person for whom others act: two rows that are one person become one."""


def register(app: Flask, *, is_production: bool) -> None:
    """Attach every feature's blueprint. Importing the views also imports the models.

    The style guide is for those who build: its pages of errors would let anybody feign a failure of the real site.
    """
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(conformance.blueprint)
    app.register_blueprint(catalogue.blueprint)
    app.register_blueprint(certificates.blueprint)
    app.register_blueprint(auth.blueprint)
    app.register_blueprint(people.blueprint, url_prefix="/my")
    app.register_blueprint(representatives.blueprint, url_prefix="/my")
    app.register_blueprint(consents.blueprint, url_prefix="/my")
    app.register_blueprint(traces.blueprint, url_prefix="/my")
    app.register_blueprint(ipra.blueprint, url_prefix="/my")
    app.register_blueprint(fitting.blueprint)
    app.register_blueprint(accompaniment.blueprint)
    app.register_blueprint(favourites.blueprint, url_prefix="/favourites")
    app.register_blueprint(reading_settings.blueprint, url_prefix="/settings")
    app.register_blueprint(obstacles.blueprint, url_prefix="/obstacle")
    app.register_blueprint(health.blueprint, url_prefix="/health")
    if not is_production:
        app.register_blueprint(style_guide.blueprint, url_prefix="/style-guide")
    accompaniment_words.init_app(app)
    accompaniment_telling.init_app(app)
    applications_words.init_app(app)
    additions.init_app(app, ON_PRODUCT_PAGES)
    comparison_additions.init_app(app, ON_COMPARISONS)
    origin.init_app(app)
    region.init_app(app, home.region_name)
    telling.init_app(app, funding.of_item)
    knowing.init_app(app, placing.visitor)
    exchange.init_app(app, WHEN_A_PROGRAMME_COMES)
    consents_actions.init_app(app, WHEN_CONSENT_IS_GIVEN, WHEN_CONSENT_ENDS)
    joining.init_app(app, WHEN_PEOPLE_ARE_ONE)
