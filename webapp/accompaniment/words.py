"""What pages say of accompaniment: participants, the reason of a right or of its lack, the way on."""

from flask import Flask, url_for
from flask_babel import LazyString, lazy_gettext

from webapp.accompaniment.rules import Eligibility, Ground, Participant
from webapp.core.locale import gettext
from webapp.ipra.formats import limitation, upper_first

PARTICIPANTS = {
    Participant.MSE: lazy_gettext("Учреждение МСЭ"),
    Participant.FUND: lazy_gettext("Отделение Социального фонда"),
    Participant.AUTHORITY: lazy_gettext("Исполнительный орган региона"),
    Participant.ORGANISATION: lazy_gettext("Реабилитационная организация государственной системы"),
}
BEGINS = {
    Participant.MSE: lazy_gettext("Помогает само, заявление не нужно."),
    Participant.AUTHORITY: lazy_gettext("Работает с организациями, заявление ему не подают."),
    Participant.ORGANISATION: lazy_gettext("Помогает по заявлению."),
}
"""How a participant begins; the Fund's words depend on what it informs about."""
REASONS: dict[Ground, LazyString] = {
    Ground.NO_PROGRAMME: lazy_gettext("В реестре нет программы, а право видно только из неё."),
    Ground.PROGRAMME_ENDED: lazy_gettext("Срок программы закончился, а право даёт только действующая."),
    Ground.NO_LIMITATIONS: lazy_gettext("В программе не указаны ограничения жизнедеятельности."),
    Ground.ONE_DEGREE: lazy_gettext("В программе только первая степень ограничений, нужна вторая или третья."),
    Ground.FIRST_BESIDE_OTHERS: lazy_gettext(
        "Обучение и труд не считаются, а остальные ограничения в программе только первой степени."
    ),
    Ground.OTHER_CATEGORIES: lazy_gettext("В программе ограничены только обучение или труд, они не считаются."),
    Ground.NO_CONCLUSION: lazy_gettext("В программе сказано, что средства от Фонда и провожатый не нужны."),
    Ground.CONCLUSION_UNKNOWN: lazy_gettext("В программе нет нужного заключения. Спросите в учреждении МСЭ."),
}
Way = tuple[str, str]
"""Words of a link and its address."""


def init_app(app: Flask) -> None:
    app.jinja_env.filters["accompaniment_reason"] = reason
    app.jinja_env.globals["accompaniment_words"] = {"participants": PARTICIPANTS}


def reason(found: Eligibility) -> str:
    """Why there is a right, by the limitations that give it, or why there is none."""
    if found.ground is not Ground.ENTITLED:
        return str(REASONS[found.ground])
    return gettext("Это следует из программы. %(limitations)s.", limitations=_told(found))


def answer(found: Eligibility) -> str:
    """What one participant does for the person, in a sentence or two."""
    if not found.is_entitled:
        return reason(found)
    if found.participant is not Participant.FUND:
        return str(BEGINS[found.participant])
    if found.for_tsr and found.for_escort:
        return gettext("Само рассказывает о средствах, о сертификате и о провожатом в дороге. Заявление не нужно.")
    if found.for_tsr:
        return gettext("Само рассказывает о средствах и о сертификате. Заявление не нужно.")
    return gettext("Само рассказывает о провожатом в дороге за средством. Заявление не нужно.")


def ways(found: Eligibility) -> list[Way]:
    """Where one goes on, by the reason; the first is the best."""
    told = (
        [] if found.is_entitled else [(gettext("Помощь человека: телефон, письмо, видеосвязь"), url_for("pages.help"))]
    )
    if found.ground is not Ground.NO_PROGRAMME:
        told.append((gettext("Программа целиком"), url_for("ipra.programme")))
    return [*told, (gettext("Как работает сопровождение"), url_for("accompaniment.about"))]


def _told(found: Eligibility) -> str:
    return upper_first(", ".join(limitation(one) for one in found.counted))
