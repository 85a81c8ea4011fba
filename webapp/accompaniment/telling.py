"""Lines of the cockpit in words, and how one applies to an organisation."""

from collections.abc import Callable
from datetime import date

from flask import Flask
from flask_babel import LazyString, lazy_gettext

from webapp.accompaniment.cockpit import Line, Said
from webapp.accompaniment.rules import Participant, Request
from webapp.accompaniment.words import BEGINS, answer, reason
from webapp.core.access import actor
from webapp.core.locale import gettext
from webapp.core.spoken import day, deadline
from webapp.gateways.accompaniment.port import Way
from webapp.ipra.formats import DIRECTIONS

WAYS: dict[Way, LazyString] = {
    Way.IN_PERSON: lazy_gettext("прийти лично"),
    Way.TELEPHONE: lazy_gettext("позвонить"),
    Way.EMAIL: lazy_gettext("написать на электронную почту"),
    Way.POST: lazy_gettext("отправить письмо по почте"),
    Way.PORTAL: lazy_gettext("подать через Госуслуги"),
}


def tell(line: Line) -> str:
    """How things stand with this institution: the state in the first words, then why, until when, what begins it.

    Said to whom it is about as «по вашему заявлению», to who acts for them without «вашему».
    """
    if line.said is Said.STOPPED:
        return _and_until_when(_stopped(line), line.may_resume_until)
    if line.said is Said.STOPPED_WITHOUT_RIGHT:
        told = gettext("%(stopped)s. Сейчас возобновить нельзя.", stopped=_stopped(line))
    else:
        told = _SAID[line.said](_day(line.record.since), _day(line.record.until))
    if line.said is Said.GIVEN and line.participant is Participant.ORGANISATION:
        return (
            f"{told} {gettext('Попросить о помощи можно и другую организацию.')}"  # paragraphs 10–12 forbid it nowhere
        )
    if line.said in _WITH_REASON:
        return f"{told} {reason(line.eligibility)}"
    return f"{told} {answer(line.eligibility)}" if line.said is Said.NO_DATA else told


BUTTONS = {
    (Request.STOP, Participant.MSE): lazy_gettext("Прекратить сопровождение учреждением МСЭ"),
    (Request.STOP, Participant.FUND): lazy_gettext("Прекратить сопровождение отделением Социального фонда"),
    (Request.STOP, Participant.ORGANISATION): lazy_gettext("Прекратить сопровождение реабилитационной организацией"),
    (Request.RESUME, Participant.MSE): lazy_gettext("Возобновить сопровождение учреждением МСЭ"),
    (Request.RESUME, Participant.FUND): lazy_gettext("Возобновить сопровождение отделением Социального фонда"),
    (Request.RESUME, Participant.ORGANISATION): lazy_gettext("Возобновить сопровождение реабилитационной организацией"),
}
"""What begins an application, by what is asked and of whom."""


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        accompaniment_told=tell,
        accompaniment_button=lambda request, participant: str(BUTTONS[request, participant]),
        accompaniment_directions=lambda found: ", ".join(_lower_first(str(DIRECTIONS[one])) for one in found),
        accompaniment_choices=lambda found: [(one, DIRECTIONS[one], "") for one in found],
        accompaniment_ways=lambda found: ", ".join(str(WAYS[one]) for one in found),
    )


_WITH_REASON = frozenset({Said.GIVEN_WITHOUT_RIGHT, Said.STOPPED_WITHOUT_RIGHT, Said.NO_RIGHT})
_SAID: dict[Said, Callable[[str, str], str]] = {
    Said.GIVEN: lambda since, _: gettext("Предоставляется с %(since)s.", since=since),
    Said.GIVEN_WITHOUT_RIGHT: lambda since, _: gettext(
        "Предоставляется по данным реестра с %(since)s, но права сейчас нет.", since=since
    ),
    Said.PROGRAMME_ENDED: lambda _, day: gettext("Закончилось %(day)s, потому что закончился срок программы.", day=day),
    Said.DECISION_CHANGED: lambda _, day: gettext(
        "Закончилось %(day)s, потому что учреждение МСЭ изменило решение об ограничениях.", day=day
    ),
    Said.BEGINS_ITSELF: lambda *_: gettext("Не предоставляется. Должно начаться само, заявление не нужно."),
    Said.WORKS_WITH_OTHERS: lambda *_: f"{gettext('Не предоставляется.')} {BEGINS[Participant.AUTHORITY]}",
    Said.MAY_BE_ASKED: lambda *_: gettext(
        "Не предоставляется ни одной организацией. О помощи можно попросить заявлением."
    ),
    Said.NO_RIGHT: lambda *_: gettext("Не предоставляется."),
    Said.NO_DATA: lambda *_: gettext("Нет данных."),
}
"""What is said → its words, of the days since when and until when; what the person has stopped has words of its own."""


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _stopped(line: Line) -> str:
    last = _day(line.record.until)
    if actor().acting:
        return gettext("Прекращено по заявлению %(day)s", day=last)
    return gettext("Прекращено по вашему заявлению %(day)s", day=last)


def _and_until_when(stopped: str, last: date | None) -> str:
    if last is None:
        return gettext("%(stopped)s. Можно возобновить в любой день: программа бессрочная.", stopped=stopped)
    return gettext("%(stopped)s. Можно возобновить до %(deadline)s.", stopped=stopped, deadline=deadline(last))


def _day(value: date | None) -> str:
    return day(value) if value is not None else ""
