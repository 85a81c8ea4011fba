"""Reads a journey from a text that anyone can change; what it cannot understand is told with file and line."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from a11y_tests.screen_reader.deeds import ALONE, OPEN, PRESS, UNTIL, WAIT, WITH_VALUE
from a11y_tests.screen_reader.journey import KEYS, WORDS, Budget, Expected, Journey, Step
from a11y_tests.screen_reader.keys import UnknownKey, x_names

HEARD, SILENT, SHOWN = "слышно", "не слышно", "на дисплее"
EXPECTING = frozenset((HEARD, SILENT, SHOWN))
TITLE, MUST, NEWCOMER = "путь", "обязательно", "впервые"
BUDGET = re.compile(rf"({KEYS}|{WORDS}) не больше (\d+)(?:, потому что (\S.*))?$")
PLACE = re.compile(r"\{(\w*)\}?")
PLACES = frozenset(("site", "sandbox"))
MOST_SECONDS = 10.0


class JourneyUnclear(ValueError):
    """A journey file says something that cannot be carried out; the message names file and line."""


def load(path: Path) -> Journey:
    """Read one file. Raises JourneyUnclear."""
    return parse(path.read_text(encoding="utf-8"), path.stem, path.name)


def parse(text: str, name: str, shown: str) -> Journey:
    """Read the text of a journey; `shown` is how errors call its file. Raises JourneyUnclear."""
    return _Reading(name, shown).whole(text)


class _Reading:
    """One file, line by line."""

    def __init__(self, name: str, shown: str) -> None:
        self._name, self._shown = name, shown
        self._line = 0
        self._title = ""
        self._budgets: list[Budget] = []
        self._must: list[Expected] = []
        self._newcomers: list[str] = []
        self._steps: list[Step] = []

    def whole(self, text: str) -> Journey:
        for self._line, line in enumerate(text.splitlines(), 1):
            words = line.strip()
            if words and not words.startswith("#"):
                self._one(words)
        self._line = 0
        for lacking, there in (
            (f"«{TITLE}: …»", self._title),
            (f"«{KEYS} не больше …»", self._most(KEYS) is not None),
            (f"«{WORDS} не больше …»", self._most(WORDS) is not None),
            ("«открыть: …»", self._steps),
            (f"«{HEARD}: …»", any(each.kind == HEARD for step in self._steps for each in step.expected)),
        ):
            if not there:
                raise self._unclear(f"нет строки {lacking}")
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        return Journey(
            self._name,
            self._title,
            tuple(self._budgets),
            tuple(self._must),
            tuple(self._steps),
            digest,
            tuple(self._newcomers),
        )

    def _most(self, what: str) -> int | None:
        """What is allowed by the lines read so far."""
        return next((budget.most for budget in reversed(self._budgets) if budget.what == what), None)

    def _one(self, words: str) -> None:
        if budget := BUDGET.match(words):
            return self._budget(budget[1], int(budget[2]), budget[3])
        word, colon, value = (part.strip() for part in words.partition(":"))
        takes = _TAKES.get(word)
        if takes is None:
            raise self._unclear(f"непонятно слово «{word}»; понятны: {', '.join(sorted(_TAKES))}, клавиш не больше")
        if word in ALONE and colon:
            raise self._unclear(f"после «{word}» ничего не пишут")
        if word not in ALONE and not value:
            raise self._unclear(f"после «{word}:» ничего нет")
        takes(self, word, value)
        return None

    def _titled(self, _word: str, value: str) -> None:
        self._in_head(TITLE)
        if self._title:
            raise self._unclear(f"«{TITLE}» уже есть")
        self._title = value

    def _needed(self, _word: str, value: str) -> None:
        self._in_head(MUST)
        self._must.append(Expected(self._line, MUST, value))

    def _newcomer(self, _word: str, value: str) -> None:
        self._in_head(NEWCOMER)
        self._newcomers.append(value)

    def _budget(self, what: str, most: int, reason: str | None) -> None:
        self._in_head(f"{what} не больше")
        before = self._most(what)
        if before is not None and most <= before:
            raise self._unclear(f"{what}: было {before}, новая строка пишется, только если стало больше")
        if before is not None and not reason:
            raise self._unclear(f"{what}: стало больше, чем {before}; допишите «, потому что …»")
        self._budgets.append(Budget(what, most, reason or ""))

    def _deed(self, word: str, value: str) -> None:
        if not self._steps and word != OPEN:
            raise self._unclear("путь начинается со строки «открыть: адрес»")
        if word == PRESS:
            try:
                x_names(value)
            except UnknownKey as unknown:
                raise self._unclear(str(unknown)) from unknown
        if word == WAIT and not (re.fullmatch(r"\d+(?:\.\d+)?", value) and 0 < float(value) <= MOST_SECONDS):
            raise self._unclear(f"«ждать» — это секунды, не больше {MOST_SECONDS:.0f}")
        if word == OPEN:
            self._address(value)
        self._steps.append(Step(self._line, word, value))

    def _address(self, value: str) -> None:
        for place in PLACE.finditer(value):
            if place[1] not in PLACES or not place[0].endswith("}"):
                raise self._unclear(f"неизвестное место {place[0]}; известны: {{site}}, {{sandbox}}")
        if not value.startswith(("{", "http://", "https://")):
            raise self._unclear("адрес начинается с {site} или {sandbox}")

    def _expected(self, word: str, value: str) -> None:
        if not self._steps:
            raise self._unclear(f"«{word}» раньше первого действия")
        last = self._steps[-1]
        expected = (*last.expected, Expected(self._line, word, value))
        self._steps[-1] = Step(last.line, last.deed, last.value, expected)

    def _in_head(self, word: str) -> None:
        if self._steps:
            raise self._unclear(f"«{word}» пишут в начале, до первого действия")

    def _unclear(self, message: str) -> JourneyUnclear:
        where = f"{self._shown}:{self._line}" if self._line else self._shown
        return JourneyUnclear(f"{where}: {message}")


_Takes = Callable[[_Reading, str, str], None]
_TAKES: dict[str, _Takes] = {
    TITLE: _Reading._titled,
    MUST: _Reading._needed,
    NEWCOMER: _Reading._newcomer,
    **dict.fromkeys((*WITH_VALUE, *ALONE, *UNTIL), _Reading._deed),
    **dict.fromkeys(EXPECTING, _Reading._expected),
}
