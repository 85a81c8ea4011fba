"""Pages travel packed when the browser can unpack them, and are the same page then."""

import gzip

import brotli
import pytest

from tests.support.strict_client import StrictClient


@pytest.mark.parametrize(
    ("accepted", "used"),
    [
        ("br", "br"),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("deflate", None),
        ("identity", None),
        ("", None),
    ],
)
def test_the_best_known_packing_is_used(reader: StrictClient, accepted: str, used: str | None) -> None:
    plain = reader.get("/catalogue").data
    answer = reader.get("/catalogue", headers={"Accept-Encoding": accepted})
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[used]
    assert answer.content_encoding == used
    assert unpack(answer.data) == plain
    assert "Accept-Encoding" in answer.vary


def test_packing_is_worth_it(reader: StrictClient) -> None:
    plain, packed = reader.get("/catalogue"), reader.get("/catalogue", headers={"Accept-Encoding": "br"})
    assert len(packed.data) * 3 < len(plain.data)
