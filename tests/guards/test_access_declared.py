"""No endpoint without a word about who may call it: the site does not start otherwise."""

import pytest
from flask import Flask

from webapp.core.access import Access, Proof, UndeclaredAccess, declaration_of, public, verify


def test_every_endpoint_says_who_may_call_it(reading_site: Flask) -> None:
    undeclared = [name for name in reading_site.view_functions if declaration_of(reading_site, name) is None]
    assert undeclared == []


def test_a_site_with_an_undeclared_endpoint_does_not_start() -> None:
    app = Flask(__name__, static_folder=None)
    app.add_url_rule("/open-to-whom", "forgotten", lambda: "")
    with pytest.raises(UndeclaredAccess, match="forgotten: no access declared"):
        verify(app)


def test_a_site_with_a_form_without_proof_does_not_start() -> None:
    app = Flask(__name__, static_folder=None)
    app.add_url_rule("/form", "careless", public()(lambda: ""), methods=["POST"])
    with pytest.raises(UndeclaredAccess, match="careless: takes forms but declares no proof"):
        verify(app)


def test_what_is_declared_is_what_is_found() -> None:
    app = Flask(__name__, static_folder=None)
    app.add_url_rule("/form", "careful", public(Proof.TOKEN)(lambda: ""), methods=["POST"])
    verify(app)
    declared = declaration_of(app, "careful")
    assert declared is not None
    assert (declared.access, declared.proof) == (Access.PUBLIC, Proof.TOKEN)
