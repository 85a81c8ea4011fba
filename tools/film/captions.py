"""The words of a film as files: captions in WebVTT, the whole story as text. Who speaks is said when it changes."""

from tools.film.script import Script, Timed

WHO = {
    "ru": {"narrator": "Диктор", "describer": "Описание", "device": "Прибор", "sound": "Звук"},
    "en": {"narrator": "Narrator", "describer": "Description", "device": "Device", "sound": "Sound"},
}
BOM = "\ufeff"
"""By it plain editors know that the file is in UTF-8."""


def said(timed: Timed, language: str) -> str:
    """A line with its speaker: «Диктор: …»."""
    words = timed.line.ru if language == "ru" else timed.line.en
    return f"{WHO[language][timed.line.who]}: {words}"


def captions(lines: list[Timed], language: str) -> str:
    """WebVTT: a cue a line."""
    cues = [f"{_clock(each.start)} --> {_clock(each.end)}\n{said(each, language)}\n" for each in lines]
    return "\n".join(["WEBVTT\n", *cues])


def transcript(script: Script, lines: list[Timed], language: str) -> str:
    """The film to read: its name, then every line."""
    name = script.ru if language == "ru" else script.en
    return BOM + "\r\n".join([f"{name}.", "", *(said(each, language) for each in lines), ""])


def _clock(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3600000:02}:{whole // 60000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"
