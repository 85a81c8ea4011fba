"""All endpoints × all roles × another's person: what is not entrusted is refused, nothing of the person is heard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.journeys.walk import token_in_forms
from tests.representatives.roles import AID, KEPT, READ_THE_LOG, ROLES, SURNAME, Cast, F, Role, V, Visitor
from tests.support.addresses import EXAMPLES, endpoints_taking
from tests.support.registers import site_in
from tests.support.strict_client import OUR_PAGE
from webapp.core.access import declaration_of
from webapp.core.entrusted import Function
from webapp.representatives.rules import Kind

LEAVES = frozenset({"auth.start", "auth.start_again", "auth.go_again", "auth.returned"})
"""They lead away to ЕСИА; isolation is walked for them elsewhere."""
LAST = ("representatives.acting_for", "auth.end_sign_in", "auth.leave")
"""Whoever has sent these forms may be somebody else afterwards."""
FIELDS = {"favourites.change": {"remove": KEPT}, "accompaniment.question": {"request": "provide"}}
APPLICATIONS = "/my/accompaniment/applications"
UNKNOWN = "0123456789abcdef01234567"
"""The name in addresses of `EXAMPLES` where the name of a right stands."""


@pytest.fixture(scope="module")
def cast(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    with site_in(template, tmp_path_factory.mktemp("roles")) as app:
        yield Cast(app)


def function_of(cast: Cast, endpoint: str) -> Function | None:
    declared = declaration_of(cast.app, endpoint)
    assert declared is not None
    return declared.function


@pytest.mark.parametrize("name", ROLES)
def test_every_endpoint_answers_a_role_as_far_as_it_may(cast: Cast, name: str) -> None:
    """Reading. Where a right is wanted that the role has not, the answer is 403; nobody else hears of the programme."""
    role = ROLES[name]
    client = role.make(cast).client
    refused = set()
    for endpoint in endpoints_taking(cast.app, "GET"):
        if endpoint in LEAVES:
            continue
        is_barred = role.is_barred(function_of(cast, endpoint))
        is_barred |= role.kind is not None and endpoint.startswith("traces.") and name not in READ_THE_LOG
        for address in EXAMPLES[endpoint]:
            answer = FlaskClient.open(client, address, headers=OUR_PAGE, buffered=True)
            assert (answer.status_code == 403) == is_barred, (endpoint, answer.status_code)
            refused |= {endpoint} if is_barred else set()
            if V not in role.may:
                assert AID not in answer.text, endpoint
            if role.kind is None:
                assert SURNAME not in answer.text, endpoint
    if role.kind is not None and {V, F} - role.may:
        assert refused, "nothing was refused"


@pytest.mark.parametrize("name", ROLES)
def test_every_form_of_a_role_changes_only_what_it_may(cast: Cast, name: str) -> None:
    """Writing, with all that an honest form holds: what is not entrusted is 403 and changes nothing of the person's."""
    role = ROLES[name]
    visitor = role.make(cast)
    cast.restore()
    form = _honest_form(role, visitor)
    answered = dict.fromkeys(endpoints_taking(cast.app, "POST"), 0)
    for endpoint in sorted(answered, key=lambda each: (LAST.index(each) if each in LAST else -1, each)):
        function = function_of(cast, endpoint)
        is_theirs = role.kind is not None and function is not None and function in role.may
        for address in _addresses(endpoint, visitor, form if is_theirs else None):
            before = cast.rows()
            sent = form | FIELDS.get(endpoint, {})
            answer = FlaskClient.open(visitor.client, address, method="POST", data=sent, headers=OUR_PAGE)
            answered[endpoint] = answer.status_code
            if is_theirs:
                assert answer.status_code == 303, (endpoint, answer.status_code)
                cast.restore()
            else:
                assert cast.rows() == before, endpoint
                is_as_it_must_be = role.kind is None or (answer.status_code == 403) == role.is_barred(function)
                assert is_as_it_must_be, (endpoint, answer.status_code)
    assert 400 not in {answered[endpoint] for endpoint in answered if function_of(cast, endpoint) is not None}


def _honest_form(role: Role, visitor: Visitor) -> dict[str, str]:
    """What every form of ours holds for this visitor: the token of the session, the mark of whose form it is."""
    if visitor.authority or role.make is Cast.stranger:
        hidden = visitor.client.page("/my/acting-for").asks()[2]
        return {name: hidden[name][0] for name in ("csrf_token", "made_for")}
    return {"csrf_token": token_in_forms(visitor.client)}


def _addresses(endpoint: str, visitor: Visitor, form: dict[str, str] | None) -> list[str]:
    """Those of the endpoint; where a right is decided about by the person, also that of the visitor's own right.

    An application is one that the visitor has begun with this form; without it, one that there is not.
    """
    plain = EXAMPLES[endpoint]
    if form is not None and plain[0].startswith(f"{APPLICATIONS}/{UNKNOWN}"):
        begun = FlaskClient.open(
            visitor.client,
            f"{APPLICATIONS}/begin",
            method="POST",
            data=form | FIELDS.get(endpoint, {}),
            headers=OUR_PAGE,
        )
        name = begun.headers["Location"].removeprefix(f"{APPLICATIONS}/").partition("/")[0]
        return [each.replace(UNKNOWN, name) for each in plain]
    is_persons = plain[0].startswith("/my/representatives/") and visitor.authority
    return [*plain, *(each.replace(UNKNOWN, visitor.authority) for each in plain if is_persons and UNKNOWN in each)]


def test_every_role_and_endpoint_of_the_person_was_walked(cast: Cast) -> None:
    """The walk would show nothing if no endpoint wanted a right, or if the person heard nothing herself."""
    for method, least in (("GET", {V, F, Function.CONSENT}), ("POST", {V, F, Function.CONSENT})):
        assert {function_of(cast, endpoint) for endpoint in endpoints_taking(cast.app, method)} >= least
    assert AID in cast.theirs.page("/my").main


def test_there_is_a_role_of_every_kind_with_and_without_every_function() -> None:
    present = [role for role in ROLES.values() if role.kind is not None and not role.is_over]
    assert {role.kind for role in present} == set(Kind)
    for function in Function:
        assert {function in role.may for role in present} == {True, False}, function
    assert {role.kind for role in ROLES.values() if role.is_over} >= {Kind.PARENT, Kind.GUARDIAN, Kind.AGENT}
    assert ROLES.keys() >= READ_THE_LOG
