"""What a representative may answer when they claim a right: what the questions of the journey depend on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask_babel import lazy_gettext
from wtforms import StringField, ValidationError

from webapp.core.entrusted import Function
from webapp.core.forms import Form
from webapp.questions.asked import Asked
from webapp.questions.sorts import NO, SNILS, YES, YES_OR_NO
from webapp.representatives import sorts
from webapp.representatives.documents import PAPERS
from webapp.representatives.rules import CLAIMABLE, FUNCTIONS, Kind


@dataclass(frozen=True, slots=True)
class Around:
    """What the answer to a question depends on: the kind that was claimed, other answers, one's own СНИЛС."""

    kind: Kind
    own_snils: str
    meant: Mapping[str, Any] = field(default_factory=dict)

    def options(self, asked: Asked) -> Sequence[str]:
        """What may be chosen. Consent is only for whose power of attorney covers it."""
        if asked.sort is sorts.PAPER:
            return PAPERS[self.kind]
        if asked.sort is YES_OR_NO:
            return (YES, NO)
        covers = self.meant.get("covers_consent", False)
        most = FUNCTIONS[self.kind]
        return tuple(code for code in Function if code in most and (covers or code is not Function.CONSENT))

    def check(self, asked: Asked, meant: Any, beside: Mapping[str, Any]) -> None:
        """Nobody claims themselves. Raises ValidationError."""
        if asked.sort is SNILS and meant == self.own_snils:
            raise ValidationError(lazy_gettext("это ваш СНИЛС, введите СНИЛС другого человека"))


class KindForm(Form):
    """What is the representative to the person?"""

    kind = StringField()

    def validate_kind(self, field: Any) -> None:
        if field.data not in CLAIMABLE:
            raise ValidationError(lazy_gettext("выберите, кем вы приходитесь человеку"))
