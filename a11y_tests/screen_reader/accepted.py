"""What each journey took when it was last accepted: what a new walk is compared with.

There is one mechanism against a rise: the budget in the journey's file. A walk above it fails, and to raise it the file
must say why. Here stands how high the budget was: whoever raises it without leaving the old line is found. A walk that
took more than was accepted, but not more than is allowed, is told in the report and is not accepted without a reason.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from a11y_tests.screen_reader.journey import KEYS, WORDS, Journey
from a11y_tests.screen_reader.record import Record

FILE = Path(__file__).resolve().parent / "accepted.toml"
HEAD = """\
# What each journey by ear took when it was last accepted, in Firefox. Written by `make report-accept`; read the diff.
"""
KEYS_OF_AIR, SHARE_OF_AIR, WORDS_OF_AIR = 2, 0.1, 20
"""How much a budget may lie above what was accepted: wide ones would let a way grow unnoticed."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """`most_keys` and `most_words` are the budgets of the journey's file on that day."""

    keys: int
    words: int
    seconds: int
    practised_seconds: int
    braille_lines: int
    most_keys: int
    most_words: int
    day: date


def load(path: Path = FILE) -> dict[str, Accepted]:
    """Accepted values by the journey's name; none when nothing was accepted yet."""
    if not path.exists():
        return {}
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Accepted(**row) for name, row in rows.items()}


def save(accepted: Mapping[str, Accepted], path: Path = FILE) -> None:
    """Write all of them, in the order of names."""
    parts = [HEAD]
    for name, values in sorted(accepted.items()):
        fields = (f"{field} = {getattr(values, field)}\n" for field in Accepted.__slots__)
        parts.append(f"\n[{name}]\n{''.join(fields)}")
    path.write_text("".join(parts), encoding="utf-8")


def raised_silently(journey: Journey, before: Accepted) -> list[str]:
    """What the file allows more of than it did, though the line that allowed less is gone and no reason is written."""
    found = []
    for what, most in ((KEYS, before.most_keys), (WORDS, before.most_words)):
        ladder = journey.allowed(what)
        if ladder[-1] > most and most not in ladder:
            found.append(
                f"{journey.name}.journey: {what}: было не больше {most}, стало {ladder[-1]}; "
                f"верните строку «{what} не больше {most}» и допишите под ней новую, со словами «, потому что …»"
            )
    return found


def too_wide(journey: Journey, accepted: Accepted) -> list[str]:
    """Budgets that lie so far above what was accepted that a rise would go unnoticed."""
    air = max(WORDS_OF_AIR, round(accepted.words * SHARE_OF_AIR))
    return [
        f"{journey.name}.journey: {what}: можно {most}, а нужно было {taken}; не больше {taken + more}"
        for what, most, taken, more in (
            (KEYS, journey.keys, accepted.keys, KEYS_OF_AIR),
            (WORDS, journey.words, accepted.words, air),
        )
        if most > taken + more
    ]


def anew(journey: Journey, record: Record, before: Accepted | None, day: date) -> Accepted:
    """What is accepted after a walk: what fell, and what rose with a reason in the file. Raises ValueError."""
    if record.failure or record.digest != journey.digest:
        raise ValueError(f"{journey.name}: не пройден по нынешнему тексту; пройдите его снова")
    taken = record.measures
    if before is None:
        before = Accepted(**asdict(taken), most_keys=journey.keys, most_words=journey.words, day=day)
    if silent := raised_silently(journey, before):
        raise ValueError("\n".join(silent))
    keys_allowed = taken.keys <= before.keys or journey.keys > before.most_keys
    words_allowed = taken.words <= before.words or journey.words > before.most_words
    spoken = taken if words_allowed else before
    after = replace(
        before,
        keys=taken.keys if keys_allowed else before.keys,
        words=spoken.words,
        seconds=spoken.seconds,
        practised_seconds=spoken.practised_seconds,
        braille_lines=spoken.braille_lines,
        most_keys=journey.keys,
        most_words=journey.words,
    )
    return after if after == before else replace(after, day=day)
