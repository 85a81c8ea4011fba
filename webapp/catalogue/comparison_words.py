"""How a comparison is worded: what a product is called in it, labels, values, who is better."""

from collections.abc import Mapping, Sequence

from flask import Flask

from webapp.catalogue import words
from webapp.catalogue.comparison import FEWEST, MAKER, PRICE, TOP_UP, Compared, Line
from webapp.catalogue.rules import Fact
from webapp.core.locale import either, gettext
from webapp.core.spoken import roubles, spelt
from webapp.reference.records import Characteristic

LIGHTEST = ("weight_g", "transport_weight_g")


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(line_label=line_label, line_value=line_value, joined_names=joined)
    app.jinja_env.globals.update(best_of=best_of)


def short_names(products: Sequence[Compared]) -> Mapping[str, str]:
    """Number → what the product is called beside the others: the model; the whole name where models are the same."""
    models = [product.model for product in products]
    return {each.number: each.model if models.count(each.model) == 1 else each.name for each in products}


def joined(names: Sequence[str]) -> str:
    """Names of others as a sentence needs them: «Ладья 12, Север 4 и Бета»."""
    said = [spelt(name) for name in names]
    if len(said) < 2:
        return "".join(said)
    return gettext("%(first)s и %(last)s", first=", ".join(said[:-1]), last=said[-1])


def line_label(line: Line) -> str:
    """What the line tells: «Вес», «Рекомендованная цена»."""
    if line.about is None:
        names = {PRICE: gettext("Рекомендованная цена"), TOP_UP: gettext("Доплата"), MAKER: gettext("Изготовитель")}
        return names[line.key]
    ranges = [value for value in line.values if isinstance(value, Fact)]
    return words.label(ranges[0])


def line_value(line: Line, place: int) -> str:
    """The value of one product in words; that nothing is known is said."""
    value = line.values[place]
    if value is None:
        return gettext("нет сведений")
    if isinstance(value, Fact):
        return words.told_value(value)
    if isinstance(value, str):
        return spelt(value)
    if line.key != TOP_UP:
        return roubles(value)
    return gettext("ориентировочно %(sum)s", sum=roubles(value)) if value else gettext("ориентировочно не нужна")


def best_of(line: Line, names: Sequence[str]) -> str:
    """«Легче всех: Ладья 12, 300 граммов. Нет сведений: Бета.» Only of a line in which somebody is better."""
    best = joined([names[place] for place in line.best])
    value = line_value(line, line.best[0])
    said = gettext("%(how)s: %(names)s, %(value)s.", how=_how(line), names=best, value=value)
    if not line.unknown:
        return said
    unknown = joined([names[place] for place in line.unknown])
    return gettext("%(said)s Нет сведений: %(names)s.", said=said, names=unknown)


def _how(line: Line) -> str:
    """«Дешевле всех», «Гарантия, больше всех»; of two that are known «Дешевле»; of several who share it «других»."""
    if len(line.best) > 1:
        return _shared(line)
    if len(line.values) - len(line.unknown) == FEWEST:
        return _of_two(line)
    if line.about is None:
        return gettext("Дешевле всех")
    if line.about.key in LIGHTEST:
        return _of(line.about, gettext("Легче всех"))
    if line.prefers == "lower":
        return gettext("%(label)s, меньше всех", label=line_label(line))
    return gettext("%(label)s, больше всех", label=line_label(line))


def _of_two(line: Line) -> str:
    if line.about is None:
        return gettext("Дешевле")
    if line.about.key in LIGHTEST:
        return _of(line.about, gettext("Легче"))
    if line.prefers == "lower":
        return gettext("%(label)s меньше", label=line_label(line))
    return gettext("%(label)s больше", label=line_label(line))


def _shared(line: Line) -> str:
    if line.about is None:
        return gettext("Дешевле других, поровну")
    if line.about.key in LIGHTEST:
        return _of(line.about, gettext("Легче других, поровну"))
    if line.prefers == "lower":
        return gettext("%(label)s, меньше других, поровну", label=line_label(line))
    return gettext("%(label)s, больше других, поровну", label=line_label(line))


def _of(about: Characteristic, said: str) -> str:
    """Which weight it is, where it is not simply the weight."""
    label = either(about.label, about.label_en)
    return said if label in {"Вес", "Weight"} else f"{said}, {words.lower_first(label)}"
