"""How results and proofs are worded."""

from flask_babel import LazyString, lazy_gettext

from webapp.conformance.statement import Criterion, Proof, Statement
from webapp.core.locale import gettext, ngettext

RESULTS: dict[str, LazyString] = {
    "proven": lazy_gettext("Выполнено: доказывают программы."),
    "part": lazy_gettext("Выполнено: часть доказывают программы, остальное прочитано."),
    "read": lazy_gettext("Выполнено: проверено только чтением."),
    "flawed": lazy_gettext("Выполнено не полностью."),
    "absent": lazy_gettext("Не применяется."),
    "not_claimed": lazy_gettext("Не заявляем."),
}


def proof_line(proof: Proof) -> str:
    """One proof as a line: «Программа axe: 165 страниц и состояний», «Путь на слух: поиск тонометра»."""
    if proof.kind == "check":
        told = gettext("Наша проверка, %(what)s", what=proof.name)
    elif proof.kind == "journey":
        return gettext("Путь на слух: %(what)s", what=proof.name)
    elif proof.kind == "test":
        return gettext("Испытание: %(what)s", what=proof.name)
    else:
        told = str(proof.name)
    return f"{told}: " + ngettext("%(num)s страница", "%(num)s страниц", proof.states)


def law_line(one: Criterion, told: Statement) -> str:
    """The requirements of the decree that a criterion serves."""
    served = [str(asked.short) for asked in told.law if asked.id in one.law]
    return gettext("Постановление 102: %(names)s", names=", ".join(served))
