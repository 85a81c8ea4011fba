"""The measurement of signed-in visitors works: they come in through the sandbox, and what it costs is counted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bench import acting, applications, databases, pages, processes, sign_in, signed_in
from bench.inside import Inside, forget_copies, inside
from bench.load import Target, some
from bench.plan import QUICK
from bench.serving import FLOOR, environment, free_ports, serving, serving_with_sandbox
from bench.signed_in import FEW, ITEMS, MANY, OtherPeople
from bench.traveller import NotSignedIn, Traveller, Trip, in_session, visitor

SHORT = replace(QUICK, seconds=0.1, asked=10, trips=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("bench")
    databases.prepare(place)
    return place


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Inside]:
    with inside(folder) as site:
        yield site


@pytest.fixture(scope="module")
def trips(site: Inside) -> dict[str, Trip]:
    return signed_in.sessions(site.port)


def test_both_people_land_at_their_items(trips: dict[str, Trip]) -> None:
    assert {who: trip.html.count(signed_in.CARD) for who, trip in trips.items()} == ITEMS
    assert {trip.address for trip in trips.values()} == {"/my"}


def test_one_of_two_sign_ins_acts_for_the_child(site: Inside) -> None:
    own, for_child = acting.sessions(site.port)
    heads = [visitor(site.app, token).get("/favourites").text.partition("</title>")[0] for token in (own, for_child)]
    assert ["За Белова" in head for head in heads] == [False, True]
    measured = {measure.name: measure.value for measure in acting.measure_costs(site.app, (own, for_child))}
    assert set(measured) == {"home: queries more", "favourites: queries more"} and min(measured.values()) > 0


def test_who_has_nobody_acts_for_nobody(site: Inside) -> None:
    with Traveller(site.port) as traveller:
        traveller.sign_in(FEW)
        with pytest.raises(NotSignedIn, match="nobody to act for"):
            traveller.act_for_somebody()


def test_pages_of_an_application_cost_the_same_however_many_drafts(site: Inside, trips: dict[str, Trip]) -> None:
    found = {(one.group, one.name): one for one in applications.measure_costs(site.app, trips[MANY])}
    more = [one for (group, _), one in found.items() if group == "queries more"]
    assert len(more) == len(applications.PAGES) and {one.verdict for one in more} == {"good"}
    assert min(one.value for (group, _), one in found.items() if group == "queries a page") > 0


@pytest.mark.slow
def test_the_process_that_writes_a_pdf_is_weighed(site: Inside, trips: dict[str, Trip]) -> None:
    applications.keep_drafts(site.app, 1)
    (most,) = applications.measure_writer(site.app, trips[MANY])
    assert most.value > 1


def test_people_with_other_items_are_not_measured(site: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ITEMS, FEW, 6)
    with pytest.raises(OtherPeople):
        signed_in.sessions(site.port)


@pytest.mark.parametrize("who", ["nobody-of-this-name", "unconfirmed"])
def test_who_cannot_come_in_is_told(site: Inside, who: str) -> None:
    with Traveller(site.port) as traveller, pytest.raises(NotSignedIn):
        traveller.sign_in(who)


def test_requests_of_the_site_are_told_from_those_of_the_visitor(site: Inside, trips: dict[str, Trip]) -> None:
    trip, cost = site.sign_in(MANY)
    assert [one.partition(" ")[0] for one in cost.asked] == ["POST", *["GET"] * 5]
    assert (trip.requests, trip.at_site) == (8, 3)
    assert 0 < trip.seconds_at_site < trip.seconds
    assert cost.queries > cost.writing > 0
    assert trip.token not in {other.token for other in trips.values()}


def test_a_forgotten_copy_is_asked_for_anew(site: Inside, trips: dict[str, Trip]) -> None:
    forget_copies(site.app)
    first, later = (site.look("/my", trips[MANY].token) for _look in range(2))
    assert first.asked[0] == "POST /registers/programmes/requests" and len(first.asked) > 1
    assert later.asked == () and later.writing == 0
    assert first.queries > later.queries > 0


def test_costs_of_signed_in_pages_are_measured(site: Inside, trips: dict[str, Trip]) -> None:
    found = {(one.group, one.name): one for one in signed_in.measure_costs(site.app, pages.choose(site.app), trips)}
    assert found["queries more", "entitlements"].verdict == "good"
    assert 0 < found["HTML on the wire ÷ raw", "entitlements, 40 items"].value < 1
    assert found["queries a page", "home, signed in"].value > 0


def test_costs_of_coming_in_are_measured(folder: Path) -> None:
    found = {(one.group, one.name): one.value for one in sign_in.measure_costs(folder)}
    assert found[sign_in.TRIP, "requests to the sandbox"] == 6
    assert found[sign_in.LOOK, "fresh copy: requests"] == 0


def test_ports_are_each_another_and_the_environment_is_ours(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORIENTIR_PORT", "1")
    monkeypatch.setenv("ORIENTIR_WORKERS", "7")
    assert len(set(free_ports(5))) == 5
    told = environment(folder, {"ORIENTIR_PORT": "2"})
    assert told["ORIENTIR_PORT"] == "2" and "ORIENTIR_WORKERS" not in told


@pytest.mark.slow
def test_signed_in_visitors_are_measured_on_real_servers(folder: Path, tmp_path: Path) -> None:
    app = databases.prepare(folder)
    chosen = pages.choose(app)
    with serving_with_sandbox(folder) as site, serving(FLOOR, tmp_path) as floor:
        trips = signed_in.sessions(site.port)
        measures = [
            *signed_in.measure_speeds(site, floor, chosen, trips, SHORT),
            *applications.measure_costs(app, trips[MANY]),
            *applications.measure_speeds(site, floor, trips[MANY], SHORT),
            *applications.measure_files(site, floor, trips[MANY], SHORT),
            *sign_in.measure_trips(site, floor, SHORT),
            *sign_in.measure_looks(site, app, trips[MANY], SHORT),
            *processes.measure_first_programme(folder, trips[MANY], SHORT),
        ]
        assert some(Target(site.port, "/my", headers=in_session(trips[FEW].token)), 1)
    names = {f"{one.group}: {one.name}" for one in measures}
    assert {
        "signed in ÷ anonymous: home",
        f"{sign_in.TRIP}: seconds",
        f"{sign_in.LOOK}: fresh copy ÷ first look",
    } <= names
    grown = [one.value for one in measures if one.group == "queries more"]
    assert set(grown) == {0}
    assert all(one.value > 0 for one in measures if one.name != "by processor time" and one.group != "queries more")
