"""What a favourite knew of the programme goes when the consent to the programme is withdrawn."""

from tests.favourites.keeping import CANE, TONOMETER, keep, rows
from tests.support.registers import Stage, line, programme
from tests.support.signing_in import number_of, sign_in
from webapp.consents.rules import Purpose
from webapp.core.database import record
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
