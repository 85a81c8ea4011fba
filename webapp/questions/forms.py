"""The form of one question, made from what the question says of itself."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from flask_babel import lazy_gettext
from wtforms import Field, SelectMultipleField, StringField, ValidationError
from wtforms.validators import StopValidation

from webapp.core import clock
from webapp.core.forms import Form, ThreePartDate
from webapp.core.typed import Refusal, line, shown
from webapp.questions.asked import Asked, Control, Question
from webapp.questions.sorts import DATE_WORDS, YES, YES_OR_NO


class Around(Protocol):
    """What the answers to a question depend on, beside what is typed."""

    def options(self, asked: Asked) -> Sequence[str]:
        """What may be chosen, by its codes."""
        ...

    def check(self, asked: Asked, meant: Any, beside: Mapping[str, Any]) -> None:
        """Raises ValidationError with what is to be done where an answer that can be read is not one here.

        `meant` may be empty where the field may stay so; `beside` is what the fields before it on the page mean.
        """
        ...


class OptionalDate(ThreePartDate):
    """A date that may be left out."""

    def pre_validate(self, form: Any) -> None:
        if self._refusal is None or self._refusal.code != "empty":
            super().pre_validate(form)


class QuestionForm(Form):
    """One question. `meant` holds what its fields were understood as, once it has been validated."""

    question: Question

    def __init__(self, around: Around, *given: Any) -> None:
        super().__init__(*given)
        self.around = around
        self.meant: dict[str, Any] = {}

    def typed(self, sent: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        """Of what was sent that which belongs to this question, to be kept as it was typed."""
        names = {each.name for each in self.question.asked}
        return {key: list(map(shown, sent[key])) for key in sent if key.partition("-")[0] in names}

    def answered(self, sent: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        """The same of a form that was sent: where nothing was ticked or chosen, that was answered, too."""
        chosen = (each.name for each in self.question.asked if each.sort.control in {Control.ONE, Control.SEVERAL})
        return {name: [] for name in chosen} | self.typed(sent)

    def understand(self, asked: Asked, control: Any) -> None:
        """Note what the answer means. Raises ValidationError with what is to be done."""
        meant = self._meant(asked, control.data)
        self.around.check(asked, meant, self.meant)
        self.meant[asked.name] = meant

    def _meant(self, asked: Asked, answer: Any) -> Any:
        match asked.sort.control:
            case Control.DAY:
                if asked.sort.is_past and answer is not None and answer > clock.today():
                    raise ValidationError(lazy_gettext("эта дата ещё не наступила, проверьте год"))
                return answer
            case Control.ONE:
                return self._chosen(asked, answer)
            case Control.SEVERAL:
                chosen = [code for code in self.around.options(asked) if code in (answer or ())]
                return chosen or _nothing(asked)
            case _:
                return _parsed(asked, answer)

    def _chosen(self, asked: Asked, answer: Any) -> Any:
        if answer not in self.around.options(asked):
            return _nothing(asked)
        return answer == YES if asked.sort is YES_OR_NO else answer


def form_of(question: Question, around: Around, *given: Any) -> QuestionForm:
    """The form of a question; `given` is what it was answered before, else it reads the request."""
    parts: dict[str, Any] = {"question": question}
    for asked in question.asked:
        parts[asked.name] = _control(asked)
        parts[f"validate_{asked.name}"] = _check(asked)
    made: type[QuestionForm] = type("QuestionForm", (QuestionForm,), parts)
    return made(around, *given)


def _parsed(asked: Asked, text: str) -> Any:
    if not line(text):
        return _nothing(asked)
    try:
        meant = asked.sort.parse(text)
    except Refusal as refusal:
        raise ValidationError(asked.sort.refused[refusal.code]) from None
    if not any(sign.isalnum() for sign in text):
        return _nothing(asked)
    if len(meant) > asked.longest:
        raise ValidationError(lazy_gettext("сократите ответ"))
    return meant


def _control(asked: Asked) -> Any:
    if asked.sort.control is Control.DAY:
        kind = ThreePartDate if asked.missing else OptionalDate
        return kind(messages=DATE_WORDS | {"empty": asked.missing})
    if asked.sort.control is Control.SEVERAL:
        return SelectMultipleField(validate_choice=False)
    return StringField(filters=[lambda text: shown(text or "")])


def _check(asked: Asked) -> Callable[[QuestionForm, Field], None]:
    def check(form: QuestionForm, control: Field) -> None:
        form.understand(asked, control)

    return check


def _nothing(asked: Asked) -> str:
    if asked.missing:
        raise StopValidation(asked.missing)
    return ""
