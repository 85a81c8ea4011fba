"""What the register corrects in a programme between two answers is told in the programme itself."""

from tests.support.registers import Stage, event, line, programme
from tests.support.signing_in import sign_in
from webapp.gateways.programmes.port import Event


def test_a_corrected_programme_lists_what_was_corrected(stage: Stage) -> None:
    person = stage.somebody()
    stage.tell(person, programme(line(quantity=1)))
    client = sign_in(stage.app, person)
    assert "исправил" not in client.page("/my/programme").main
    stage.tell(person, programme(line(quantity=2)))
    stage.clock.pass_time(days=2)
    page = sign_in(stage.app, person).page("/my/programme")
    assert "Что реестр исправил в этой программе 4 марта 2026 года" in page.headings(2)
    assert "Другое количество" in page.main


def test_an_equal_answer_corrects_nothing(stage: Stage) -> None:
    person = stage.somebody()
    stage.tell(person, programme(line()))
    sign_in(stage.app, person).page("/my")
    stage.clock.pass_time(days=2)
    assert "исправил" not in sign_in(stage.app, person).page("/my/programme").main


def test_what_an_executor_records_later_does_not_take_the_correction_away(stage: Stage) -> None:
    person = stage.somebody()
    stage.tell(person, programme(line(quantity=1)))
    sign_in(stage.app, person).page("/my")
    for told in (programme(line(quantity=2)), programme(line(quantity=2), executions=(event(Event.APPLIED),))):
        stage.tell(person, told)
        stage.clock.pass_time(days=2)
        page = sign_in(stage.app, person).page("/my/programme")
    assert "Другое количество" in page.main


def test_the_programme_before_is_known_from_the_answer_before(stage: Stage) -> None:
    person = stage.somebody()
    stage.tell(person, programme(line(quantity=1), number="1"))
    sign_in(stage.app, person).page("/my")
    stage.tell(person, programme(line(quantity=2), number="2", replaces="1"))
    stage.clock.pass_time(days=2)
    page = sign_in(stage.app, person).page("/my/programme")
    assert "Что изменилось по сравнению с прежней программой" in page.headings(2)
