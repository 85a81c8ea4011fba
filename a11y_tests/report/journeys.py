"""The journeys of the last run: what each cost a person, and how that changed since it was accepted."""

from collections.abc import Mapping
from pathlib import Path

from a11y_tests.report.moments import told as moment
from a11y_tests.screen_reader import accepted, journey_file, record, ways
from a11y_tests.screen_reader.accepted import Accepted
from a11y_tests.screen_reader.journey import Journey
from a11y_tests.screen_reader.measures import CELLS, PRACTISED_RATE, USUAL_RATE
from a11y_tests.screen_reader.record import Record
from a11y_tests.section import Section

FOLDER = "journeys"
TITLE = "Пути на слух"
BROWSERS = {
    ways.FIREFOX: "Firefox",
    ways.CHROMIUM: "Chromium",
    ways.NARROW: "Firefox при ширине 320",
    ways.WITHOUT_SCRIPT: "Firefox без сценариев",
}
MEASURES = {
    "keys": "Клавиш",
    "words": "Слов",
    "seconds": "Секунд речи",
    "practised_seconds": "Секунд быстрой речи",
    "braille_lines": "Строк Брайля",
}
COLUMNS = ("Путь", "Исход", *MEASURES.values(), "Повторных попыток", "Ответов с опозданием")
NONE = "нет"
HOW = (
    f"Секунды речи измерены синтезатором espeak-ng: обычная скорость {USUAL_RATE}, с которой он говорит сам, "
    f"быстрая {PRACTISED_RATE}; для опытного слушателя это предположение, людей мы не спрашивали.",
    f"Строки Брайля — сколько раз по {CELLS} клеток занимает всё сказанное, слова не разрываются.",
    "Изменение — против принятого: файл accepted.toml. Бюджеты действуют в Firefox.",
)


def sections(report: Path) -> list[Section]:
    """All journeys that are to be walked, those that were not among them."""
    journeys = {path.stem: journey_file.load(path) for path in ways.JOURNEYS}
    return [told(journeys, ways.expected(), record.read(report / FOLDER), accepted.load())]


def told(
    journeys: Mapping[str, Journey],
    expected: list[tuple[str, str]],
    records: Mapping[tuple[str, str], Record],
    before: Mapping[str, Accepted],
) -> Section:
    """The section of given records."""
    walked = {
        key: records[key] for key in expected if key in records and records[key].digest == journeys[key[0]].digest
    }
    rows = [
        _row(walked[key], before.get(key[0]) if key[1] == ways.COUNTED else None)
        if key in walked
        else _missing(journeys[key[0]], key[1], key in records)
        for key in expected
    ]
    lines = (*_outcome(expected, walked), *_shorter(walked, before), *_reasons(journeys), *HOW)
    addresses = {name(walk.title, walk.browser): page(key) for key, walk in walked.items()}
    return Section(TITLE, lines, COLUMNS, tuple(rows), addresses)


def name(title: str, browser: str) -> str:
    """How a walk is called: the journey and the browser."""
    return f"{title[:1].upper()}{title[1:]}, {BROWSERS[browser]}"


def page(key: tuple[str, str]) -> str:
    """Where the transcript of a walk is, inside the report."""
    return f"{FOLDER}/{key[0]}.{key[1]}.html"


def change(now: int, before: int) -> str:
    """A number and how it differs from the accepted one, in words that a synthesizer reads whole."""
    if now == before:
        return f"{now}"
    return f"{now}, на {abs(now - before)} {'больше' if now > before else 'меньше'}"


def _row(walk: Record, before: Accepted | None) -> tuple[str, ...]:
    numbers = [
        change(getattr(walk.measures, field), getattr(before, field)) if before else str(getattr(walk.measures, field))
        for field in MEASURES
    ]
    outcome = "не пройден" if walk.failure else "пройден"
    if before is None and walk.browser == ways.COUNTED:
        outcome += ", ещё не принят"
    return (name(walk.title, walk.browser), outcome, *numbers, str(walk.retries), str(walk.late))


def _missing(journey: Journey, browser: str, is_old: bool) -> tuple[str, ...]:
    outcome = "записан по прежнему тексту пути, пройдите снова" if is_old else "записи нет: не пройден"
    return (name(journey.title, browser), outcome, *[NONE] * (len(COLUMNS) - 2))


def _outcome(expected: list[tuple[str, str]], walked: Mapping[tuple[str, str], Record]) -> tuple[str, ...]:
    """First of all: is the run whole, is all well; then when it was and whether anything was tried twice."""
    good = [walk for walk in walked.values() if not walk.failure]
    first = f"Пройдено: {len(good)}. Должно быть: {len(expected)}."
    if len(walked) < len(expected):
        first += f" Прогон неполный, нет записей: {len(expected) - len(walked)}."
    if not walked:
        return (first,)
    days = sorted(walk.at for walk in walked.values())
    again = [name(walk.title, walk.browser) for walk in walked.values() if walk.retries]
    twice = f"Со второй попытки: {'; '.join(again)}." if again else "Со второй попытки: ни одного."
    return (first, f"Первая запись: {moment(days[0])}. Последняя: {moment(days[-1])}.", twice)


def _shorter(walked: Mapping[tuple[str, str], Record], before: Mapping[str, Accepted]) -> tuple[str, ...]:
    """Ways that became shorter: what was won is kept only when it is accepted."""
    found = [
        walk.title
        for (journey, browser), walk in walked.items()
        if browser == ways.COUNTED and not walk.failure and journey in before
        if walk.measures.keys < before[journey].keys or walk.measures.words < before[journey].words
    ]
    return (f"Стало короче: {'; '.join(found)}. Принять: make report-accept.",) if found else ()


def _reasons(journeys: Mapping[str, Journey]) -> tuple[str, ...]:
    """Why budgets were raised, in the words of the journeys' files."""
    return tuple(
        f"{journey.title}: {budget.what} не больше {budget.most}, потому что {budget.reason}."
        for journey in journeys.values()
        for budget in journey.budgets
        if budget.reason
    )
