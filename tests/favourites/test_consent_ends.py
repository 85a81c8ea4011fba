"""What a favourite knew of the programme goes when the consent to the programme is withdrawn."""

from tests.favourites.keeping import CANE, TONOMETER, keep, rows
from tests.support.registers import Stage, line, programme
from tests.support.signing_in import number_of, sign_in
from webapp.consents.rules import Purpose
from webapp.core.database import record
from webapp.favourites import actions
from webapp.features import WHEN_CONSENT_ENDS


def test_whether_products_fitted_is_forgotten_and_the_list_stays(stage: Stage) -> None:
    people = stage.somebody(), stage.somebody()
    for person in people:
        stage.tell(person, programme(line()))
        client = sign_in(stage.app, person)
        client.page("/my")
        for number in (CANE, TONOMETER):
            keep(client, number)
    withdrawing, staying = (number_of(stage.app, person) for person in people)
    with stage.app.app_context(), record() as database:
        for ending in WHEN_CONSENT_ENDS[Purpose.PROGRAMME]:
            ending(database, withdrawing)
    fits = {
        owner: {row["fit"] for row in rows(stage.app) if row["person_id"] == owner} for owner in (withdrawing, staying)
    }
    assert fits == {withdrawing: {None}, staying: {"yes", "no"}}


def test_what_becomes_another_row_s_brings_no_answer_along(stage: Stage) -> None:
    gone, stays = stage.somebody(), stage.somebody()
    for person in (gone, stays):
        stage.tell(person, programme(line()))
        sign_in(stage.app, person).page("/my")
    keep(sign_in(stage.app, gone), CANE)
    with stage.app.app_context(), record() as database:
        actions.join(database, number_of(stage.app, gone), number_of(stage.app, stays))
    owners = {number_of(stage.app, person) for person in (gone, stays)}
    kept = [(row["person_id"], row["fit"]) for row in rows(stage.app) if row["person_id"] in owners]
    assert kept == [(number_of(stage.app, stays), None)]
