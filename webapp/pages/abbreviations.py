"""The abbreviations of the field in the order of the alphabet: Russian ones, then those in Latin letters.

A full form that is a name of the law is Russian in every language; one that is our own words is translated.
"""

from typing import NamedTuple

from flask_babel import LazyString, lazy_gettext


class Entry(NamedTuple):
    """One abbreviation. Its anchor never changes: other pages lead to `/abbreviations#anchor`."""

    short: str
    full: str | LazyString
    meaning: LazyString
    anchor: str

    @property
    def is_name_of_the_law(self) -> bool:
        """Whether the full form stays Russian."""
        return isinstance(self.full, str)


ENTRIES = (
    Entry("ГОСТ", "государственный стандарт",
          lazy_gettext("Правила, по которым в России делают вещи, программы и сайты."), "gost"),
    Entry("ДЦП", "детский церебральный паралич",
          lazy_gettext("Болезнь, при которой трудно двигаться. Мозг пострадал до рождения, при родах или вскоре после них."), "dcp"),
    Entry("ЕСИА", "единая система идентификации и аутентификации",
          lazy_gettext("Через неё входят на сайты государства, например на Госуслуги."), "esia"),
    Entry("ЗАГС", "запись актов гражданского состояния",
          lazy_gettext("Орган, который выдаёт свидетельства о рождении, браке и смерти."), "zags"),
    Entry("ИПРА", "индивидуальная программа реабилитации и абилитации",
          lazy_gettext("В этом документе записано, что вам положено: средства и услуги."), "ipra"),
    Entry("МСЭ", "медико-социальная экспертиза",
          lazy_gettext("На ней решают, есть ли у человека инвалидность и что ему нужно. После неё дают программу."), "mse"),
    Entry("МФЦ", "многофункциональный центр предоставления государственных и муниципальных услуг",
          lazy_gettext("Его называют «Мои документы». Там подают заявления и подтверждают запись на Госуслугах."), "mfc"),
    Entry("ОГРН", "основной государственный регистрационный номер",
          lazy_gettext("Номер организации в реестре юридических лиц, тринадцать цифр."), "ogrn"),
    Entry("СНИЛС", "страховой номер индивидуального лицевого счёта",
          lazy_gettext("Одиннадцать цифр, у каждого человека свои. По ним вас узнают в больнице, в школе, в Социальном фонде."), "snils"),
    Entry("СФР", "Социальный фонд России",
          lazy_gettext("Выдаёт средства и электронные сертификаты. До 2023 года это были Пенсионный фонд и Фонд социального страхования."), "sfr"),
    Entry("ТСР", "технические средства реабилитации",
          lazy_gettext("Вещи, которые помогают дома, в дороге и в разговоре: трости, коляски, протезы, слуховые аппараты."), "tsr"),
    Entry("BRF", lazy_gettext("файл для дисплея или принтера Брайля"),
          lazy_gettext("Его читают пальцами или печатают точками."), "brf"),
    Entry("CC BY", lazy_gettext("разрешение пользоваться с указанием автора"),
          lazy_gettext("Так нам разрешено показывать названия городов и их место на карте."), "cc-by"),
    Entry("EN", lazy_gettext("европейский стандарт"),
          lazy_gettext("Общие правила стран Европы. Номер после этих букв называет, какие именно."), "en"),
    Entry("JAWS", lazy_gettext("программа экранного доступа"),
          lazy_gettext("Читает вслух и шрифтом Брайля то, что показано на экране. За неё платят."), "jaws"),
    Entry("NVDA", lazy_gettext("программа экранного доступа"),
          lazy_gettext("Читает вслух и шрифтом Брайля то, что показано на экране. Она бесплатна."), "nvda"),
    Entry("PDF", lazy_gettext("файл для печати"),
          lazy_gettext("На любом устройстве выглядит одинаково. То же самое у нас есть обычной страницей."), "pdf"),
    Entry("WCAG", lazy_gettext("руководство по доступности сайтов"),
          lazy_gettext("Правила, по которым сайты делают доступными во всём мире."), "wcag"),
)  # fmt: skip
