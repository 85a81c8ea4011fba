"""What a kind of application tells the engine: what it asks, what it fills in itself, what its document says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from webapp.core.actor import Actor
from webapp.core.entrusted import Function
from webapp.documents.tree import Document
from webapp.questions.asked import Asked, Question
from webapp.questions.forms import Around

Choice = tuple[str, Any, Any]
"""Value, words, note, as the components want them."""
Meant = Mapping[str, Any]
"""Field → what the answer was understood as."""


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """What state systems have told and nobody types: shown as text, with where it may be mended."""

    heading: Any
    facts: tuple[tuple[str, str], ...]
    source: str
    """«по данным Госуслуг на 14 марта 2027 года»."""
    mend: str
    """What to do where it is wrong: a sentence, or the words of a link."""
    mended_at: str = ""
    """The address at which the person may have it mended; empty where the sentence says all."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the task list: questions in their order, or facts that are only shown."""

    slug: str
    heading: Any
    questions: tuple[Question, ...] = ()
    told: tuple[Told, ...] = field(default=(), repr=False)


class Journey(Protocol):
    """One application of a kind for one person today: what is asked depends on what is known and what was answered."""

    def title(self, meant: Meant) -> str:
        """What it is, for headings and lists, as far as it is known."""
        ...

    def sections(self, meant: Meant) -> tuple[Section, ...]:
        """All parts as far as they are known; what follows an answer appears with the answer."""
        ...

    def around(self, meant: Meant) -> Around:
        """What answers depend on."""
        ...

    def suggested(self, meant: Meant) -> Mapping[str, str]:
        """What stands in a field before anything was typed there, by what systems have told."""
        ...

    def choices(self, asked: Asked, meant: Meant) -> list[Choice]:
        """What may be chosen where something is chosen."""
        ...

    def said(self, asked: Asked, meant: Any) -> str:
        """An answer in words; empty where nothing was answered."""
        ...

    def handed_to(self, meant: Meant) -> Sequence[tuple[str, str]]:
        """Who gets the paper and how they are reached, as far as systems have told: name and value of each fact."""
        ...

    def hindrance(self, meant: Meant) -> str:
        """Why this application cannot be made now, in a sentence; empty where it can."""
        ...

    def document(self, meant: Meant, today: date) -> Document:
        """The application as it will be signed; only where nothing is open."""
        ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of application. `open` opens a journey for whom the actor acts; it may read, never write.

    `refresh` asks the systems that know the person, where what is kept of them is old: before a draft is begun.
    `heading` is that of the list of drafts; `way` (words, endpoint) leads on where no application can be made.
    """

    slug: str
    heading: Any
    way: tuple[Any, str]
    function: Function
    open: Callable[[Actor], Journey]
    refresh: Callable[[Actor], object]
