"""How a programme is worded: for each source of money and state what it is, what comes next, who acts.

The table is whole: a combination without words is a fault that a test finds. `%(day)s` and `%(executor)s` are filled.
"""

from dataclasses import dataclass

from flask_babel import LazyString, lazy_gettext

from webapp.gateways.programmes.port import Source
from webapp.ipra.rules import State


@dataclass(frozen=True, slots=True)
class Wording:
    """State, next step and who acts, before their places are filled. `kind` is the look of the status line."""

    state: LazyString
    next_step: LazyString
    who: LazyString
    kind: str


YOU = lazy_gettext("вы")
EXECUTOR = lazy_gettext("%(executor)s")
NO_DUTY = lazy_gettext("никто, купить можно по желанию")
NOBODY = lazy_gettext("никто, средство уже у вас")
FEDERAL_BODY = lazy_gettext("отделение Социального фонда России")
MOSCOW_BODY = lazy_gettext("орган социальной защиты Москвы")
REGIONAL_BODY = lazy_gettext("исполнительный орган вашего региона")
SOMEBODY = lazy_gettext("тот, кто принял ваше обращение")
BODIES = {
    Source.FEDERAL: FEDERAL_BODY,
    Source.MOSCOW: MOSCOW_BODY,
    Source.REGIONAL: REGIONAL_BODY,
    Source.OWN: SOMEBODY,
}
"""Who carries an item out, where the programme does not name them."""

_APPLY = {
    Source.FEDERAL: lazy_gettext("подайте заявление в отделение Социального фонда: на сертификат или на само средство"),
    Source.MOSCOW: lazy_gettext(
        "подайте заявление в орган социальной защиты Москвы: на сертификат или на само средство"
    ),
    Source.REGIONAL: lazy_gettext("спросите в исполнительном органе вашего региона, как получить это средство"),
    Source.OWN: lazy_gettext("купите сами, заявление не нужно"),
}
_REPLACE = {
    Source.FEDERAL: lazy_gettext("если средство износилось, подайте заявление на замену в отделение Социального фонда"),
    Source.MOSCOW: lazy_gettext(
        "если средство износилось, подайте заявление на замену в орган социальной защиты Москвы"
    ),
    Source.REGIONAL: lazy_gettext("если средство износилось, спросите о замене в исполнительном органе региона"),
    Source.OWN: lazy_gettext("если средство износилось, замену покупают за свой счёт"),
}
_SPENT_BY = {
    Source.FEDERAL: lazy_gettext("выберите изделие и заплатите сертификатом, купить можно в любом регионе"),
    Source.MOSCOW: lazy_gettext("выберите изделие и заплатите сертификатом, купить можно в любом регионе"),
    Source.REGIONAL: lazy_gettext("выберите изделие и заплатите сертификатом по правилам вашего региона"),
    Source.OWN: lazy_gettext("средство записано за свой счёт, но сертификат есть: спросите у того, кто его выдал"),
}
_ASK_AGAIN = {
    Source.FEDERAL: lazy_gettext("спросите в отделении Социального фонда, что сделано"),
    Source.MOSCOW: lazy_gettext("спросите в органе социальной защиты Москвы, что сделано"),
    Source.REGIONAL: lazy_gettext("спросите в исполнительном органе региона, что сделано"),
    Source.OWN: lazy_gettext("ничего делать не нужно, средство покупают за свой счёт"),
}
_ASK_NEW_REFERRAL = {
    Source.FEDERAL: lazy_gettext("попросите новое направление в отделении Социального фонда"),
    Source.MOSCOW: lazy_gettext("попросите новое направление в органе соцзащиты Москвы"),
    Source.REGIONAL: lazy_gettext("попросите новое направление в исполнительном органе вашего региона"),
    Source.OWN: lazy_gettext("спросите о новом направлении там, где выдали прежнее"),
}
_WAIT = lazy_gettext("дождитесь решения, о нём вам сообщат")
_CLARIFY = lazy_gettext("дождитесь новой программы, меняют в ней только средства реабилитации")
_PURCHASE = lazy_gettext("дождитесь звонка или письма, когда средство привезут")
_REFERRAL = lazy_gettext("позвоните или придите туда, куда вас направили: адрес есть в направлении")
_USE = lazy_gettext("пользуйтесь, о сроке замены мы скажем здесь")
_USE_OWN = lazy_gettext("пользуйтесь, замену покупают за свой счёт")
_LATER = lazy_gettext("подождите до этого дня, потом подайте заявление")
_LATER_OWN = lazy_gettext("подождите до этого дня или купите раньше за свой счёт")
_RENEW = lazy_gettext("если средство ещё нужно, пройдите медико-социальную экспертизу: новая программа даст новый срок")
_LOOK_AT_NEW = lazy_gettext("спросите в учреждении МСЭ, почему этого средства нет в новой программе")

_STATES: dict[State, LazyString] = {
    State.CERTIFICATE: lazy_gettext("Сертификат действует до %(day)s"),
    State.REFERRAL: lazy_gettext("Направление выдано %(day)s"),
    State.CAN_REPLACE: lazy_gettext("Можно заменить с %(day)s"),
    State.CERTIFICATE_ENDED: lazy_gettext("Сертификат закончился %(day)s, можно подать заявление снова"),
    State.REFERRAL_ENDED: lazy_gettext("Срок направления истёк %(day)s, попросите новое"),
    State.CAN_APPLY: lazy_gettext("Можно подать заявление"),
    State.CLARIFYING: lazy_gettext("Ждёт уточнения программы с %(day)s"),
    State.APPLIED: lazy_gettext("Заявление подано %(day)s"),
    State.PURCHASE: lazy_gettext("Идёт закупка, начата %(day)s"),
    State.REGIONAL: lazy_gettext("За счёт региона"),
    State.NO_DATA: lazy_gettext("Нет данных о том, что сделано"),
    State.IN_USE: lazy_gettext("Получено"),
    State.NOT_STARTED: lazy_gettext("Срок начнётся %(day)s"),
    State.OWN_MONEY: lazy_gettext("За свой счёт"),
    State.ENDED: lazy_gettext("Срок истёк %(day)s"),
    State.REPLACED: lazy_gettext("Программа заменена, в новой этого средства нет"),
}
IN_USE_UNTIL = lazy_gettext("Получено, пользоваться до %(day)s")
_KINDS = {
    State.CERTIFICATE: "done",
    State.REFERRAL: "act",
    State.CAN_REPLACE: "act",
    State.CERTIFICATE_ENDED: "act",
    State.REFERRAL_ENDED: "act",
    State.CAN_APPLY: "act",
    State.REGIONAL: "act",
    State.CLARIFYING: "late",
    State.ENDED: "late",
}
_NEXT: dict[State, dict[Source, LazyString]] = {
    State.CERTIFICATE: _SPENT_BY,
    State.REFERRAL: dict.fromkeys(Source, _REFERRAL),
    State.CAN_REPLACE: _REPLACE,
    State.CERTIFICATE_ENDED: _APPLY,
    State.REFERRAL_ENDED: _ASK_NEW_REFERRAL,
    State.CAN_APPLY: _APPLY,
    State.CLARIFYING: dict.fromkeys(Source, _CLARIFY),
    State.APPLIED: dict.fromkeys(Source, _WAIT),
    State.PURCHASE: dict.fromkeys(Source, _PURCHASE),
    State.REGIONAL: _APPLY,
    State.NO_DATA: _ASK_AGAIN,
    State.IN_USE: {**dict.fromkeys(Source, _USE), Source.OWN: _USE_OWN},
    State.NOT_STARTED: {**dict.fromkeys(Source, _LATER), Source.OWN: _LATER_OWN},
    State.OWN_MONEY: _APPLY,
    State.ENDED: dict.fromkeys(Source, _RENEW),
    State.REPLACED: dict.fromkeys(Source, _LOOK_AT_NEW),
}
_WHO = {
    **dict.fromkeys((State.CLARIFYING, State.APPLIED, State.PURCHASE), EXECUTOR),
    State.IN_USE: NOBODY,
    State.OWN_MONEY: NO_DUTY,
}


def wording(state: State, source: Source) -> Wording:
    """The words of a combination. Raises KeyError for one that the table has not."""
    return Wording(_STATES[state], _NEXT[state][source], _WHO.get(state, YOU), _KINDS.get(state, "still"))


SOURCES = {
    Source.FEDERAL: lazy_gettext("за счёт федерального бюджета"),
    Source.MOSCOW: lazy_gettext("за счёт федерального бюджета, средствами занимается Москва"),
    Source.REGIONAL: lazy_gettext("за счёт бюджета региона"),
    Source.OWN: lazy_gettext("за свой счёт"),
}
