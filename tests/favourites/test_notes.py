"""Notes about favourites: one's own, encrypted, kept with the product, lost with it."""

import pytest
import sqlalchemy as sa

from tests.favourites.keeping import CANE, TONOMETER, WITHDRAWN, keep, remove, rows
from tests.support.registers import Stage
from tests.support.signing_in import number_of, sign_in
from tests.support.strict_client import StrictClient, visitor
from webapp.core.database import db, record
from webapp.favourites import actions
from webapp.favourites.rules import LONGEST_NOTE
from webapp.people.models import Person

WORDS = "Спросить про наконечник"
ADDRESS = f"/favourites/{CANE}/note"


@pytest.fixture
def keeper(stage: Stage) -> StrictClient:
    """A person who keeps a cane."""
    client = sign_in(stage.app, stage.somebody())
    keep(client, CANE)
    return client


def write(client: StrictClient, text: str, address: str = ADDRESS) -> object:
    return client.page(address).submit({"Ваша заметка": text}, "Сохранить заметку")


def test_a_note_is_written_changed_and_removed(keeper: StrictClient) -> None:
    page = keeper.page("/favourites").follow("Написать заметку: ").submit({"Ваша заметка": WORDS}, "Сохранить заметку")
    assert page.title.startswith("Заметка сохранена: ") and page.address.endswith(f"?noted={CANE}#changed")
    assert f"Заметка: {WORDS}" in page.main
    page = page.follow("Изменить заметку: ")
    assert page.value("Ваша заметка") == WORDS
    page = page.submit({"Ваша заметка": " \n "}, "Сохранить заметку")
    assert page.title.startswith("Заметка удалена: ") and WORDS not in page.main


def test_twice_is_the_same_as_once(stage: Stage, keeper: StrictClient) -> None:
    form = keeper.page(ADDRESS)
    pages = [form.submit({"Ваша заметка": WORDS}, "Сохранить заметку") for _ in range(2)]
    assert {page.title for page in pages} == {pages[0].title}
    assert pages[1].main.count(f"Заметка: {WORDS}") == 1


def test_a_thief_of_the_database_does_not_read_it(stage: Stage, keeper: StrictClient) -> None:
    write(keeper, WORDS)
    with stage.app.app_context(), db.engine.connect() as connection:
        stored = connection.execute(sa.text("select note from favourite where note is not null")).scalars().all()
    assert stored and all("наконечник" not in each and len(each) > len(WORDS) for each in stored)


@pytest.mark.parametrize("surplus", [1, 3000])
def test_what_is_too_long_is_refused_and_stays(keeper: StrictClient, surplus: int) -> None:
    page = keeper.page(ADDRESS).submit({"Ваша заметка": "я" * (LONGEST_NOTE + surplus)}, "Сохранить заметку")
    assert page.status == 422 and "сократите текст" in page.main
    assert len(page.value("Ваша заметка")) == LONGEST_NOTE + surplus
    page = page.submit({"Ваша заметка": "я" * LONGEST_NOTE}, "Сохранить заметку")
    assert page.title.startswith("Заметка сохранена: ")


@pytest.mark.parametrize("number", [TONOMETER, WITHDRAWN])
def test_there_is_no_note_of_what_is_not_kept(keeper: StrictClient, number: str) -> None:
    assert keeper.page(f"/favourites/{number}/note").status == 404


def test_another_persons_note_is_out_of_reach(stage: Stage, keeper: StrictClient) -> None:
    write(keeper, WORDS)
    other = sign_in(stage.app, stage.somebody())
    assert other.page(ADDRESS).status == 404
    keep(other, CANE)
    assert other.page(ADDRESS).value("Ваша заметка") == ""
    write(other, "Моё")
    assert keeper.page(ADDRESS).value("Ваша заметка") == WORDS


def test_a_guest_is_led_to_sign_in(stage: Stage, guest: StrictClient) -> None:
    keep(guest, CANE)
    page = guest.page("/favourites")
    assert "После входа можно писать заметки" in page.main and "Написать заметку" not in page.main
    assert guest.page(ADDRESS).address.startswith("/sign-in")


def test_a_note_comes_back_with_the_product_and_goes_with_it(stage: Stage) -> None:
    person = stage.somebody()
    client = sign_in(stage.app, person)
    keep(client, CANE)
    write(client, WORDS)
    remove(client, CANE)
    assert client.page(ADDRESS).status == 404
    keep(client, CANE)
    assert client.page(ADDRESS).value("Ваша заметка") == WORDS
    remove(client, CANE)
    stage.clock.pass_time(hours=25)
    client = sign_in(stage.app, person)
    keep(client, CANE)
    assert client.page(ADDRESS).value("Ваша заметка") == ""


def test_what_was_refused_is_of_one_product_alone(keeper: StrictClient) -> None:
    keep(keeper, TONOMETER)
    write(keeper, "я" * (LONGEST_NOTE + 1))
    assert len(keeper.page(ADDRESS).value("Ваша заметка")) == LONGEST_NOTE + 1
    assert keeper.page(f"/favourites/{TONOMETER}/note").value("Ваша заметка") == ""
    write(keeper, WORDS)
    assert keeper.page(ADDRESS).value("Ваша заметка") == WORDS


def test_sign_in_with_a_guests_list_leaves_the_note(stage: Stage) -> None:
    person = stage.somebody()
    own = sign_in(stage.app, person)
    keep(own, CANE)
    write(own, WORDS)
    guest = visitor(stage.app)
    keep(guest, CANE)
    sign_in(stage.app, person, guest)
    assert guest.page(ADDRESS).value("Ваша заметка") == WORDS


@pytest.mark.parametrize(("second", "both"), [("Моё", f"Моё\n{WORDS}"), ("", WORDS), (WORDS, WORDS)])
def test_of_two_rows_that_are_one_person_no_note_is_lost(stage: Stage, second: str, both: str) -> None:
    people = stage.somebody(), stage.somebody()
    clients = [sign_in(stage.app, person) for person in people]
    for client, text in zip(clients, (WORDS, second), strict=True):
        keep(client, CANE)
        write(client, text)
    gone, stays = (number_of(stage.app, person) for person in people)
    with stage.app.app_context(), record() as database:
        actions.join(database, gone, stays)
        assert database.get(Person, stays) is not None
    assert clients[1].page(ADDRESS).value("Ваша заметка") == both
    assert [row["product_number"] for row in rows(stage.app) if row["person_id"] == gone] == []
