"""All endpoints × all roles × another's person: what is not entrusted is refused, nothing of the person is heard."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.support.addresses import EXAMPLES, endpoints_taking
from tests.support.registers import Stage, line, programme, site_in
from tests.support.representing import act_for, change, entrust
from tests.support.signing_in import sign_in
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core.access import declaration_of
from webapp.core.entrusted import Function
from webapp.gateways.identity.port import Identified
from webapp.representatives.rules import FUNCTIONS, Kind, State

SURNAME, AID, KEPT = "Зубрилина", "Вертикализатор, каких нет", "/products/6-02-02.0001"
V, F, T, A, C = Function.VIEW, Function.FAVOURITES, Function.TSR, Function.ACCOMPANIMENT, Function.CONSENT


class Cast:
    """One person with a programme and a favourite, and those who may or may not act for her."""

    def __init__(self, app: Flask) -> None:
        self.app, self.stage = app, Stage(app)
        born = date(2011, 1, 9)
        self.person = replace(self.stage.somebody(), last_name=SURNAME, first_name="Нина", birth_date=born)
        self.stage.tell(self.person, programme(line(AID)))
        theirs = sign_in(app, self.person)
        product = theirs.page(KEPT)
        product.submit(button=product.button("Добавить в избранное"))
        self.theirs = theirs

    def nobody(self) -> StrictClient:
        return visitor(self.app)

    def stranger(self) -> StrictClient:
        return sign_in(self.app, self.stage.somebody())

    def representative(self, kind: Kind, functions: frozenset[Function], **after: object) -> StrictClient:
        """Somebody who has chosen to act for her; `after` is what became of the right since."""
        who: Identified = self.stage.somebody()
        client = sign_in(self.app, who)
        name = entrust(self.app, who, self.person, kind, functions)
        assert act_for(client, name).status in {200, 403}
        change(self.app, name, **after) if after else None
        return client


Role = tuple[Callable[[Cast], StrictClient], frozenset[Function]]


def role(kind: Kind, *functions: Function, **after: object) -> Role:
    """How such a visitor is made, and what they may."""
    chosen = frozenset(functions)
    may = frozenset() if after else FUNCTIONS[kind] & chosen if kind in {Kind.AGENT, Kind.LAWYER, Kind.HELPER} else None
    return (
        lambda cast: cast.representative(kind, chosen or FUNCTIONS[kind], **after),
        FUNCTIONS[kind] if may is None else may,
    )


NOTHING: frozenset[Function] = frozenset()
ROLES: dict[str, Role] = {
    "nobody": (Cast.nobody, NOTHING),
    "stranger": (Cast.stranger, NOTHING),
    "parent": role(Kind.PARENT),
    "guardian": role(Kind.GUARDIAN),
    "trustee": role(Kind.TRUSTEE),
    "institution": role(Kind.INSTITUTION),
    "agent for all": role(Kind.AGENT, V, F, T, A, C),
    "agent who sees": role(Kind.AGENT, V),
    "agent who keeps favourites": role(Kind.AGENT, F),
    "agent who applies for aids": role(Kind.AGENT, T),
    "lawyer": role(Kind.LAWYER, V, T, A),
    "helper": role(Kind.HELPER, V),
    "helper who claims more": role(Kind.HELPER, V, F, T, A, C),
    "agent whose access was withdrawn": role(Kind.AGENT, V, F, T, A, C, state=State.WITHDRAWN),
    "agent whose power is over": role(Kind.AGENT, V, F, T, A, C, ends_on=date(2020, 1, 1)),
    "agent who is not confirmed": role(Kind.AGENT, V, F, T, A, C, state=State.CLAIMED),
    "guardian who was replaced": role(Kind.GUARDIAN, state=State.REPLACED),
    "parent of whom nothing is told": role(Kind.PARENT, state=State.NOT_TOLD),
}


READ_THE_LOG = frozenset({"parent", "guardian", "trustee", "institution"})
"""Who chose a representative does not show them what others did."""


@pytest.fixture(scope="module")
def cast(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    with site_in(template, tmp_path_factory.mktemp("roles")) as app:
        yield Cast(app)


@pytest.mark.parametrize("name", ROLES)
def test_every_endpoint_answers_a_role_as_far_as_it_may(cast: Cast, name: str) -> None:
    """Reading. Where a right is wanted that the role has not, the answer is 403; nobody else hears of the programme."""
    make, may = ROLES[name]
    client = make(cast)
    is_acting = name not in {"nobody", "stranger"}
    refused = set()
    for endpoint in endpoints_taking(cast.app, "GET"):
        declared = declaration_of(cast.app, endpoint)
        assert declared is not None
        if endpoint in LEAVES:
            continue
        for address in EXAMPLES[endpoint]:
            answer = FlaskClient.open(client, address, headers=OUR_PAGE, buffered=True)
            is_barred = is_acting and declared.function is not None and declared.function not in may
            is_barred |= is_acting and endpoint.startswith("traces.") and name not in READ_THE_LOG
            assert (answer.status_code == 403) == is_barred, (endpoint, answer.status_code)
            refused |= {endpoint} if is_barred else set()
            if V not in may:
                assert AID not in answer.text, endpoint
            if not is_acting:
                assert SURNAME not in answer.text, endpoint
    if is_acting and {V, F} - may:
        assert refused, "nothing was refused"


@pytest.mark.parametrize("name", ROLES)
def test_every_form_of_a_role_changes_only_what_it_may(cast: Cast, name: str) -> None:
    """Writing to another's favourites and asking the register for another: only with the right for it."""
    make, may = ROLES[name]
    client = make(cast)
    before = cast.theirs.page("/favourites").main
    for endpoint in ("favourites.remove", "favourites.keep", "ipra.request_anew"):
        function = declaration_of(cast.app, endpoint).function  # type: ignore[union-attr]
        for address in EXAMPLES[endpoint]:
            answer = FlaskClient.open(client, address, method="POST", headers=OUR_PAGE, buffered=True)
            if name not in {"nobody", "stranger"} and function not in may:
                assert answer.status_code in {400, 403}, (endpoint, answer.status_code)
    after = cast.theirs.page("/favourites").main
    assert after == before or F in may


def test_every_role_and_endpoint_of_the_person_was_walked(cast: Cast) -> None:
    """The walk would show nothing if no endpoint wanted a right, or if the person heard nothing herself."""
    wanted = {declaration_of(cast.app, endpoint).function for endpoint in endpoints_taking(cast.app, "GET")}  # type: ignore[union-attr]
    assert {V, F} <= wanted
    assert AID in cast.theirs.page("/my").main
    assert set(Kind) - {Kind.ADOPTIVE_PARENT} <= {
        Kind.PARENT, Kind.GUARDIAN, Kind.TRUSTEE, Kind.INSTITUTION, Kind.AGENT, Kind.LAWYER, Kind.HELPER
    }  # fmt: skip


LEAVES = frozenset({"auth.start", "auth.start_again", "auth.go_again", "auth.returned"})
"""They lead away to ЕСИА; isolation is walked for them elsewhere."""
