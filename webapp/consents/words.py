"""Consents in words."""

from flask import Flask
from flask_babel import lazy_gettext

from webapp.consents import parties, queries
from webapp.consents.queries import Kept
from webapp.consents.rules import Hindrance, Purpose
from webapp.core.access import actor
from webapp.core.locale import gettext
from webapp.core.spoken import spelt
from webapp.people import queries as people
from webapp.representatives.rules import OF_CHILDREN
from webapp.representatives.words import KINDS
from webapp.settings import Settings

PURPOSES = {Purpose.PROGRAMME: lazy_gettext("программа реабилитации")}
HINDRANCES = {
    Hindrance.NOT_ENTRUSTED: lazy_gettext("Вам не поручено давать согласие на обработку данных."),
    Hindrance.POWER_SILENT: lazy_gettext("В вашей доверенности не сказано о согласии на обработку данных."),
}


def init_app(app: Flask) -> None:
    settings: Settings = app.config["SETTINGS"]
    app.jinja_env.filters.update(consent_by=by, consent_over_by=over_by)
    app.jinja_env.globals.update(
        consent_words=PURPOSES,
        consent_hindrances=HINDRANCES,
        whose_data=whose_data,
        consent_person_facts=parties.person_facts,
        consent_giver_facts=parties.giver_facts,
        operator_name=settings.operator_name,
        operator_address=settings.operator_address,
    )


def whose_data() -> str:
    """«Данные ребёнка: Белов Тимофей Артёмович» — the first sentence of every page about a consent."""
    known = queries.acting_as(actor())
    if known is None:
        return gettext("Ваши данные: %(name)s", name=spelt(people.told_user(actor()).full_name))
    if known.kind in OF_CHILDREN:
        return gettext("Данные ребёнка: %(name)s", name=spelt(known.person))
    return gettext("Данные человека: %(name)s", name=spelt(known.person))


def by(kept: Kept) -> str:
    """Who gave it, and as whom."""
    if kept.by is None:
        return gettext("Согласие дал человек, который удалил свои данные.")
    if kept.kind is not None:
        kind = KINDS[kept.kind]
        if not kept.by:
            return gettext("Согласие дали вы. Кто вы для человека: %(kind)s.", kind=kind)
        return gettext("Согласие дал представитель: %(name)s, %(kind)s.", name=spelt(kept.by), kind=kind)
    return gettext("Согласие дал человек: %(name)s.", name=spelt(kept.by)) if kept.by else gettext("Согласие дали вы.")


def over_by(kept: Kept) -> str:
    """Who withdrew it."""
    if kept.over_by is None:
        return gettext("Отозвал человек, который удалил свои данные.")
    return gettext("Отозвал человек: %(name)s.", name=spelt(kept.over_by)) if kept.over_by else gettext("Отозвали вы.")
