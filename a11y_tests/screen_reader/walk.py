"""Carries out a journey with the reader, and judges what was heard."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from a11y_tests import people
from a11y_tests.screen_reader.deeds import OPEN, OVER, UNTIL, do
from a11y_tests.screen_reader.heard import Heard, missing
from a11y_tests.screen_reader.journey import Journey, Step
from a11y_tests.screen_reader.journey_file import HEARD, SHOWN, SILENT
from a11y_tests.screen_reader.reader import Reader
from a11y_tests.screen_reader.session import Session

LATE_SECONDS = 1.0
"""How long a status that came late is listened for, once a step, before it counts as not heard."""


@dataclass(slots=True)
class Attempt:
    """One walk: what was heard step by step, what it took, and what went wrong (empty when nothing did)."""

    steps: list[tuple[Step, Heard]] = field(default_factory=list)
    keys: int = 0
    words: int = 0
    late: int = 0
    failure: str = ""


class NobodyServes(LookupError):
    """A journey names a place whose address was not given."""


def attempts(journey: Journey, session: Session, places: Mapping[str, str], most: int = 2) -> list[Attempt]:
    """Walk; once more, as a new person, when something went wrong. The last attempt is the outcome."""
    made: list[Attempt] = []
    while len(made) < most and (not made or made[-1].failure):
        with session.person():
            made.append(walk(journey, Reader(session), places))
    return made


def walk(journey: Journey, reader: Reader, places: Mapping[str, str]) -> Attempt:
    """Walk until the end or the first thing that is not as expected. `places` says where `{site}` is."""
    attempt = Attempt()
    _make_new(journey, places)
    for step in journey.steps:
        if step.deed == OVER:
            people.end_all(places["site"])
        heard = do(reader, step.deed, _placed(step, places))
        failure = _wrong(step, heard, reader)
        if failure:
            heard += reader.waits(LATE_SECONDS)
            failure = _wrong(step, heard, reader)
            attempt.late += not failure
        attempt.steps.append((step, heard))
        if failure:
            attempt.failure = f"{journey.name}.journey:{failure}"
            break
    attempt.keys, attempt.words = reader.keys, reader.words
    attempt.failure = attempt.failure or _whole_way(journey, attempt, reader.counts)
    _make_new(journey, places)
    return attempt


def _make_new(journey: Journey, places: Mapping[str, str]) -> None:
    """Before the way, so that it begins as it says; after it, so that nothing it did is met by another test."""
    for full_name in journey.newcomers:
        people.make_new(places["site"], full_name)


def _placed(step: Step, places: Mapping[str, str]) -> str:
    if step.deed != OPEN:
        return step.value
    try:
        return step.value.format_map(places)
    except KeyError as unknown:
        raise NobodyServes(f"{step}: nobody serves {unknown}") from unknown


def _wrong(step: Step, heard: Heard, reader: Reader) -> str:
    """What is not as expected, with its line; empty when all is."""
    if step.deed in UNTIL and not heard.has(step.value):
        return f"{step.line}: «{step}»: не слышно. {_said(heard)}"
    lost = missing(tuple(each.phrase for each in step.expected if each.kind == HEARD), heard.speech)
    for each in step.expected:
        if each.kind == HEARD and each.phrase == lost:
            return f"{each.line}: после «{step}» не слышно «{lost}». {_said(heard)}"
        if each.kind == SILENT and heard.has(each.phrase):
            return f"{each.line}: после «{step}» слышно «{each.phrase}». {_said(heard)}"
        if each.kind == SHOWN and not reader.shows(heard, each.phrase):
            return f"{each.line}: после «{step}» на дисплее нет «{each.phrase}». {_said(heard)}"
    return ""


def _said(heard: Heard) -> str:
    return f"Слышно: {' | '.join(heard.speech) or 'тишина'}"


def _whole_way(journey: Journey, attempt: Attempt, counts: bool) -> str:
    said = Heard(tuple(piece for _, heard in attempt.steps for piece in heard.speech))
    unsaid = [must for must in journey.must if not said.has(must.phrase)]
    if unsaid:
        return f"{journey.name}.journey:{unsaid[0].line}: за весь путь не слышно обязательное «{unsaid[0].phrase}»"
    for what, taken, most in (("клавиш", attempt.keys, journey.keys), ("слов", attempt.words, journey.words)):
        if counts and taken > most:
            cure = "Если так и нужно, допишите строку с новым числом и причиной, пройдите снова, make report-accept"
            return f"{journey.name}.journey: {what} {taken}, можно не больше {most}. {cure}"
    return ""
