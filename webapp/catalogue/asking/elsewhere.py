"""What people ask for that is no product but a page of this site: accompaniment, the certificate. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext

from webapp.catalogue.asking.everyday import forms

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Service:
    """`said` are dictionary forms, each of which names it; `page` is the endpoint that tells of it, under `name`."""

    said: frozenset[str]
    page: str
    name: Any


SERVICES = (
    Service(
        frozenset({"сопровождение", "сопровождать", "провожатый", "363н", "accompaniment"}),
        "accompaniment.about",
        lazy_gettext("Сопровождение: что это"),
    ),
    Service(
        frozenset({"сертификат", "certificate"}),
        "certificates.about",
        lazy_gettext("Что такое электронный сертификат"),
    ),
)


def asked_for(question: str) -> Sequence[Service]:
    """The services that a question names, in any form of their words."""
    found = {form for word in _WORD.findall(question.casefold()) for form in forms(word)}
    return [one for one in SERVICES if one.said & found]
