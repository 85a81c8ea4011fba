"""What must be heard after a form was sent: something new, the thing acted on, what was refused and why (U9, U14, U32).

Each rule answers with its faults in words. They are true of any site, so that a planted fault can be shown to them.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from tests.support.forms import Deed, Heard
from tests.support.html import elements, has_class, parents, with_id, words
from tests.support.page import Page
from tests.support.pasted import Field
from webapp.core.typed import line

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend"})
TAKES_FOCUS = frozenset({"a", "button", "input", "select", "summary", "textarea"})
WRONG = "Ошибка: "


def heard_of(page: Page) -> dict[Heard, str]:
    """What tells a listener that a page is another one than before."""
    states = [
        words(element)
        for element in elements(page.tree, "main")[0].iter()
        if has_class(element, "status") or has_class(element, "notice") or element.get("role") == "status"
    ]
    return {Heard.TITLE: page.title, Heard.HEADING: page.h1, Heard.STATE: " ".join(states)}


def faults_of_deed(deed: Deed, here: Page) -> list[str]:
    """Press on the page that is open, then once more, as a trembling hand does."""
    after = deed.press.on(here)
    again = deed.press.on(here)
    return [*_silence(deed, here, after), *lost_place(after, thing_of(deed, here)), *_second_press(deed, after, again)]


def thing_of(deed: Deed, page: Page) -> str:
    """What the deed acts on: as the list says, else what the button names."""
    return deed.thing or page.button(deed.press.button).partition(": ")[2]


def _silence(deed: Deed, before: Page, after: Page) -> Iterator[str]:
    if after.status != 200:
        yield f"answered {after.status}"
    was, now = heard_of(before), heard_of(after)
    changed = {each for each in Heard if was[each] != now[each]}
    if not changed:
        yield "nothing is heard: title, h1 and state are as before"
    if deed.heard - changed:
        yield f"said nothing new: {', '.join(sorted(deed.heard - changed))}"


def lost_place(page: Page, thing: str) -> Iterator[str]:
    """Reading must go on at the thing acted on. Without a fragment it begins at the top, with title and h1."""
    fragment = urlsplit(page.address).fragment
    if not fragment:
        return
    target = with_id(page.tree, fragment)
    if target is None:
        yield f"#{fragment} leads nowhere"
        return
    if target.get("tabindex") != "-1" and target.tag not in TAKES_FOCUS:
        yield f"#{fragment} cannot take the focus"
    if target.tag not in HEADINGS and target.get("role") != "group":
        yield f"#{fragment} stands on <{target.tag}>, no heading"
    if not thing or thing.casefold() not in words(target).casefold():
        yield f"#{fragment} says {words(target)!r}, nothing of {thing!r}"


def _second_press(deed: Deed, first: Page, second: Page) -> Iterator[str]:
    if deed.twice:
        if second.h1 != deed.twice:
            yield f"the second press says {second.h1!r}"
    elif not deed.adds_up and heard_of(first) != heard_of(second):
        yield f"the second press says something else: {heard_of(second)}"
    if second.status >= 500 or not second.links:
        yield f"the second press ends at {second.status}, without a way on"


def faults_of_refusal(deed: Deed, page: Page) -> Iterator[str]:
    """A refused form: 422, said in the title, the summary first and focused, every error at its field, nothing lost."""
    if page.status != 422:
        yield f"answered {page.status}"
    if not page.title.startswith(WRONG):
        yield f"title {page.title!r} does not say that something is wrong"
    first = next(iter(elements(page.tree, "main")[0]))
    is_group = (first.get("role"), first.get("tabindex")) == ("group", "-1")
    if not is_group or first.get("autofocus") is None:
        yield "no summary of errors first in main, focused"
    yield from _unexplained(page, first)
    for label, typed in deed.refused.items():
        if page.value(label) != typed:
            yield f"{label!r} lost what was typed: {page.value(label)!r}"


def _unexplained(page: Page, summary: Element) -> Iterator[str]:
    for link in elements(summary, "a"):
        field = with_id(page.tree, (link.get("href") or "").removeprefix("#"))
        wrong = _wrong(page, field)
        if wrong is None:
            yield f"{words(link)!r} leads to no wrong field"
            continue
        told = [with_id(page.tree, name) for name in (wrong.get("aria-describedby") or "").split()]
        if not any(each is not None and words(each).startswith(WRONG + words(link)) for each in told):
            yield f"{words(link)!r} is not said at its field"


def _wrong(page: Page, field: Element | None) -> Element | None:
    """What is marked as wrong: the field itself; of a choice the group around it, since no single choice is wrong."""
    if field is not None and field.get("type") in {"radio", "checkbox"}:
        around = parents(page.tree)
        while field is not None and field.tag != "fieldset":
            field = around.get(field)
        return field if field is not None and has_class(field, "field--wrong") else None
    return field if field is not None and field.get("aria-invalid") == "true" else None


def faults_of_paste(field: Field, here: Page, plain: Page, why: str, text: str) -> Iterator[str]:
    """Something pasted or dictated must mean the same as `plain` does, or be refused with words, and kept.

    What is on the field's own list of the same may not be refused.
    """
    page = field.typed(here, text)
    must = why in field.same
    if page.status == 422:
        if must:
            yield f"{why}: {text!r} is refused"
        if not page.title.startswith(WRONG) or line(page.value(field.label)) != line(text):
            yield f"{why}: {text!r} is refused and lost, or refused in silence"
    elif page.status != 200:
        yield f"{why}: {text!r} is answered {page.status}"
    elif must and field.meaning(page) != field.meaning(plain):
        yield f"{why}: {text!r} means something else: {field.meaning(page)[:200]!r}"
