"""The sorts of answers that only a claim asks for."""

from flask_babel import lazy_gettext

from webapp.questions.asked import Control, Sort
from webapp.representatives.requisites import certificate, ogrn

CERTIFICATE = Sort(
    "certificate",
    parse=certificate,
    refused={"certificate": lazy_gettext("введите римскую цифру, две буквы и шесть цифр")},
)
OGRN = Sort(
    "ogrn",
    parse=ogrn,
    refused={
        "length": lazy_gettext("введите тринадцать цифр номера организации"),
        "check": lazy_gettext("проверьте цифры номера организации: такого номера не бывает"),
    },
)
PAPER = Sort("paper", Control.ONE)
"""Which document proves the right."""
FUNCTIONS = Sort("functions", Control.SEVERAL)
"""What was entrusted."""
