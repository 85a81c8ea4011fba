"""How the settings are worded. Each answer begins with what it is about: voice control and a list of fields need it."""

from dataclasses import dataclass

from flask_babel import LazyString, lazy_gettext

from webapp.core.reading import CHOICES, Reading


@dataclass(frozen=True, slots=True)
class Setting:
    """One question of the page: its name in `CHOICES`, the question, value → answer."""

    name: str
    question: LazyString
    answers: dict[str, LazyString]

    @property
    def choices(self) -> list[tuple[str, LazyString, str]]:
        """As the component of one answer takes them: value, words, no note."""
        return [(value, words, "") for value, words in self.answers.items()]


SETTINGS = (
    Setting("size", lazy_gettext("Размер букв"), {
        "100": lazy_gettext("Обычный размер"),
        "125": lazy_gettext("На четверть крупнее"),
        "150": lazy_gettext("В полтора раза крупнее"),
        "200": lazy_gettext("Вдвое крупнее"),
        "300": lazy_gettext("Втрое крупнее"),
    }),
    Setting("scheme", lazy_gettext("Цвета"), {
        "system": lazy_gettext("Цвета как в моей системе"),
        "black-on-white": lazy_gettext("Чёрным по белому"),
        "white-on-black": lazy_gettext("Белым по чёрному"),
        "blue-on-light-blue": lazy_gettext("Тёмно-синим по голубому"),
        "brown-on-beige": lazy_gettext("Коричневым по бежевому"),
        "yellow-on-black": lazy_gettext("Жёлтым по чёрному"),
    }),
    Setting("letters", lazy_gettext("Буквы: промежутки между ними"), {
        "usual": lazy_gettext("Буквы обычно"),
        "wide": lazy_gettext("Буквы свободно"),
        "widest": lazy_gettext("Буквы очень свободно"),
    }),
    Setting("words", lazy_gettext("Слова: промежутки между ними"), {
        "usual": lazy_gettext("Слова обычно"),
        "wide": lazy_gettext("Слова свободно"),
        "widest": lazy_gettext("Слова очень свободно"),
    }),
    Setting("lines", lazy_gettext("Строки: промежутки между ними"), {
        "usual": lazy_gettext("Строки обычно"),
        "wide": lazy_gettext("Строки свободно"),
        "widest": lazy_gettext("Строки очень свободно"),
    }),
    Setting("font", lazy_gettext("Шрифт"), {
        "sans": lazy_gettext("Шрифт без засечек"),
        "serif": lazy_gettext("Шрифт с засечками"),
    }),
    Setting("images", lazy_gettext("Картинки"), {
        "shown": lazy_gettext("Картинки показывать"),
        "told": lazy_gettext("Картинки заменять описанием"),
    }),
    Setting("facts", lazy_gettext("Характеристики изделий"), {
        "list": lazy_gettext("Характеристики списком"),
        "table": lazy_gettext("Характеристики таблицей"),
    }),
    Setting("hints", lazy_gettext("Подсказки у полей"), {
        "shown": lazy_gettext("Подсказки показывать"),
        "hidden": lazy_gettext("Подсказки скрыть"),
    }),
    Setting("motion", lazy_gettext("Движение на страницах"), {
        "system": lazy_gettext("Движение как в моей системе"),
        "none": lazy_gettext("Движение убрать"),
    }),
)  # fmt: skip
"""The questions in the order of the page: what most people come for is first."""

assert {setting.name: tuple(setting.answers) for setting in SETTINGS} == CHOICES


def told(reading: Reading) -> list[str]:
    """What was chosen, answer by answer; empty when everything is as usual."""
    answers = {setting.name: setting.answers for setting in SETTINGS}
    return [str(answers[name][value]) for name, value in reading.changed.items()]
