"""When two records name one person. Pure."""

from datetime import date


def same_surname(one: str, other: str) -> bool:
    """«Римская-Корсакова» and «Римская Корсакова» are one surname, «Королёва» and «КОРОЛЕВА» too."""
    return _plain(one) == _plain(other)


def _plain(surname: str) -> str:
    """Letters alone tell surnames apart: people type hyphens, dashes and spaces as they come."""
    known = surname.casefold().replace("ё", "е")
    return " ".join("".join(sign if sign.isalpha() else " " for sign in known).split())


def may_be_born(one: date | str | None, other: date | str | None) -> bool:
    """Whether nothing speaks against one birthday: days, or YYYY-MM-DD; empty is what nobody has told."""
    return not one or not other or str(one) == str(other)
