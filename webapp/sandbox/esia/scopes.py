"""What a site may ask to know of a person, and how the consent page says it."""

OPENID = "openid"
WORDS = {
    "fullname": "Фамилия, имя, отчество",
    "birthdate": "Дата рождения",
    "birthplace": "Место рождения",
    "gender": "Пол",
    "snils": "Страховой номер, он же СНИЛС",
    "id_doc": "Паспорт",
    "birth_cert_doc": "Свидетельство о рождении",
    "email": "Адрес электронной почты",
    "mobile": "Мобильный телефон",
    "contacts": "Телефон, почта, адреса",
    "addresses": "Адреса регистрации и проживания",
    "kid_fullname": "Фамилия, имя, отчество детей",
    "kid_birthdate": "Даты рождения детей",
    "kid_gender": "Пол детей",
    "kid_snils": "Страховые номера детей",
    "kid_birth_cert_doc": "Свидетельства о рождении детей",
    "inn": "Номер налогоплательщика, он же ИНН",
    "medical_doc": "Полис медицинского страхования",
    "foreign_passport_doc": "Заграничный паспорт",
    "drivers_licence_doc": "Водительское удостоверение",
    "military_doc": "Военный билет",
    "residence_doc": "Вид на жительство",
    "temporary_residence_doc": "Разрешение на временное проживание",
}
"""Scope → what the site gets to know. `openid` alone tells nothing but the number of the account.

The last seven are what other sites usually ask for; nobody here has these things, so they open nothing.
"""
KNOWN = frozenset({OPENID, *WORDS})


def spoken(scopes: tuple[str, ...]) -> list[str]:
    """What the scopes let a site know, in words, in their order."""
    return [WORDS[scope] for scope in scopes if scope in WORDS]


def as_token_tells(scopes: tuple[str, ...], oid: str) -> str:
    """«fullname?oid=… openid»: each scope but `openid` names whose data it opens."""
    return " ".join(scope if scope == OPENID else f"{scope}?oid={oid}" for scope in scopes)


def opened(told: str, oid: str) -> frozenset[str]:
    """Which scopes of an access token open this person's data."""
    ending = f"?oid={oid}"
    return frozenset(part.removesuffix(ending) for part in told.split() if part.endswith(ending) or part == OPENID)
