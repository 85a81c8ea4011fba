"""Absorbent sheets and nappies."""

from webapp.catalogue.demo.cards.details import Fact, bag
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import between, capital, of_measure

SIZES = {"xs": (42, 58), "s": (60, 88), "m": (80, 118), "l": (105, 148), "xl": (125, 173)}


ABSORBENT_SHAPES = ("Сзади по бокам две пары липучек.", "Сзади по бокам по одной широкой липучке.")
ABSORBENT_MARKINGS = ("Заднюю часть узнают по резинке на поясе.", "Заднюю часть узнают по липучкам.")


def absorbent(draft: Draft) -> Telling:
    """A sheet or a nappy; the item's name gives its size and least absorbency."""
    words = draft.item.plain_name.split()
    if words[0] == "Простыни":
        return _sheet(draft)
    child = draft.says("для детей")
    low_absorb, size = _needed(draft, child)
    absorb = draft.number("absorb_g", low_absorb, low_absorb + (150 if child else 500))
    draft.choose("size", size)
    pull = not child and draft.likely(0.25)
    draft.choose("kind", "подгузник-трусы" if pull else "подгузник")
    breath, sign = draft.flag("breathable", 0.8), draft.flag("wetness_indicator", 0.7)
    pack = draft.number("pack_qty", 14, 60 if child else 30)
    girth = ""
    if not child:
        low, high = SIZES[size.lower()]
        draft.values["waist_min_cm"], draft.values["waist_max_cm"] = (low, draft.number("waist_max_cm", high - 3, high))
        girth = f", обхват {between(low, int(str(draft.values['waist_max_cm'])), 'cm')}"
    what = (
        f"{'детские ' if child else ''}{'подгузники-трусы' if pull else 'подгузники'}{'' if child else ' для взрослых'}"
    )
    who = f"Для ребёнка весом {size}" if child else f"Размер {size}{girth}"
    return Telling(
        what=what,
        summary=f"{capital(what)} впитывают до {of_measure(absorb, 'g')} и держат кожу сухой. {who}.",
        touch=_absorbent_touch(draft, pack, pull, breath, sign, who),
        colours=draft.some(("белый", "белый с голубым краем", "белый с зелёным краем"), 1, 1),
    )


def _absorbent_touch(draft: Draft, pack: int, pull: bool, breath: bool, sign: bool, who: str) -> tuple[Fact, ...]:
    return (
        ("shape", "Надевают как трусы, по бокам рвущиеся швы." if pull else draft.pick(*ABSORBENT_SHAPES)),
        ("size", f"{who}."),
        ("surface", "Снаружи мягкая ткань, не шуршит." if breath else "Снаружи гладкая плёнка, слегка шуршит."),
        ("markings", draft.pick(*ABSORBENT_MARKINGS) if not pull else "Задняя половина выше и шире передней."),
        (
            "controls",
            "Индикатор наполнения только цветной, на ощупь его нет." if sign else "Индикатора наполнения нет.",
        ),
        bag(draft, pack),
    )


def _needed(draft: Draft, child: bool) -> tuple[int, str]:
    name = draft.item.plain_name
    if child:
        size = name.removeprefix("Подгузники для детей весом ")
        return {"до 5 килограммов": 400, "до 6 килограммов": 450, "до 9 килограммов": 550}.get(size, 750), size
    return int(name.split("не менее ")[1].split()[0]), name.split("размер ")[1].split(",")[0]


def _sheet(draft: Draft) -> Telling:
    numbers = [int(word) for word in draft.item.plain_name.split() if word.isdigit()]
    size = draft.choose("size", f"{numbers[0]} на {numbers[1]} сантиметров")
    draft.choose("kind", "простыня (пелёнка)")
    absorb = draft.number("absorb_g", numbers[2], numbers[3])
    breath = draft.flag("breathable", 0.5)
    pack = draft.number("pack_qty", 10, 40)
    what = "впитывающие простыни"
    return Telling(
        what=what,
        summary=(
            f"Впитывающие простыни (пелёнки) защищают постель. Размер {size}, впитывают до {of_measure(absorb, 'g')}."
        ),
        touch=(
            ("shape", draft.pick("Прямоугольник с запаянными краями.", "Прямоугольник, по краям мягкая кайма.")),
            ("size", f"Размер {size}."),
            (
                "surface",
                (
                    f"Верх {draft.pick('мягкий, в мелких ромбах', 'мягкий, ровный')}, "
                    f"низ {'матовый, не шуршит' if breath else 'гладкий, слегка шуршит'}."
                ),
            ),
            ("markings", "Нижнюю сторону узнают по гладкой плёнке."),
            (
                "controls",
                draft.pick(
                    "По углам липкие полоски, они держат на простыне.",
                    "Липких полосок нет, простыню подворачивают под матрац.",
                ),
            ),
            bag(draft, pack),
        ),
        colours=("белый", "голубой снизу"),
    )
