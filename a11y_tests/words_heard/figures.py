"""Numbers, dates, times and units as no synthesizer and no Braille line keeps them (U5, U28)."""

import re
from collections.abc import Iterator

Found = tuple[str, str]
"""The name of a rule and the very words that break it."""

_UNITS = (
    "кг|мг|мкг|см|мм|км|мл|дБ|Гц|кГц|Вт|кВт|руб|коп|тыс|млн|млрд|шт|экз|тел|моб|ул|стр|рис|табл|чел|мин|сек|гг|пр|др"
    "|kg|mg|cm|mm|km|ml|dB|Hz|lbs?|ft|approx|tel|etc|pcs"
)
_DATE = r"(?<![\d.])\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?![\d.])|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
_RANGE = r"\d\s*[–—−]\s*\d|\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d"
_MEASURED = (
    "д[а-яё]*н|час|минут|год|лет|месяц|грамм|килограмм|сантиметр|миллиметр|метр|рубл|тысяч|раз|слов|знак|процент"
    "|days?|hours?|minutes?|years?|months?|grams?|times|words"
)
# A code has three groups, or stands before a name; two before a measure are a range, heard as two numbers.
_RANGE += rf"|(?<![\d-])\d{{1,4}}-\d{{1,4}}(?= (?:{_MEASURED})[а-яёa-z]*\b)"
_SHORTENED = r"(?<!\w)(?:т\.\s?[депкч]|г\.|см\.|и\.\s?о|e\.g|i\.e|No\.\s?\d)(?!\w)"
_RULES = (
    ("number-spaced", re.compile(r"(?<![\d-])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d-])")),
    ("number-comma", re.compile(r"\d+,\d+")),
    ("number-dash", re.compile(_RANGE)),
    ("number-glued", re.compile(r"[^\W_]*(?:\d[^\W\d_]|[^\W\d_]\d)[^\W_]*")),
    ("date-in-digits", re.compile(_DATE)),
    ("unit-shortened", re.compile(rf"(?<![\w-])(?:{_UNITS})(?![\w-])\.?|(?<=\d)\s[гмлчсВА](?![\w-])\.?")),
    ("words-shortened", re.compile(_SHORTENED, re.IGNORECASE)),
)


def figures(text: str) -> Iterator[Found]:
    """What of a text is heard as another number, or as no word at all."""
    for name, pattern in _RULES:
        for match in pattern.finditer(text):
            yield name, match[0].strip()
