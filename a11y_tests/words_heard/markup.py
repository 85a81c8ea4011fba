"""The texts that a listener meets in a page's HTML: its title, what stands in it, names and values of controls."""

from dataclasses import dataclass
from html.parser import HTMLParser

UNHEARD = frozenset({"script", "style", "template", "noscript", "textarea"})
"""What is no text of ours: a `textarea` holds what a person typed."""
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
NAMES = ("alt", "title", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "placeholder")
BUTTONS = frozenset({"submit", "button", "reset"})


@dataclass(frozen=True)
class Text:
    """One text and the element that it stands in."""

    place: str
    words: str


def texts(source: str) -> list[Text]:
    """Every text of a page in reading order. What a person typed into a field is theirs and left out."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return reader.texts


class _Reader(HTMLParser):
    """Keeps the way to where it is. The pages are valid, so an end tag ends what stands last of its name."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[Text] = []
        self._way: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        place = f"{tag}#{given['id']}" if given.get("id") else tag
        for name in NAMES:
            self._tell(f"{place}[{name}]", given.get(name))
        if tag == "input" and given.get("type") in BUTTONS:
            self._tell(f"{place}[value]", given.get("value"))
        if tag not in VOID:
            self._way.append((tag, place))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        tags = [name for name, _ in self._way]
        if tag in tags:
            del self._way[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not any(tag in UNHEARD for tag, _ in self._way):
            self._tell(self._way[-1][1] if self._way else "", data)

    def _tell(self, place: str, words: str | None) -> None:
        if words and words.strip():
            self.texts.append(Text(place, words))
