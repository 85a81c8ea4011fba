"""Orthopaedic footwear."""

from webapp.catalogue.demo.cards.details import Fact, box
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import capital, measure

FOOTWEAR = {
    "вкладной башмачок": ("вкладной башмачок", "вкладной башмачок", "заполняет обувь там, где части стопы нет"),
    "вкладные": ("вкладные элементы", "ортопедические стельки", "поддерживают свод стопы внутри обуви"),
    "на аппарат и на протез": (
        "на аппарат",
        "обувь на аппарат и на протез",
        "подходит к аппарату на одной ноге и протезу на другой",
    ),
    "на аппарат": ("на аппарат", "обувь на аппарат", "надевается поверх аппарата на ноге"),
    "сохранённую": ("на протез", "обувь на сохранённую ногу и на протез", "подходит сохранённой ноге и протезу"),
    "на протезы": ("на протез", "обувь на протезы", "надевается на стопы двух протезов"),
    "малосложная": ("малосложная", "малосложная ортопедическая обувь", "поддерживает стопу при небольших изменениях"),
    "сложная": ("сложная", "сложная ортопедическая обувь", "поддерживает стопу при больших изменениях"),
}
FASTENING = {
    "шнурки": "Шнурки в шесть рядов, концы шнурков жёсткие.",
    "липучка": "Две широкие липучки, они затягиваются одной рукой.",
    "молния": "Молния сбоку, на её язычке кольцо для пальца.",
}
UPPERS = {
    "натуральная кожа": "Верх из гладкой кожи",
    "нубук": "Верх из нубука, бархатистый на ощупь",
    "текстиль": "Верх из ткани, мягкий",
}


FOOTWEAR_MARKINGS = (
    "Внутри левого ботинка выпуклая точка.",
    "Петли сзади разные: левая узкая, правая широкая.",
    "Левый и правый на ощупь различают по изгибу подошвы.",
)


def footwear(draft: Draft) -> Telling:
    """Orthopaedic shoes, insoles, inner boots."""
    kind, what, purpose = FOOTWEAR[next(stem for stem in FOOTWEAR if draft.says(stem))]
    draft.choose("kind", kind)
    gender = draft.choose("gender")
    size = draft.number("size_ru", *{"женщинам": (35, 41), "мужчинам": (39, 46), "детям": (24, 34)}[gender])
    if kind in ("вкладные элементы", "вкладной башмачок"):
        return _inner(draft, kind, what, purpose, size)
    warm = draft.choose("season", "утеплённая" if draft.says("утеплённая") else "без утепления") == "утеплённая"
    draft.number("fullness", 6, 11)
    fastening, upper = draft.choose("fastening"), draft.choose("upper")
    lift = (
        draft.number("sole_lift_mm", 0, 40)
        if kind == "сложная" and draft.likely(0.5)
        else draft.number("sole_lift_mm", 0, 0)
    )
    inside = "Внутри густой мех или байка." if warm else "Внутри гладкая подкладка без грубых швов."
    sole = f"Подошва одного ботинка выше другой на {measure(lift, 'mm')}." if lift else "Подошвы одинаковой высоты."
    forms = (
        "Ботинки с высоким берцем и жёстким задником."
        if warm
        else draft.pick("Полуботинки с жёстким задником.", "Ботинки выше щиколотки, носок широкий.")
    )
    return Telling(
        what=f"{what}{', утеплённая' if warm else ''}",
        summary=(
            f"{capital(what)} {purpose}. Делают {gender}, размер {size}, {'с утеплением' if warm else 'без утепления'}."
        ),
        touch=_footwear_touch(draft, forms, fastening, size, sole, inside, upper),
        colours=draft.some(("чёрный", "тёмно-коричневый", "тёмно-синий", "бежевый"), 1, 3),
        accessories=draft.some(("запасные шнурки",), 0, 1) if fastening == "шнурки" else (),
        needs_fitting=True,
    )


def _footwear_touch(
    draft: Draft, forms: str, fastening: str, size: int, sole: str, inside: str, upper: str
) -> tuple[Fact, ...]:
    return (
        ("shape", forms),
        ("size", f"Размер {size}. {sole}"),
        ("controls", FASTENING[fastening]),
        ("surface", f"{UPPERS[upper]}. {inside}"),
        ("markings", draft.pick(*FOOTWEAR_MARKINGS)),
        box(draft),
    )


INNER_SURFACES = (
    "Верх из мягкой кожи, низ слегка шершавый.",
    "Верх из ткани, впитывает влагу.",
    "Верх бархатистый, низ гладкий.",
)
INNER_MARKINGS = ("На правой выпуклая буква П, на левой буква Л.", "Стороны различают по изгибу.")


def _inner(draft: Draft, kind: str, what: str, purpose: str, size: int) -> Telling:
    insole = kind == "вкладные элементы"
    shape = (
        "Стелька с подъёмом под свод и углублением под пятку."
        if insole
        else "Мягкий носок по форме стопы, впереди упругий вкладыш."
    )
    return Telling(
        what=what,
        summary=f"{capital(what)} {purpose}. Размер {size}.",
        touch=(
            ("shape", shape),
            (
                "size",
                f"Размер {size}, длиннее ладони с пальцами." if size > 30 else f"Размер {size}, с ладонь взрослого.",
            ),
            ("surface", draft.pick(*INNER_SURFACES)),
            ("markings", draft.pick(*INNER_MARKINGS) if insole else "Верх отмечен швом посередине."),
            (
                "controls",
                "Их кладут в обувь вместо обычной стельки." if insole else "Его надевают на стопу, потом обувают.",
            ),
            box(draft),
        ),
        colours=draft.some(("бежевый", "чёрный", "коричневый"), 1, 2),
        needs_fitting=True,
    )
