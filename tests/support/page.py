"""A page as a person uses it: read the heading, follow the words of a link, fill in fields by their labels, press."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from tests.support.html import elements, parsed, with_id, words

if TYPE_CHECKING:
    from tests.support.strict_client import StrictClient

CHOICES = ("checkbox", "radio")
Sent = dict[str, list[str]]
"""What a form sends: name → values."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link's words and where it leads."""

    words: str
    address: str


class Page:
    """A page that was opened at `address`."""

    def __init__(self, client: "StrictClient", address: str, response: TestResponse) -> None:
        self._client = client
        self.address = address
        self.status = response.status_code
        self.response = response
        self.tree = parsed(response.text)

    @property
    def h1(self) -> str:
        return words(elements(self.tree, "h1")[0])

    @property
    def title(self) -> str:
        return " ".join((elements(self.tree, "title")[0].text or "").split())

    @property
    def language(self) -> str:
        return elements(self.tree, "html")[0].get("lang") or ""

    @property
    def text(self) -> str:
        """All that is read out, in one line."""
        return words(self.tree)

    @property
    def main(self) -> str:
        """What is read out between banner and footer."""
        return words(elements(self.tree, "main")[0])

    @property
    def links(self) -> list[Link]:
        return [Link(words(link), link.get("href") or "") for link in elements(self.tree, "a")]

    def headings(self, level: int) -> list[str]:
        return [words(heading) for heading in elements(self.tree, f"h{level}")]

    def link(self, said: str) -> Link:
        """The one link whose words begin so."""
        found = {link for link in self.links if link.words.startswith(said)}
        assert len(found) == 1, f"{len(found)} links say {said!r} at {self.address}"
        return found.pop()

    def follow(self, said: str) -> "Page":
        """Go where the link with these words leads."""
        return self._client.page(urljoin(self.address, self.link(said).address))

    def reopened(self) -> "Page":
        """The page of this address as it is now."""
        return self._client.page(self.address)

    def follow_to(self, address: str) -> "Page":
        """Follow a link of this page by where it leads, whatever its words are today."""
        assert address in {link.address for link in self.links}, f"no link to {address} at {self.address}"
        return self._client.page(urljoin(self.address, address))

    def value(self, label: str) -> str:
        """What stands in the field with this label."""
        control = self._control(label)
        return (control.text or "").lstrip("\n") if control.tag == "textarea" else control.get("value") or ""

    def says_of(self, label: str) -> str:
        """What is said together with a field: its descriptions in order."""
        told = (self._control(label).get("aria-describedby") or "").split()
        return " ".join(words(found) for name in told if (found := with_id(self.tree, name)) is not None)

    def submit(self, answers: Mapping[str, str] | None = None, button: str = "") -> "Page":
        """Fill in fields by their labels, then press the button with these words (the only one when not named)."""
        method, address, sent = self.asks(answers, button)
        if method == "get":
            address, hash_sign, anchor = address.partition("#")
            return self._client.page(f"{address}?{urlencode(sent, doseq=True)}{hash_sign}{anchor}")
        return self._client.send(address, sent, self.address)

    def asks(self, answers: Mapping[str, str] | None = None, button: str = "") -> tuple[str, str, Sent]:
        """What a browser would ask for when the button is pressed: method, address, what is sent."""
        form = self._form(button)
        sent = _standing_values(form)
        for label, answer in (answers or {}).items():
            control = self._control(label)
            name, value = control.get("name") or "", control.get("value") or ""
            if control.get("type") == "checkbox":
                sent[name] = [*sent.get(name, ()), value]
            else:
                sent[name] = [value if _is_choice(control) else answer]
        leads_to = form.get("action")
        for pressed in elements(form, "button"):
            if not button or words(pressed) == button:
                leads_to = pressed.get("formaction") or leads_to
                if pressed.get("name"):
                    sent[pressed.get("name") or ""] = [pressed.get("value") or ""]
        return (form.get("method") or "get").lower(), urljoin(self.address, leads_to or ""), sent

    def button(self, said: str) -> str:
        """All words of the button whose words begin so, the shortest of several."""
        found = [words(each) for each in elements(self.tree, "button") if words(each).startswith(said)]
        assert found, f"no button says {said!r} at {self.address}"
        return min(found, key=len)

    def _form(self, button: str) -> Element:
        forms = elements(self.tree, "form")
        if button:
            forms = [form for form in forms if button in (words(pressed) for pressed in elements(form, "button"))]
        elif len(forms) > 1:
            forms = [form for form in forms if (form.get("method") or "").lower() == "post"]
        assert len(forms) == 1, f"{len(forms)} forms with the button {button!r} at {self.address}"
        return forms[0]

    def _control(self, label: str) -> Element:
        labels = elements(self.tree, "label")
        found = [each for each in labels if words(each) == label] or [
            each for each in labels if words(each).startswith(label)
        ]
        assert len(found) == 1, f"{len(found)} labels say {label!r} at {self.address}"
        control = with_id(self.tree, found[0].get("for") or "")
        assert control is not None, f"the label {label!r} labels nothing"
        return control


def _standing_values(form: Element) -> dict[str, list[str]]:
    """What the form would send as it stands; of checkboxes with one name all that are ticked."""
    sent: dict[str, list[str]] = {}
    for control in elements(form, "input", "textarea"):
        if not _is_choice(control) or control.get("checked") is not None:
            text = control.text if control.tag == "textarea" else control.get("value")
            sent.setdefault(control.get("name") or "", []).append(text or "")
    return sent


def _is_choice(control: Element) -> bool:
    return control.get("type") in CHOICES
