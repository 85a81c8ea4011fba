"""How filters are worded: names, answers, ranges, orders. Functions of the templates of lists."""

from collections.abc import Iterator

from flask import Flask
from markupsafe import Markup

from webapp.catalogue.filters.addresses import address_of, chosen_beside
from webapp.catalogue.filters.asked import FROM, TO, Span
from webapp.catalogue.filters.described import COVERED, FITS, MAKER, PRICE, YES, Choice, Choices, Filter, Measured
from webapp.catalogue.filters.listing import Facet, Listing
from webapp.catalogue.filters.worded import Worded
from webapp.core.listing import PAGE_SIZE
from webapp.core.locale import either, gettext, is_source_language, mark_russian, ngettext
from webapp.core.spoken import number, roubles, spelt
from webapp.reference.dataset import characteristics
from webapp.reference.units import quantity, span


def init_app(app: Flask) -> None:
    """Offer the words to templates."""
    app.jinja_env.globals.update(
        filter_name=filter_name,
        answers_of=answers_of,
        ends_of=ends_of,
        end_labels=end_labels,
        end_typed=end_typed,
        filter_error=filter_error,
        filter_errors=filter_errors,
        chosen_of=chosen_of,
        chosen_beside=chosen_beside,
        looser_of=looser_of,
        worded_filters=worded_filters,
        sorts_of=sorts_of,
        list_order=list_order,
        found_count=found_count,
    )


def filter_name(one: Filter) -> str:
    """What a filter is about: «Ручка», «Высота», «Цена»."""
    about = one.about
    if about is not None:
        if isinstance(one, Measured) and one.to_line and about.range_label and about.range_label_en:
            return either(about.range_label, about.range_label_en)
        return either(about.label, about.label_en)
    names = {
        PRICE: gettext("Цена"),
        MAKER: gettext("Производитель"),
        COVERED: gettext("Покрывается сертификатом"),
        FITS: gettext("Подходит к моей программе"),
    }
    return names[one.name]


def choice_words(choice: Choice) -> str:
    """An answer: «дугообразная», «да»."""
    if choice.words is not None:
        return spelt(either(choice.words.value, choice.words.en))
    return gettext("да") if choice.slug == YES else gettext("нет")


def answers_of(facet: Facet) -> list[tuple[str, Markup]]:
    """Answers for checkboxes, each with the number of products that it gives."""
    return [
        (
            answer.choice.slug,
            mark_russian(
                ngettext(
                    "%(answer)s, %(num)s изделие",
                    "%(answer)s, %(num)s изделий",
                    answer.number,
                    answer=choice_words(answer.choice),
                )
            ),
        )
        for answer in facet.answers
    ]


def ends_of(facet: Facet) -> str:
    """The least and the greatest that there is, and where, if not in this list: a hint for a range."""
    assert isinstance(facet.filter, Measured)
    if facet.ends is None:
        return ""
    low, high = facet.ends
    if facet.filter.name == PRICE:
        return gettext("Самая низкая: %(low)s. Самая высокая: %(high)s.", low=roubles(low), high=roubles(high))
    told = span(low, high, facet.filter.unit)
    return (
        gettext("Во всём виде бывает %(span)s.", span=told)
        if facet.is_of_kind
        else gettext("Бывает %(span)s.", span=told)
    )


def end_labels(one: Measured) -> tuple[str, str]:
    """Labels of the two fields; the unit decides the answer, so it stands there."""
    name, unit = filter_name(one), _unit(one)
    if not unit:
        return gettext("%(name)s: от", name=name), gettext("%(name)s: до", name=name)
    low = gettext("%(name)s: от, %(unit)s", name=name, unit=unit)
    return low, gettext("%(name)s: до, %(unit)s", name=name, unit=unit)


def _unit(one: Measured) -> str:
    if one.name == PRICE:
        return gettext("рублей")
    known = characteristics().unit(one.unit)
    return known.forms[2] if is_source_language() else known.forms_en[1]


def end_typed(listing: Listing, one: Measured) -> tuple[str, str]:
    """What the two fields show: what was typed, or what the address asks."""
    typed = listing.asked.typed
    if typed.get(one.name + FROM) or typed.get(one.name + TO):
        return typed.get(one.name + FROM, ""), typed.get(one.name + TO, "")
    span_ = listing.asked.spans.get(one.name, Span())
    return _typed(one, span_.low), _typed(one, span_.high)


def _typed(one: Measured, end: int | None) -> str:
    if end is None:
        return ""
    if one.name != PRICE:
        return str(end)
    whole, kopecks = divmod(end, 100)
    return f"{whole},{kopecks:02}" if kopecks else str(whole)


def filter_error(listing: Listing, field: str, label: str) -> str:
    """What to do about a field that was not understood; empty where it was."""
    code = listing.asked.wrong.get(field)
    if code is None:
        return ""
    if code == "letter":
        message = gettext("Напишите сумму без сокращений, например «%(sum)s».", sum=roubles(3_100_000))
    elif field.startswith(PRICE):
        message = gettext("Напишите сумму в рублях, например «%(sum)s».", sum=roubles(500_000))
    else:
        message = gettext("Напишите одно число, например %(number)s.", number=number(80))
    return gettext("%(label)s. %(message)s", label=label, message=message)


def filter_errors(listing: Listing) -> list[tuple[str, str]]:
    """For the summary: fields with their messages, each named by its label."""
    found = []
    for facet in listing.facets:
        if isinstance(facet.filter, Measured):
            sides = zip((FROM, TO), end_labels(facet.filter), strict=True)
            for name, label in ((facet.filter.name + side, label) for side, label in sides):
                if name in listing.asked.wrong:
                    found.append((f"filter-{name}", filter_error(listing, name, label)))
    return found


def chosen_of(listing: Listing) -> list[tuple[str, str]]:
    """Filters in force in words, each with the address without it."""
    return list(_chosen(listing))


def _chosen(listing: Listing) -> Iterator[tuple[str, str]]:
    asked = listing.asked
    for facet in listing.facets:
        one = facet.filter
        if isinstance(one, Measured) and one.name in asked.spans:
            yield _said(one, asked.spans[one.name]), address_of(asked.without(one.name))
        elif isinstance(one, Choices):
            for answer in facet.answers:
                if answer.is_chosen:
                    yield (
                        mark_russian(_answered(one, answer.choice)),
                        address_of(asked.without(one.name, answer.choice.slug)),
                    )


def _answered(one: Choices, choice: Choice) -> str:
    name = filter_name(one)
    if one.about is None and one.name != MAKER:
        return name
    return gettext("%(name)s: %(answer)s", name=name, answer=choice_words(choice))


def _said(one: Measured, asked: Span) -> str:
    """A range in words: «Вес: от 300 до 500 граммов», «Цена: не больше, чем 5 тысяч рублей»."""
    name = filter_name(one)
    low, high = asked.low, asked.high
    if low is not None and high is not None:
        if one.name != PRICE:
            return gettext("%(name)s: %(answer)s", name=name, answer=span(low, high, one.unit))
        return gettext(
            "%(name)s: не меньше, чем %(low)s, не больше, чем %(high)s", name=name, low=roubles(low), high=roubles(high)
        )
    if low is not None:
        return gettext("%(name)s: не меньше, чем %(low)s", name=name, low=_measure(one, low))
    return gettext("%(name)s: не больше, чем %(high)s", name=name, high=_measure(one, high or 0))


def _measure(one: Measured, value: int) -> str:
    return roubles(value) if one.name == PRICE else quantity(value, one.unit)


def worded_filters(worded: Worded) -> str:
    """The filters of a list that a question means, in words, as a list says those in force."""
    asked = worded.asked
    said = []
    for one in worded.filters:
        if isinstance(one, Measured) and one.name in asked.spans:
            said.append(_said(one, asked.spans[one.name]))
        elif isinstance(one, Choices) and one.name in asked.choices:
            said += [_answered(one, choice) for choice in one.choices if choice.slug in asked.choices[one.name]]
    return ". ".join(said)


def looser_of(listing: Listing) -> list[tuple[str, str]]:
    """Where nothing was found: which filter to take away, what helps most first, with what there is without it."""
    found = []
    for name, count in listing.looser:
        facet = listing.facet(name)
        if facet is not None and count:
            words = ngettext(
                "Без фильтра «%(name)s»: %(num)s изделие",
                "Без фильтра «%(name)s»: %(num)s изделий",
                count,
                name=filter_name(facet.filter),
            )
            found.append((words, address_of(listing.asked.without(name))))
    return found


def sorts_of(listing: Listing) -> list[tuple[str, str]]:
    """The other orders, each with its address."""
    return [
        (_ORDERS[sort](), address_of(listing.asked, sort=sort)) for sort in listing.sorts if sort != listing.asked.sort
    ]


_ORDERS = {
    "name": lambda: gettext("По названию"),
    "price": lambda: gettext("По цене, сначала дешёвые"),
    "topup": lambda: gettext("По доплате, сначала без доплаты"),
    "fit": lambda: gettext("По программе, сначала подходящие"),
}


def list_order(listing: Listing) -> str:
    """The order of the list, and which part of it this page shows."""
    page, order = listing.page, order_of(listing)
    if not page.has_several:
        return order
    last = min(page.total, page.number * PAGE_SIZE)
    shown = gettext("На этой странице с %(first)s по %(last)s.", first=number(page.first_row), last=number(last))
    return f"{order} {shown}"


def order_of(listing: Listing) -> str:
    """The order of the list."""
    orders = {
        "name": gettext("Порядок: по названию."),
        "price": gettext("Порядок: по цене, сначала дешёвые."),
        "topup": gettext("Порядок: по доплате, сначала без доплаты."),
        "fit": gettext("Порядок: сначала подходящие к программе."),
    }
    return orders[listing.asked.sort]


def found_count(listing: Listing) -> str:
    """How many there are, or were found, for a title: «Всего 44», «Найдено 12 из 44»."""
    if not listing.asked.is_narrow:
        return gettext("Всего %(total)s", total=number(listing.total))
    return gettext("Найдено %(found)s из %(total)s", found=number(listing.page.total), total=number(listing.total))
