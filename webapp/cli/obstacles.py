"""The staff's side of «Сообщить о препятствии»: who waits for an answer, what was said, the answer itself."""

from collections.abc import Iterator
from datetime import date

from webapp.cli.opened import opened
from webapp.core import clock
from webapp.core.database import db, record
from webapp.core.errors import NotFound
from webapp.obstacles import actions, queries, rules
from webapp.obstacles.errors import AlreadyAnswered, NothingSaid
from webapp.obstacles.queries import Report
from webapp.obstacles.rules import Contact, State
from webapp.settings import Settings

BEGINNING = 70
"""So many characters of a report stand in the list."""


class Refused(Exception):
    """A command that cannot be carried out; the message says why."""


def listed(settings: Settings, open_only: bool) -> Iterator[str]:
    """A line about each report, those that are overdue first, and how many there are."""
    with opened(settings):
        found = queries.reports(open_only)
        for each in found:
            yield f"{each.number}  {_standing(each)}  {_beginning(each.message.text)}"
        overdue = sum(each.state is State.OVERDUE for each in found)
        waiting = sum(each.state is not State.ANSWERED for each in found)
        yield f"reports: {len(found)}, without an answer: {waiting}, overdue: {overdue}"


def shown(settings: Settings, number: str) -> Iterator[str]:
    """Everything that one report says. Raises Refused for a number that no report has."""
    with opened(settings):
        found = _report(number)
        said = found.message
        yield f"number: {found.number}"
        yield f"state: {_standing(found)}"
        yield f"reported: {found.reported_on}"
        yield f"page: {rules.page_read(said.page) or 'not told'}"
        yield f"language: {said.language}"
        yield f"reading settings: {said.settings or 'not told'}"
        yield f"browser: {said.browser or 'not told'}"
        yield f"contact ({found.contact_kind}): {said.contact or 'none'}"
        yield f"\n{said.text}"
        if found.answer is not None:
            told = found.answer
            yield f"\nanswer of {found.answered_on} ({told.language}), kept until {found.kept_until}:\n{told.text}"


def answered(settings: Settings, number: str, text: str, language: str, replaces: bool) -> Iterator[str]:
    """Answer a report; says whom to tell besides. Raises Refused when nothing was changed."""
    with opened(settings):
        known = _report(number)
        try:
            with record() as database:
                actions.answer(database, known.number, text, language, replaces)
        except AlreadyAnswered:
            raise Refused(f"{known.number} is answered already; --replace puts this answer in its place") from None
        except NothingSaid:
            raise Refused("the answer is empty; nothing was changed") from None
        yield f"{known.number}: answered, the page of this number shows it now"
        if known.contact_kind is not Contact.NONE:
            yield f"the person asked to be told as well, contact ({known.contact_kind}): {known.message.contact}"


def removed(settings: Settings, number: str) -> str:
    """Remove a report with everything that it says. Raises Refused for a number that no report has."""
    with opened(settings):
        try:
            with record() as database:
                actions.remove(database, _typed(number))
        except NotFound:
            raise Refused(f"there is no report {number}") from None
        return f"{_typed(number)}: removed"


def _report(number: str) -> Report:
    try:
        found = queries.report(_typed(number))
    except NotFound:
        raise Refused(f"there is no report {number}") from None
    db.session.rollback()  # what follows may be a transaction of its own
    return found


def _typed(number: str) -> str:
    return rules.number_typed(number) or number


def _standing(found: Report) -> str:
    today = clock.today()
    if found.state is State.ANSWERED:
        return f"answered {found.answered_on}"
    return f"{_late(found.promised_for, today)}promised for {found.promised_for}"


def _late(promised_for: date, today: date) -> str:
    return f"OVERDUE by {(today - promised_for).days} days, " if today > promised_for else ""


def _beginning(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= BEGINNING else one_line[: BEGINNING - 1] + "…"
