"""Mattresses, cushions and commode chairs."""

from webapp.catalogue.demo.cards.details import FABRIC, PLAIN, Fact, bag, colours, crate, marking, roll, sides
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import between, capital, heft, measure, of_measure, weight

FILLINGS = {
    "полиуретан": "Внутри упругая пена: вдавливается и медленно поднимается.",
    "гель": "Внутри гель: тяжёлый, прохладный, переливается под рукой.",
    "воздух": "Внутри воздух: упругие ячейки прощупываются как ряд бугорков.",
}


MATTRESS_SURFACES = (
    "Верх из гладкой ткани, не пропускает воду.",
    "Верх из мягкой ткани, по бокам нескользящая лента.",
    "Верх гладкий, без швов посередине.",
)


def mattress(draft: Draft) -> Telling:
    """A mattress that spares the skin: foam, gel or air with a pump."""
    air, gel = draft.says("воздушный"), draft.says("гелевый")
    kinds = ("воздушный ячеистый", "воздушный баллонный") if air else ("гелевый",) if gel else ("полиуретановый",)
    kind = draft.choose("kind", *kinds)
    length, width = (draft.number("length_cm", 185, 205), draft.number("width_cm", 80, 95))
    height = draft.number("height_cm", 6 if air else 8, 12 if air else 15)
    load = draft.number("max_load_kg", 100, 150)
    cover = draft.flag("cover", 0.8 if not air else 0.4)
    stem = "воздух" if air else "гель" if gel else "полиуретан"
    touch: list[Fact] = _mattress_touch(draft, kind, stem, length, width, height)
    hearing: tuple[str, ...] = ()
    if air:
        touch[2:2] = _pump(draft)
        hearing = (touch[3][1],)
    else:
        touch.insert(
            2, ("controls", "Подвижных частей и кнопок нет." + (" Чехол снимается на молнии." if cover else ""))
        )
    what = f"{'воздушный' if air else kind} противопролежневый матрац" + (" с компрессором" if air else "")
    ending = "Давление под телом всё время меняется." if air else "Он распределяет вес тела по всей поверхности."
    return Telling(
        what=what,
        summary=(
            f"{capital(what)} бережёт кожу того, кто много лежит, выдерживает до {of_measure(load, 'kg')}. {ending}"
        ),
        touch=tuple(touch),
        hearing=hearing,
        colours=colours(draft, PLAIN, 2),
        accessories=draft.some(("набор для ремонта",) if air else ("запасной чехол",), 0, 1),
    )


def _pump(draft: Draft) -> list[Fact]:
    noise, cycle = draft.number("noise_db", 22, 42), draft.number("cycle_min", 6, 15)
    draft.flag("airflow", 0.4)
    pace = f"Ячейки меняют давление раз в {measure(cycle, 'min')}."
    return [
        ("controls", f"На компрессоре ручка давления, её поворачивают. {pace}"),
        ("sounds", f"Компрессор тихо гудит, {measure(noise, 'db')}."),
    ]


def _mattress_touch(draft: Draft, kind: str, stem: str, length: int, width: int, height: int) -> list[Fact]:
    return [
        (
            "shape",
            FILLINGS[stem]
            if kind != "воздушный баллонный"
            else "Внутри воздух: поперёк лежат надувные трубы, как валики.",
        ),
        ("size", f"Длина {measure(length, 'cm')}, ширина {measure(width, 'cm')}, толщина {measure(height, 'cm')}."),
        ("surface", draft.pick(*MATTRESS_SURFACES)),
        sides(draft),
        roll(draft),
    ]


CUSHION_SURFACES = (
    "Верх из гладкой ткани, низ шершавый и не скользит.",
    "Верх из сетки, дышит. Низ с резиновыми точками.",
    "Верх мягкий, велюровый, низ гладкий.",
)


def cushion(draft: Draft) -> Telling:
    """A cushion that spares the skin of someone who sits long."""
    air, gel = draft.says("воздушная"), draft.says("гелевая")
    kind = draft.choose("kind", "воздушная" if air else "гелевая" if gel else "полиуретановая")
    width, depth = draft.number("width_cm", 38, 48), draft.number("depth_cm", 38, 48)
    height = draft.number("height_cm", 5, 10)
    load = draft.number("max_load_kg", 90, 150)
    cover = draft.flag("cover", 0.8)
    stem = "воздух" if air else "гель" if gel else "полиуретан"
    controls = (
        "Сбоку клапан: воздух добавляют насосом, лишний выпускают пальцем."
        if air
        else "Подвижных частей нет." + (" Чехол снимается на молнии." if cover else "")
    )
    return Telling(
        what=f"{kind} противопролежневая подушка",
        summary=(
            f"{capital(kind)} противопролежневая подушка бережёт кожу при долгом сидении. "
            f"Ширина {measure(width, 'cm')}, выдерживает до {of_measure(load, 'kg')}."
        ),
        touch=(
            ("shape", FILLINGS[stem]),
            (
                "size",
                f"Ширина {measure(width, 'cm')}, глубина {measure(depth, 'cm')}, толщина {measure(height, 'cm')}.",
            ),
            ("controls", controls),
            ("surface", draft.pick(*CUSHION_SURFACES)),
            sides(draft),
            bag(draft, 1),
        ),
        hearing=("Когда клапан открыт, слышно шипение.",) if air else (),
        colours=colours(draft, FABRIC, 2),
        accessories=draft.some(("насос",), 1, 1) if air else draft.some(("запасной чехол",), 0, 1),
    )


COMMODE_BASES = {
    "active": "Сзади два больших колеса с ободами, спереди два маленьких.",
    "wheels": "Внизу четыре колеса, на каждом педаль тормоза.",
    "legs": "Внизу четыре ножки с резиновыми наконечниками.",
}
COMMODE_FEATURES = {
    "held": "поддерживает голову и тело",
    "active": "позволяет ездить самому",
    "heavy": "рассчитано на людей с большим весом",
    "plain": "заменяет туалет рядом с кроватью",
}

COMMODE_SURFACES = ("Сиденье мягкое, гладкое, моется.", "Сиденье из твёрдого пластика, без швов.")


def commode(draft: Draft) -> Telling:
    """A commode chair: with wheels or legs, for heavy people, with support, or to ride on one's own."""
    active, held, heavy = (draft.says("активного"), draft.says("поддержкой"), draft.says("большим весом"))
    wheels = draft.flag("wheels", active or held or draft.says("с колёсами"))
    width = draft.number("seat_width_cm", 52 if heavy else 42, 60 if heavy else 48)
    low, high = draft.span("seat_height_min_cm", "seat_height_max_cm", (42, 47), (6, 12))
    load = draft.number("max_load_kg", 170 if heavy else 100, 250 if heavy else 130)
    folding = draft.flag("folding", 0 if heavy or held else 0.5)
    arms = draft.flag("drop_armrests", 0.7)
    draft.flag("self_propelled", active)
    base = 21000 if held else 14000 if active else 10000 if heavy else 9000 if wheels else 5500
    grams = draft.number("weight_g", base, base + 4000)
    seat = "Сиденье с круглым вырезом, под ним съёмное ведро с крышкой."
    rolls = COMMODE_BASES["active" if active else "wheels" if wheels else "legs"]
    arm = "Подлокотники откидываются назад." if arms else "Подлокотники не двигаются."
    feature = COMMODE_FEATURES["held" if held else "active" if active else "heavy" if heavy else "plain"]
    what = "кресло-стул с туалетом" + (
        ", с поддержкой тела" if held else ", активного типа" if active else ", с колёсами" if wheels else ", без колёс"
    )
    return Telling(
        what=what,
        summary=(
            f"Кресло-стул с туалетом {feature}. "
            f"Высота сиденья {between(low, high, 'cm')}, нагрузка до {of_measure(load, 'kg')}."
        ),
        touch=_commode_touch(draft, folding, seat, rolls, arm, width, grams),
        hearing=("Тормоз колеса встаёт со щелчком.",) if wheels else (),
        colours=draft.some(("белый", "серый", "голубой"), 1, 2),
        accessories=draft.some(("запасное ведро", "мягкая накладка на сиденье", "держатель для бумаги"), 0, 2),
        needs_fitting=held,
    )


def _commode_touch(
    draft: Draft, folding: bool, seat: str, rolls: str, arm: str, width: int, grams: int
) -> tuple[Fact, ...]:
    return (
        ("shape", f"{seat} {rolls}"),
        ("size", f"Ширина сиденья {measure(width, 'cm')}. Вес {weight(grams)}, {heft(grams)}."),
        ("controls", f"{arm} Ведро вынимают {draft.pick('сзади', 'сбоку', 'сверху')} за ручку."),
        ("controls", "Складывается вдоль." if folding else "Не складывается."),
        ("surface", draft.pick(*COMMODE_SURFACES) + " Рама металлическая, холодная на ощупь."),
        marking(draft),
        crate(draft),
    )
