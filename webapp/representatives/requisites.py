"""Numbers of documents, however they were typed or dictated (U13, U33). Pure; refusals are codes, forms speak."""

import re
from unicodedata import normalize

from webapp.core.dictated import in_digits, in_signs, plain
from webapp.core.typed import Refusal, digits_of, line

OGRN_DIGITS = 13
LAST_SERIES = 39
"""Roman numerals of certificates are small ones; four tens would need another letter."""
_LABELS = re.compile(r"(?i)\b(?:серия|серии|номер|номера|свидетельств\w+|римск\w+|цифр\w+|no?)\b|[№#«»\"'.,:;()]")
_CERTIFICATE = re.compile(r"([IVXПШ]+|\d{1,2})([А-ЯЁ]{2})(\d{6})")
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_SIGNS = frozenset(map(chr, range(0x2160, 0x2170)))
_TO_ROMAN = str.maketrans({"Х": "X", "І": "I", "Ӏ": "I", "П": "II", "Ш": "III"})
"""What people without a Latin keyboard put in the place of Roman digits."""
_TO_CYRILLIC = str.maketrans("ACEHKMOPTXBY", "АСЕНКМОРТХВУ")
_NAMED = "бэ:Б вэ:В гэ:Г дэ:Д жэ:Ж зэ:З ка:К эль:Л эл:Л эм:М эн:Н пэ:П эр:Р эс:С тэ:Т эф:Ф ха:Х цэ:Ц че:Ч ша:Ш ща:Щ"
_LETTERS = dict(pair.split(":") for pair in _NAMED.split())
"""Letters as they are named when they are dictated one by one."""


def certificate(text: str) -> tuple[str, str]:
    """Series and number of a certificate of civil status: («II-АН», «123456»).

    Accepts «II-АН № 123456», Latin look-alikes, «2 АН 123456», «два тире а эн один два три …». Raises Refusal: `empty`,
    `certificate`.
    """
    if not line(text):
        raise Refusal("empty")
    typed = "".join(normalize("NFKC", sign) if sign in _ROMAN_SIGNS else sign for sign in plain(line(text)))
    said = _LABELS.sub(" ", in_digits(in_signs(typed), is_order=False)).replace("-", " ").split()
    for pieces in (said, [_LETTERS.get(piece.lower(), piece) for piece in said]):
        found = _certificate("".join(pieces).upper())
        if found is not None:
            return found
    raise Refusal("certificate")


def _certificate(joined: str) -> tuple[str, str] | None:
    for place in range(1, len(joined) - 7):
        roman, letters = joined[:place].translate(_TO_ROMAN), joined[place : place + 2].translate(_TO_CYRILLIC)
        found = _CERTIFICATE.fullmatch(roman + letters + joined[place + 2 :])
        if found is None:
            continue
        numeral = _numeral(found[1])
        if numeral:
            return f"{numeral}-{found[2]}", found[3]
    return None


def _numeral(text: str) -> str:
    """A Roman numeral, of Arabic digits too; empty for what is none."""
    if not text.isdigit():
        return text if _ROMAN.fullmatch(text) else ""
    number = int(text)
    if not 1 <= number <= LAST_SERIES:
        return ""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]


def ogrn(text: str) -> str:
    """The number of an organisation in the state register. Raises Refusal: `empty`, `length`, `check`."""
    if not line(text):
        raise Refusal("empty")
    digits = digits_of(text)
    if len(digits) != OGRN_DIGITS:
        raise Refusal("length")
    if int(digits[:-1]) % 11 % 10 != int(digits[-1]):
        raise Refusal("check")
    return digits
