"""What a representative may answer when they claim a right: a form for each question of the journey."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask_babel import lazy_gettext
from wtforms import Field, SelectMultipleField, StringField, ValidationError
from wtforms.validators import StopValidation

from webapp.core import clock
from webapp.core.entrusted import Function
from webapp.core.forms import Form, ThreePartDate
from webapp.core.typed import Refusal, line, shown, snils
from webapp.representatives.asked import Asked, Question, Sort
from webapp.representatives.documents import PAPERS
from webapp.representatives.requisites import certificate, name, number, ogrn
from webapp.representatives.rules import CLAIMABLE, FUNCTIONS, Kind

YES, NO = "yes", "no"
DAYS = frozenset({Sort.PAST_DAY, Sort.DAY})
CHOICES = frozenset({Sort.PAPER, Sort.YES_OR_NO, Sort.FUNCTIONS})
DATE_WORDS = {
    "missing": lazy_gettext("введите день, месяц и год"),
    "day": lazy_gettext("введите день цифрами от 1 до 31"),
    "month": lazy_gettext("введите месяц цифрами или словом"),
    "year": lazy_gettext("введите год четырьмя цифрами"),
    "no_such_day": lazy_gettext("в этом месяце нет такого дня, проверьте день и месяц"),
    "other": lazy_gettext("проверьте дату"),
}
_REFUSED: Mapping[Sort, Mapping[str, Any]] = {
    Sort.NAME: {"letters": lazy_gettext("проверьте буквы: цифр в имени не бывает")},
    Sort.NUMBER: {"digits": lazy_gettext("проверьте номер: в нём есть цифры")},
    Sort.SNILS: {
        "length": lazy_gettext("введите одиннадцать цифр СНИЛС"),
        "check": lazy_gettext("проверьте цифры СНИЛС: такого номера не бывает"),
    },
    Sort.CERTIFICATE: {"certificate": lazy_gettext("введите римскую цифру, две буквы и шесть цифр")},
    Sort.OGRN: {
        "length": lazy_gettext("введите тринадцать цифр номера организации"),
        "check": lazy_gettext("проверьте цифры номера организации: такого номера не бывает"),
    },
}
_PARSERS: Mapping[Sort, Callable[[str], Any]] = {
    Sort.NAME: name,
    Sort.LINE: line,
    Sort.NUMBER: number,
    Sort.SNILS: snils,
    Sort.CERTIFICATE: certificate,
    Sort.OGRN: ogrn,
}


@dataclass(frozen=True, slots=True)
class Around:
    """What the answer to a question depends on: the kind that was claimed, other answers, one's own СНИЛС."""

    kind: Kind
    own_snils: str
    meant: Mapping[str, Any] = field(default_factory=dict)

    def options(self, sort: Sort) -> tuple[str, ...]:
        """What may be chosen. Consent is only for whose power of attorney covers it."""
        if sort is Sort.PAPER:
            return PAPERS[self.kind]
        if sort is Sort.YES_OR_NO:
            return (YES, NO)
        covers = self.meant.get("covers_consent", False)
        most = FUNCTIONS[self.kind]
        return tuple(code for code in Function if code in most and (covers or code is not Function.CONSENT))


class KindForm(Form):
    """What is the representative to the person?"""

    kind = StringField()

    def validate_kind(self, field: Any) -> None:
        if field.data not in CLAIMABLE:
            raise ValidationError(lazy_gettext("выберите, кем вы приходитесь человеку"))


class OptionalDate(ThreePartDate):
    """A date that may be left out."""

    def pre_validate(self, form: Any) -> None:
        if self._refusal is None or self._refusal.code != "empty":
            super().pre_validate(form)


class ClaimForm(Form):
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

    def understand(self, asked: Asked, control: Any) -> None:
        """Note what the answer means. Raises ValidationError with what is to be done."""
        answer = control.data
        if asked.sort in CHOICES:
            self.meant[asked.name] = self._chosen(asked, answer)
        elif asked.sort in DAYS:
            if asked.sort is Sort.PAST_DAY and answer is not None and answer > clock.today():
                raise ValidationError(lazy_gettext("эта дата ещё не наступила, проверьте год"))
            self.meant[asked.name] = answer
        else:
            self.meant[asked.name] = self._parsed(asked, answer)

    def _parsed(self, asked: Asked, text: str) -> Any:
        if not line(text):
            return _nothing(asked)
        try:
            meant = _PARSERS[asked.sort](text)
        except Refusal as refusal:
            raise ValidationError(_REFUSED[asked.sort][refusal.code]) from None
        if not any(sign.isalnum() for sign in text):
            return _nothing(asked)
        if asked.sort is Sort.SNILS and meant == self.around.own_snils:
            raise ValidationError(lazy_gettext("это ваш СНИЛС, введите СНИЛС другого человека"))
        if len(meant) > asked.longest:
            raise ValidationError(lazy_gettext("сократите ответ"))
        return meant

    def _chosen(self, asked: Asked, answer: Any) -> Any:
        options = self.around.options(asked.sort)
        if asked.sort is Sort.FUNCTIONS:
            chosen = [code for code in answer or () if code in options]
            return [code for code in options if code in chosen or code is Function.VIEW] if chosen else _nothing(asked)
        if answer not in options:
            return _nothing(asked)
        return answer == YES if asked.sort is Sort.YES_OR_NO else answer


def form_of(question: Question, around: Around, *given: Any) -> ClaimForm:
    """The form of a question; `given` is what it was answered before, else it reads the request."""
    parts: dict[str, Any] = {"question": question}
    for asked in question.asked:
        parts[asked.name] = _control(asked)
        parts[f"validate_{asked.name}"] = _check(asked)
    made: type[ClaimForm] = type("QuestionForm", (ClaimForm,), parts)
    return made(around, *given)


def _control(asked: Asked) -> Any:
    if asked.sort in DAYS:
        kind = ThreePartDate if asked.missing else OptionalDate
        return kind(messages=DATE_WORDS | {"empty": asked.missing})
    if asked.sort is Sort.FUNCTIONS:
        return SelectMultipleField(validate_choice=False)
    return StringField(filters=[lambda text: shown(text or "")])


def _check(asked: Asked) -> Callable[[ClaimForm, Field], None]:
    def check(form: ClaimForm, control: Field) -> None:
        form.understand(asked, control)

    return check


def _nothing(asked: Asked) -> str:
    if asked.missing:
        raise StopValidation(asked.missing)
    return ""
