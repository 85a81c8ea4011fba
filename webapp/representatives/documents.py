"""What is asked of somebody who claims the right to act for another: the documents of each kind, and their questions.

Data. The documents are those that the Civil Code names (art. 26, 28–33, 35, 185, 185.1) and that Order 363н asks for as
«документ, удостоверяющий полномочия». A field has the name of its place in `claims.Claimed` or `claims.Paper`.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext

from webapp.questions.asked import LONGEST_NUMBER, Asked, Question, single
from webapp.questions.sorts import DAY, LINE, NAME, NUMBER, PAST_DAY, SNILS, YES_OR_NO
from webapp.representatives import sorts
from webapp.representatives.rules import CHOSEN, Kind


class PaperKind(StrEnum):
    """Which document proves the right; the value of `claims.Paper.kind`."""

    BIRTH = "birth_certificate"
    PATERNITY = "paternity_certificate"
    ADOPTION = "adoption_certificate"
    ADOPTION_DECISION = "adoption_decision"
    GUARDIANSHIP = "guardianship_act"
    PLACEMENT = "placement_act"
    NOTARIAL_POWER = "notarial_power"
    EQUATED_POWER = "equated_power"
    """Certified by a hospital, a social institution and others whom the Code puts beside a notary (art. 185.1)."""
    LAWYERS_ORDER = "lawyers_order"


WHOM = (
    Question(
        "name",
        lazy_gettext("За кого вы хотите действовать?"),
        (
            Asked("last_name", lazy_gettext("Фамилия"), NAME, lazy_gettext("введите фамилию")),
            Asked("first_name", lazy_gettext("Имя"), NAME, lazy_gettext("введите имя")),
            Asked("middle_name", lazy_gettext("Отчество, если есть"), NAME),
        ),
    ),
    single(
        "birth-date",
        PAST_DAY,
        lazy_gettext("Когда родился этот человек?"),
        lazy_gettext("введите дату рождения"),
    ),
    single(
        "snils",
        SNILS,
        lazy_gettext("Какой СНИЛС у этого человека?"),
        lazy_gettext("введите одиннадцать цифр СНИЛС"),
        hint=lazy_gettext("Это номер пенсионного страхования, одиннадцать цифр"),
    ),
)
"""Asked of every kind. What was answered here stays when another kind or document is chosen."""

PAPER = single("paper", sorts.PAPER, lazy_gettext("Какой у вас документ?"), lazy_gettext("выберите документ"))
"""Asked where a kind has several documents."""


def _certificate(heading: Any) -> tuple[Question, ...]:
    """A certificate of civil status: series, number, day, office."""
    return (
        Question(
            "certificate",
            heading,
            (
                Asked(
                    "certificate",
                    lazy_gettext("Серия и номер"),
                    sorts.CERTIFICATE,
                    lazy_gettext("введите серию и номер свидетельства"),
                    hint=lazy_gettext("Римское число, две буквы, шесть цифр"),
                ),
                Asked(
                    "issued_by",
                    lazy_gettext("Кто выдал, например ЗАГС Приокского района"),
                    LINE,
                    lazy_gettext("напишите, кто выдал свидетельство"),
                ),
            ),
        ),
        single("issued", PAST_DAY, lazy_gettext("Когда выдано свидетельство?"), lazy_gettext("введите дату выдачи")),
    )


def _number(label: Any, name: str = "number") -> Asked:
    return Asked(name, label, NUMBER, lazy_gettext("введите номер документа"), longest=LONGEST_NUMBER)


_ENDS_HINT = lazy_gettext("Если срока нет, оставьте поля пустыми")
_GUARDIANSHIP = (
    Question(
        "act",
        lazy_gettext("Каким актом вас назначили?"),
        (
            _number(lazy_gettext("Номер акта")),
            Asked(
                "issued_by",
                lazy_gettext("Орган опеки, который выдал акт"),
                LINE,
                lazy_gettext("напишите, какой орган выдал акт"),
            ),
        ),
    ),
    single("issued", PAST_DAY, lazy_gettext("Когда выдан акт?"), lazy_gettext("введите дату акта")),
    Question(
        "decision",
        lazy_gettext("Какое решение суда есть, если оно было?"),
        (
            Asked("second_number", lazy_gettext("Номер дела, если суд был"), NUMBER, longest=LONGEST_NUMBER),
            Asked("second_issued_by", lazy_gettext("Какой суд"), LINE),
            Asked("second_issued", lazy_gettext("Дата решения, если суд был"), PAST_DAY),
        ),
    ),
    single("ends-on", DAY, lazy_gettext("По какой день вы назначены, если есть срок?"), hint=_ENDS_HINT),
)
_POWER_TERM = single(
    "ends-on",
    DAY,
    lazy_gettext("По какой день действует доверенность, если указан срок?"),
    hint=lazy_gettext("Если срок не указан, оставьте поля пустыми: доверенность действует год"),
)


def _power(certified_by: Any, missing: Any) -> tuple[Question, ...]:
    """A power of attorney: number in its register, who certified it, day, term, whether it covers consent."""
    return (
        Question(
            "power",
            lazy_gettext("Какая у вас доверенность?"),
            (
                _number(lazy_gettext("Номер в реестре, он написан внизу доверенности")),
                Asked("issued_by", certified_by, LINE, missing),
            ),
        ),
        single("issued", PAST_DAY, lazy_gettext("Когда выдана доверенность?"), lazy_gettext("введите дату выдачи")),
        _POWER_TERM,
        single(
            "covers-consent",
            YES_OR_NO,
            lazy_gettext("Можно ли по доверенности давать согласие на обработку данных?"),
            lazy_gettext("ответьте, есть ли в доверенности согласие на обработку данных"),
        ),
    )


OF_PAPER: Mapping[PaperKind, tuple[Question, ...]] = {
    PaperKind.BIRTH: _certificate(lazy_gettext("Какое свидетельство о рождении?")),
    PaperKind.PATERNITY: _certificate(lazy_gettext("Какое свидетельство об отцовстве?")),
    PaperKind.ADOPTION: _certificate(lazy_gettext("Какое свидетельство об усыновлении?")),
    PaperKind.ADOPTION_DECISION: (
        Question(
            "court",
            lazy_gettext("Какое решение суда об усыновлении?"),
            (
                _number(lazy_gettext("Номер дела")),
                Asked("issued_by", lazy_gettext("Какой суд"), LINE, lazy_gettext("напишите, какой суд решил")),
            ),
        ),
        single("issued", PAST_DAY, lazy_gettext("Когда суд решил?"), lazy_gettext("введите дату решения")),
    ),
    PaperKind.GUARDIANSHIP: _GUARDIANSHIP,
    PaperKind.PLACEMENT: (
        Question(
            "organisation",
            lazy_gettext("Какая организация заботится о человеке?"),
            (
                Asked(
                    "organisation",
                    lazy_gettext("Название организации"),
                    LINE,
                    lazy_gettext("напишите название организации"),
                ),
                Asked(
                    "ogrn",
                    lazy_gettext("Государственный номер организации (ОГРН), 13 цифр"),
                    sorts.OGRN,
                    lazy_gettext("введите тринадцать цифр номера организации"),
                ),
            ),
        ),
        Question(
            "placement",
            lazy_gettext("Каким актом человека поместили в организацию?"),
            (
                _number(lazy_gettext("Номер акта")),
                Asked("issued", lazy_gettext("Дата акта"), PAST_DAY, lazy_gettext("введите дату акта")),
            ),
        ),
        Question(
            "order",
            lazy_gettext("Каким приказом директор поручил это вам?"),
            (
                _number(lazy_gettext("Номер приказа"), "second_number"),
                Asked("second_issued", lazy_gettext("Дата приказа"), PAST_DAY, lazy_gettext("введите дату приказа")),
            ),
        ),
    ),
    PaperKind.NOTARIAL_POWER: _power(lazy_gettext("Фамилия нотариуса"), lazy_gettext("введите фамилию нотариуса")),
    PaperKind.EQUATED_POWER: _power(
        lazy_gettext("Кто удостоверил доверенность"), lazy_gettext("напишите, кто удостоверил доверенность")
    ),
    PaperKind.LAWYERS_ORDER: (
        Question(
            "order",
            lazy_gettext("Какой у вас ордер адвоката?"),
            (
                _number(lazy_gettext("Номер ордера")),
                Asked(
                    "issued_by",
                    lazy_gettext("Кто выдал ордер"),
                    LINE,
                    lazy_gettext("напишите, кто выдал ордер"),
                ),
            ),
        ),
        single("issued", PAST_DAY, lazy_gettext("Когда выдан ордер?"), lazy_gettext("введите дату ордера")),
        Question(
            "power",
            lazy_gettext("Какая доверенность дана вам вместе с ордером?"),
            (
                _number(lazy_gettext("Номер доверенности"), "second_number"),
                Asked(
                    "second_issued",
                    lazy_gettext("Дата доверенности"),
                    PAST_DAY,
                    lazy_gettext("введите дату доверенности"),
                ),
            ),
        ),
        _POWER_TERM,
    ),
}
PAPERS: Mapping[Kind, tuple[PaperKind, ...]] = {
    Kind.PARENT: (PaperKind.BIRTH, PaperKind.PATERNITY),
    Kind.ADOPTIVE_PARENT: (PaperKind.ADOPTION, PaperKind.ADOPTION_DECISION),
    Kind.GUARDIAN: (PaperKind.GUARDIANSHIP,),
    Kind.TRUSTEE: (PaperKind.GUARDIANSHIP,),
    Kind.INSTITUTION: (PaperKind.PLACEMENT,),
    Kind.AGENT: (PaperKind.NOTARIAL_POWER, PaperKind.EQUATED_POWER),
    Kind.LAWYER: (PaperKind.LAWYERS_ORDER,),
}
FUNCTIONS = single(
    "functions", sorts.FUNCTIONS, lazy_gettext("Что вам поручили?"), lazy_gettext("отметьте хотя бы одно дело")
)
_WHOM_NAMES = frozenset(asked.name for question in WHOM for asked in question.asked)


def paper_of(kind: Kind, said: str) -> PaperKind | None:
    """The document that was chosen, or the only one of the kind; None where none is chosen yet."""
    papers = PAPERS[kind]
    if len(papers) == 1:
        return papers[0]
    return PaperKind(said) if said in papers else None


def questions(kind: Kind, paper: PaperKind | None) -> tuple[Question, ...]:
    """All that is asked, in order, as far as it is known: what follows the document depends on which it is."""
    choice = (PAPER,) if len(PAPERS[kind]) > 1 else ()
    of_paper = OF_PAPER[paper] if paper is not None else ()
    last = (FUNCTIONS,) if kind in CHOSEN and paper is not None else ()
    return (*WHOM, *choice, *of_paper, *last)


def is_about_whom(field: str) -> bool:
    """Whether a field, or a part of it («birth_date-day»), is about the person and not about the document."""
    return field.partition("-")[0] in _WHOM_NAMES
