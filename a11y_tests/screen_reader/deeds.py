"""What a line of a journey makes the reader do."""

from collections.abc import Callable

from a11y_tests.screen_reader.heard import Heard
from a11y_tests.screen_reader.keys import x_names
from a11y_tests.screen_reader.reader import Reader


def _presses(reader: Reader, keys: str) -> Heard:
    heard = Heard()
    for key in x_names(keys):
        heard += reader.presses(key)
    return heard


OPEN, PRESS, WAIT, OVER = "открыть", "нажать", "ждать", "вход закончился"
"""The last is done to the person, not by them: the site ends every session, as time would."""
WITH_VALUE: dict[str, Callable[[Reader, str], Heard]] = {
    OPEN: Reader.opens,
    PRESS: _presses,
    "печатать": Reader.types,
    WAIT: lambda reader, seconds: reader.waits(float(seconds)),
}
ALONE: dict[str, Callable[[Reader], Heard]] = {"назад": Reader.goes_back, OVER: lambda _reader: Heard()}
UNTIL: dict[str, Callable[[Reader], Heard]] = {
    "заголовками до": Reader.next_heading,
    "ссылками до": Reader.next_link,
    "ссылками назад до": Reader.previous_link,
    "кнопками до": Reader.next_button,
    "ориентирами до": Reader.next_landmark,
    "пунктами до": Reader.next_item,
    "строками до": Reader.reads_on,
    "клавишей Tab до": Reader.tabs,
}
"""Done again and again until the words after it are heard."""


def do(reader: Reader, deed: str, value: str) -> Heard:
    """Do one deed; all that was heard."""
    if deed in UNTIL:
        return reader.repeats(lambda: UNTIL[deed](reader), value)
    return ALONE[deed](reader) if deed in ALONE else WITH_VALUE[deed](reader, value)
