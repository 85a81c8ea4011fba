"""Who is named in a consent (152-ФЗ, art. 9, part 4): documents and addresses, as Госуслуги told them, in words.

Of a document the page says as much as tells it from another: its kind, its day, how its number ends. What was not told
is said, too: the document must not be silent about it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import lazy_gettext

from webapp.consents import queries
from webapp.core.access import actor
from webapp.core.locale import gettext
from webapp.core.spoken import day, quoted, spelt
from webapp.people import queries as people
from webapp.people.queries import Told
from webapp.representatives.claims import Paper
from webapp.representatives.documents import PaperKind
from webapp.representatives.queries import Known
from webapp.representatives.words import PAPERS, PROOFS

DOCUMENTS = {
    "RF_PASSPORT": lazy_gettext("паспорт"),
    "RF_BRTH_CERT": lazy_gettext("свидетельство о рождении"),
}
"""By ЕСИА's names of them."""
SHOWN_OF_NUMBER = 2
"""Its last digits."""


def person_facts() -> list[str]:
    """Document and address of the person whose data it is about; only for who can decide about them."""
    person = people.told(actor())
    known = queries.acting_as(actor())
    return [_document(person.document or _certificate(known)), _address(person)]


def giver_facts(known: Known) -> list[str]:
    """The same of who acts for the person, and what proves their right."""
    giver = people.told_user(actor())
    name = gettext("Ваше имя: %(name)s.", name=spelt(giver.full_name))
    return [name, _document(giver.document), _address(giver), *_right(known)]


def _certificate(known: Known | None) -> Mapping[str, Any]:
    """Of a child whom Госуслуги told of with the parent."""
    told = people.told_user(actor()).children if known is not None and known.claimed.snils else ()
    found = [each for each in told if known is not None and each["snils"] == known.claimed.snils]
    return found[0].get("birth_certificate") or {} if found else {}


def _document(document: Mapping[str, Any]) -> str:
    if not document:
        return gettext("Документ: Госуслуги не сообщили.")
    kind = str(DOCUMENTS.get(document["kind"], gettext("другой документ")))
    end = spelt(document["number"][-SHOWN_OF_NUMBER:])
    if not document["issued"]:
        return gettext("Документ: %(kind)s, номер оканчивается на %(end)s.", kind=kind, end=end)
    issued = day(date.fromisoformat(document["issued"]))
    return gettext("Документ: %(kind)s от %(day)s, номер оканчивается на %(end)s.", kind=kind, day=issued, end=end)


def _address(told: Told) -> str:
    for each in told.addresses:
        if each["kind"] == "registration":
            whole = ", ".join(filter(None, (each["postcode"], each["text"])))
            return gettext("Адрес регистрации: %(address)s", address=quoted(whole))
    return gettext("Адрес регистрации: Госуслуги не сообщили.")


def _right(known: Known) -> list[str]:
    paper = known.claimed.paper
    proven = [gettext("Ваше право: %(proof)s.", proof=PROOFS[known.proof])] if known.proof is not None else []
    return [*(_papers(paper) if paper is not None else []), *proven]


def _papers(paper: Paper) -> list[str]:
    first = gettext(
        "Документ о праве: %(kind)s, %(requisites)s.",
        kind=PAPERS[PaperKind(paper.kind)],
        requisites=_requisites(" ".join(filter(None, (paper.series, paper.number))), paper.issued, paper.issued_by),
    )
    second = _requisites(paper.second_number, paper.second_issued, paper.second_issued_by)
    return [first, gettext("К нему: %(requisites)s.", requisites=second)] if second else [first]


def _requisites(number: str, issued: date | None, issued_by: str) -> str:
    """«номер 77, 2 апреля 2025 года, Петрова» — as much as there is."""
    named = gettext("номер %(number)s", number=quoted(number)) if number else ""
    return ", ".join(filter(None, (named, day(issued) if issued is not None else "", quoted(issued_by))))
