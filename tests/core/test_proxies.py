"""What a proxy says of the visitor is believed as far as proxies are declared, and not a word further."""

import pytest
from flask import Flask, request

from tests.support.sites import SiteMaker
from tests.support.strict_client import visitor
from webapp.core.access import public
from webapp.core.rate_limits import visitor_key

Said = dict[str, str]


def search(app: Flask, headers: Said, address: str = "192.0.2.1") -> int:
    client = visitor(app)
    return client.get("/search", headers=headers, environ_overrides={"REMOTE_ADDR": address}).status_code


def key_of(app: Flask, address: str, forwarded: str = "") -> str:
    """The key under which a visitor is counted."""
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    with app.test_request_context("/", headers=headers, environ_overrides={"REMOTE_ADDR": address}):
        return visitor_key()


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "True-Client-IP", "X-Client-IP"])
def test_without_proxies_a_forged_address_begins_no_new_count(site_of: SiteMaker, header: str) -> None:
    app = site_of(search_limit="2 per minute")
    assert [search(app, {header: f"198.51.100.{n}"}) for n in range(4)] == [200, 200, 429, 429]
    assert search(app, {header: "192.0.2.1"}, "192.0.2.2") == 200


def test_behind_a_proxy_the_forged_left_part_begins_no_new_count(site_of: SiteMaker) -> None:
    app = site_of(search_limit="2 per minute", trusted_proxies=1)
    forged = [{"X-Forwarded-For": f"198.51.100.{n}, 203.0.113.7"} for n in range(4)]
    assert [search(app, said) for said in forged] == [200, 200, 429, 429]
    assert search(app, {"X-Forwarded-For": "203.0.113.7, 203.0.113.8"}) == 200


def test_of_two_proxies_the_second_from_the_right_tells_the_visitor(site_of: SiteMaker) -> None:
    app = site_of(search_limit="1 per minute", trusted_proxies=2)
    assert search(app, {"X-Forwarded-For": "1.1.1.1, 203.0.113.7, 192.0.2.9"}) == 200
    assert search(app, {"X-Forwarded-For": "2.2.2.2, 203.0.113.7, 192.0.2.8"}) == 429
    assert search(app, {"X-Forwarded-For": "1.1.1.1, 203.0.113.8, 192.0.2.9"}) == 200


@pytest.mark.parametrize("proxies", [0, 1, 2])
def test_nobody_tells_the_site_where_it_is_mounted(site_of: SiteMaker, proxies: int) -> None:
    client = visitor(site_of(trusted_proxies=proxies))
    said = {"X-Forwarded-Prefix": "//evil.example", "X-Script-Name": "/evil.example", "X-Original-URL": "/nowhere"}
    page = client.page("/catalogue", headers=said)
    assert page.status == 200
    assert "evil" not in page.response.text
    redirect = client.get("/catalogue/06", headers=said)
    assert redirect.headers["Location"] == "/catalogue/6"


@pytest.mark.parametrize(("proxies", "status"), [(0, 200), (1, 400)])
def test_another_name_of_the_site_is_refused_from_a_proxy_too(site_of: SiteMaker, proxies: int, status: int) -> None:
    client = visitor(site_of(trusted_proxies=proxies))
    answer = client.get("/catalogue", headers={"X-Forwarded-Host": "evil.example"})
    assert answer.status_code == status
    assert "evil.example" not in answer.text


@pytest.mark.parametrize(("proxies", "is_secure"), [(0, False), (1, True)])
def test_encryption_is_believed_from_a_declared_proxy_alone(site_of: SiteMaker, proxies: int, is_secure: bool) -> None:
    seen = []

    @public()
    def looks() -> str:
        seen.append(request.is_secure)
        return ""

    app = site_of(trusted_proxies=proxies)
    app.add_url_rule("/looks", "looks", looks)
    answer = visitor(app).get("/looks", headers={"X-Forwarded-Proto": "https", "HX-Request": "true"})
    assert seen == [is_secure]
    assert ("Strict-Transport-Security" in answer.headers) is is_secure


def test_an_ipv6_network_is_one_visitor(site_of: SiteMaker) -> None:
    app = site_of(search_limit="2 per minute")
    addresses = ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:DB8:1:2:3::"]
    assert [search(app, {}, address) for address in addresses] == [200, 200, 429]
    assert search(app, {}, "2001:db8:1:3::1") == 200


def test_keys_of_visitors_are_long_and_tell_them_apart(reading_site: Flask) -> None:
    addresses = ["192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8:0:1::1", "", "no address", "fe80::1%eth0"]
    keys = [key_of(reading_site, address) for address in addresses]
    assert len(set(keys)) == len(keys)
    assert {len(key) for key in keys} == {32}
    assert {int(key, 16) < 2**128 for key in keys} == {True}
    assert key_of(reading_site, "192.0.2.1", "2001:db8::1") == keys[0]


def test_an_ipv4_address_written_as_ipv6_is_the_same_visitor_and_nobody_else(reading_site: Flask) -> None:
    for address in ("192.0.2.1", "198.51.100.7"):
        assert key_of(reading_site, f"::ffff:{address}") == key_of(reading_site, address)
    assert key_of(reading_site, "::ffff:192.0.2.1") != key_of(reading_site, "::ffff:198.51.100.7")
