"""How favourites are worded: headings of their groups."""

from collections.abc import Mapping

from flask import Flask

from webapp.core.locale import either, gettext, ngettext
from webapp.core.spoken import spelt
from webapp.favourites.overview import Shown
from webapp.favourites.rules import Group, Sort, button_name
from webapp.reference.queries import Row


def init_app(app: Flask) -> None:
    app.jinja_env.filters["button_name"] = button_name
    app.jinja_env.globals["group_title"] = group_title


def group_title(group: Group[Shown], kinds: Mapping[str, Row]) -> str:
    """What the products of a group have in common, and how many they are: «Для средства «…»: 3 изделия»."""
    number = sum(not each.kept.is_removed for each in group.things)
    count = ngettext("%(num)s изделие", "%(num)s изделий", number)
    sort, name = group.place.sort, group.place.name
    if sort is Sort.OF_ITEM:
        return gettext("Для средства «%(name)s»: %(count)s", name=spelt(name), count=count)
    if sort is Sort.OF_KIND:
        return f"{either(kinds[name].name, kinds[name].name_en)}: {count}"
    said = {
        Sort.UNSURE: gettext("Не уверены, что из программы"),
        Sort.OTHER: gettext("Не из программы"),
        Sort.WITHDRAWN: gettext("Сняты с каталога"),
    }
    return f"{said[sort]}: {count}"
