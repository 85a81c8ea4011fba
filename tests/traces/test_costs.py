"""What the log costs does not grow with what it holds: queries of a page, memory and queries of a file."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import pytest
import sqlalchemy as sa

from tests.support.counted import counted
from tests.support.registers import Stage
from tests.support.representing import entrust
from tests.support.signing_in import number_of, sign_in
from tests.support.strict_client import StrictClient
from webapp.consents.models import Consent
from webapp.core import clock
from webapp.core.access_log import AccessEntry
from webapp.core.database import db, record
from webapp.gateways.identity.port import Identified
from webapp.representatives.rules import Kind
from webapp.traces.queries import CHUNK


class Taken(NamedTuple):
    """What it took to send a file."""

    chunks: int
    statements: int
    most_bytes: int
    longest: int
    lines: int


FILES = ("/my/log/log.txt", "/my/log/log.csv")


class Kept:
    """A person with representatives, lines of the log and consents, as many as a test wants."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.person = stage, stage.somebody()
        self.client: StrictClient = sign_in(stage.app, self.person)

    def guardians(self, count: int) -> dict[int, str]:
        """Number of each → the name of the right."""
        return dict(self._guardian(each) for each in range(count))

    def _guardian(self, number: int) -> tuple[int, str]:
        who: Identified = replace(self.stage.somebody(), last_name=f"Макаров{'а' * (number + 1)}")
        sign_in(self.stage.app, who, consents=False)
        return number_of(self.stage.app, who), entrust(self.stage.app, who, self.person, Kind.GUARDIAN)

    def looked(self, count: int, by: dict[int, str]) -> None:
        """So many lines of the log."""
        person_id, them = number_of(self.stage.app, self.person), list(by.items())
        with self.stage.app.app_context(), record() as database:
            common = {"person_id": person_id, "act": "ipra.programme", "why": "authority", "outcome": "done"}
            rows = [
                common | {"happened_at": clock.now(), "user_id": user, "authority": name}
                for user, name in (them[number % len(them)] for number in range(count))
            ]
            database.execute(sa.insert(AccessEntry), rows)

    def agreed(self, by: dict[int, str]) -> None:
        """A consent that each of them gave and withdrew."""
        now = self.stage.clock.moment
        with self.stage.app.app_context(), record() as database:
            common = {"person_id": number_of(self.stage.app, self.person), "purpose": "programme", "version": "1"}
            both = {"given_at": now, "withdrawn_at": now}
            database.execute(
                sa.insert(Consent),
                [
                    common | both | {"given_by": user, "withdrawn_by": user, "authority": name}
                    | {"withdrawn_authority": name}
                    for user, name in by.items()
                ],
            )  # fmt: skip

    def cost(self, address: str) -> int:
        """Statements of one page; the first look is not counted."""
        self.client.page(address)
        with counted(self.stage.app) as asked:
            assert "Макаров" in self.client.page(address).main
        return len(asked)


def parts_of(kept: Kept, address: str) -> Iterator[bytes]:
    """The file as it is sent, bit by bit."""
    return iter(kept.client.get(address, buffered=False).iter_encoded())


def taken(kept: Kept, address: str) -> Taken:
    """The whole file, of which nothing is kept; the first time is not measured."""
    for _ in parts_of(kept, address):
        pass
    chunks, longest, lines = 0, 0, 0
    with counted(kept.stage.app) as asked:
        tracemalloc.start()
        for part in parts_of(kept, address):
            chunks, longest, lines = chunks + 1, max(longest, len(part)), lines + part.count(b"\n")
        _, most_bytes = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return Taken(chunks, len(asked), most_bytes, longest, lines)


@pytest.fixture
def kept(stage: Stage) -> Kept:
    return Kept(stage)


@pytest.mark.parametrize("address", ["/my/log", "/my/consents"])
def test_a_page_asks_as_much_of_many_people_as_of_one(kept: Kept, address: str) -> None:
    one = kept.guardians(1)
    kept.looked(1, one)
    kept.agreed(one)
    few = kept.cost(address)
    many = kept.guardians(12)
    kept.looked(20, many)
    kept.agreed(many)
    assert kept.cost(address) == few


@pytest.mark.parametrize("address", FILES)
def test_a_file_is_made_chunk_by_chunk(kept: Kept, address: str) -> None:
    them = kept.guardians(2)
    kept.looked(2 * CHUNK, them)
    few = taken(kept, address)
    kept.looked(4 * CHUNK, them)
    many = taken(kept, address)
    assert many.chunks - few.chunks == 4
    assert many.lines - few.lines == 4 * CHUNK
    of_a_chunk = (many.statements - few.statements) / 4
    assert 1 <= of_a_chunk <= 4
    assert many.longest < 1.2 * few.longest
    assert many.most_bytes < 1.3 * few.most_bytes


def test_nothing_is_held_open_while_a_file_is_taken(kept: Kept) -> None:
    kept.looked(2 * CHUNK, kept.guardians(1))
    parts = parts_of(kept, FILES[0])
    next(parts)
    with kept.stage.app.app_context():
        assert db.engine.pool.checkedout() == 0  # type: ignore[attr-defined]
    assert sum(1 for _ in parts) == 2


def test_a_line_that_is_written_meanwhile_moves_nothing(kept: Kept) -> None:
    them = kept.guardians(1)
    kept.looked(CHUNK + 10, them)
    parts = parts_of(kept, FILES[0])
    text = next(parts)
    kept.looked(25, them)
    text += b"".join(parts)
    assert len(text.splitlines()) == CHUNK + 11
