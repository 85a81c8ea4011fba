"""When something was recorded, in words that a synthesizer reads whole."""

from datetime import datetime

from babel.dates import format_datetime


def told(moment: str) -> str:
    """«22 ноября 2026 года, 6:05 по всемирному времени» of a moment as it is kept."""
    return format_datetime(datetime.fromisoformat(moment), "d MMMM y 'года', H:mm 'по всемирному времени'", locale="ru")
