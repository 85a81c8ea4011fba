"""Canes and crutches."""

from webapp.catalogue.demo.cards.details import FEEL, MADE_OF, METAL, WOOD, Fact, box, colours, long_box, marking
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import along, between, capital, counted, heft, measure, of_measure, upright, weight

CANE_WEIGHT = {"алюминий": 320, "сталь": 510, "дерево": 390, "углепластик": 260}
FEET = {1: "", 3: " с тремя ножками", 4: " с четырьмя ножками"}
CANE_BASES = {
    1: "Внизу один резиновый наконечник",
    3: "Внизу три короткие ножки, трость стоит сама",
    4: "Внизу четыре короткие ножки, трость стоит сама",
}
CANE_PURPOSES = {
    False: "даёт опору и снимает часть нагрузки с ноги",
    True: "даёт опору и показывает прохожим, что вы плохо видите",
}
HANDLES = {
    "Т-образная": "Ручка прямая, поперёк трости, как буква Т",
    "дугообразная": "Ручка загнута дугой, за неё трость можно повесить на руку",
    "анатомическая левая": "Ручка широкая, с выемками под пальцы левой руки",
    "анатомическая правая": "Ручка широкая, с выемками под пальцы правой руки",
}
TIPS = {
    "узкий, как карандаш": "Наконечник узкий, как карандаш, из твёрдого пластика",
    "вращающийся ролик": "Наконечник толщиной с палец, он вращается вокруг оси трости",
    "шар": "Наконечник в виде шара, чуть меньше теннисного мяча, он крутится",
    "диск": "Наконечник в виде выпуклого диска размером с крышку от банки",
}
TIP_SOUNDS = {
    "узкий, как карандаш": "По асфальту стучит звонко, по плитке коротко щёлкает.",
    "вращающийся ролик": "По асфальту катится с ровным шорохом, стыки плитки слышны щелчками.",
    "шар": "По асфальту катится с низким рокотом, на траве почти не слышен.",
    "диск": "По земле скользит с мягким шорохом, на плитке щёлкает тихо.",
}


def cane(draft: Draft) -> Telling:
    """A cane to lean on; sections 6-01 and 6-03."""
    legs = 3 if draft.says("трёхопорная") else 4 if draft.says("четырёхопорная") else 1
    draft.values["legs"] = legs
    adjustable = draft.flag("height_adjustable", not draft.says("не регулируемая"))
    spike = draft.flag("anti_slip", draft.says("с устройством"))
    handle, side = _cane_handle(draft, legs)
    draft.values["side"] = side
    material = _cane_material(draft, legs, adjustable)
    if adjustable:
        low, high = draft.span("height_min_cm", "height_max_cm", (70, 78), (16, 26))
        fit = f"Длину можно менять {between(low, high, 'cm')}."
    else:
        low = high = draft.number("height_max_cm", 80, 98)
        draft.values["height_min_cm"] = low
        fit = f"Длина {measure(high, 'cm')}, она не меняется."
    grams = draft.number("weight_g", *_around(CANE_WEIGHT[material] + {1: 0, 3: 180, 4: 250}[legs], 40))
    draft.number("max_load_kg", 95, 150 if material != "дерево" else 115)
    white = draft.says("белая")
    colour = "белая " if white else ""
    what = f"{colour}опорная трость{FEET[legs]}{', регулируемая' if adjustable else ''}"
    base = CANE_BASES[legs]
    touch = _cane_touch(draft, handle, base, material, high, grams)
    if adjustable:
        holes = max((high - low) // 2, 3)
        touch.insert(
            2, ("controls", f"Длину держит кнопка. Она входит в отверстие со щелчком. Таких отверстий {holes}.")
        )
    if spike:
        touch.append(("controls", "У нижнего конца откидной зубец от скольжения. Зимой его опускают, дома поднимают."))
    touch.append(long_box(draft))
    palette = WOOD if material == "дерево" else METAL
    return Telling(
        what=what,
        summary=f"{capital(what.split(',', maxsplit=1)[0])} {CANE_PURPOSES[white]}. {fit}",
        touch=tuple(touch),
        hearing=("Когда кнопка встала на место, слышен щелчок.",) if adjustable else (),
        colours=("белый, матовый",) if white else colours(draft, palette),
        accessories=draft.some(("запасной резиновый наконечник", "ремешок на запястье", "держатель для стола"), 0, 2),
    )


def _cane_touch(draft: Draft, handle: str, base: str, material: str, high: int, grams: int) -> list[Fact]:
    return [
        ("shape", f"{handle}. {base}."),
        ("size", f"Если поставить на пол, высота {upright(high)}. Вес {weight(grams)}, {heft(grams)}."),
        ("surface", f"Трубка {MADE_OF[material]}. {FEEL[material]}." if material != "дерево" else f"{FEEL[material]}."),
        marking(draft),
    ]


def _cane_handle(draft: Draft, legs: int) -> tuple[str, str]:
    if draft.says("анатомической"):
        handle = draft.choose("handle", "анатомическая левая", "анатомическая правая")
        return HANDLES[handle], handle.removeprefix("анатомическая ")
    handle = draft.choose("handle", *(("Т-образная", "дугообразная") if legs == 1 else ("Т-образная",)))
    return HANDLES[handle], "любая"


def _cane_material(draft: Draft, legs: int, adjustable: bool) -> str:
    if draft.says("белая"):
        return draft.choose("material", "алюминий")
    if legs > 1:
        return draft.choose("material", "алюминий", "сталь")
    return draft.choose(
        "material", *(("алюминий", "алюминий", "углепластик") if adjustable else ("дерево", "алюминий"))
    )


WHITE_CANE_HANDLES = (
    "резиновая, с плоской стороной под указательный палец",
    "из пробки, круглая",
    "мягкая, как руль велосипеда",
)


def white_cane(draft: Draft) -> Telling:
    """A white cane to find the way with, one piece or folding."""
    folding = draft.says("складная")
    build = draft.choose("construction", *(("складная",) if folding else ("цельная",)))
    length = draft.number("length_cm", 85, 150)
    parts = draft.number("sections", 4, 6) if folding else 1
    draft.values["sections"] = parts
    material = draft.choose("material")
    tip = draft.choose("tip")
    base = {"алюминий": 190, "углепластик": 130, "стеклопластик": 160}[material] + (length - 100) + 12 * parts
    grams = draft.number("weight_g", *_around(base + (40 if tip in ("шар", "диск") else 0), 15))
    reflective = draft.flag("reflective", 0.7)
    spare = ("запасной наконечник",) if draft.flag("spare_tip", 0.5) else ()
    folded = length // parts + 4
    what = f"тактильная трость {build}"
    fold = {
        "складная": f"Складывается, в ней {counted(parts, 'секция', 'секции', 'секций')}.",
        "цельная": "Не складывается, поэтому хорошо передаёт неровности.",
    }[build]
    shape = {
        "складная": f"Секции соединяет резинка внутри. В сложенном виде трость {along(folded)}.",
        "цельная": "Прямая трубка без соединений, сужается к нижнему концу.",
    }[build]
    handle = draft.pick(*WHITE_CANE_HANDLES)
    surface = f"Ручка {handle}. Ниже трость гладкая" + (
        ", светоотражающая плёнка слегка шершавая." if reflective else "."
    )
    touch = _white_cane_touch(draft, shape, surface, tip, length, grams)
    stripe = "белый, светоотражающий" if reflective else "белый, матовый"
    colour = (f"{stripe}, внизу красная полоса", stripe) if draft.likely(0.4) else (stripe,)
    extra = (*spare, *draft.some(("чехол на пояс", "петля на запястье"), 0, 2))
    summary = f"{capital(what)} длиной {measure(length, 'cm')} помогает незрячему находить путь и препятствия. {fold}"
    return Telling(what, summary, touch, (TIP_SOUNDS[tip],), colour, extra)


def _white_cane_touch(draft: Draft, shape: str, surface: str, tip: str, length: int, grams: int) -> tuple[Fact, ...]:
    return (
        ("shape", shape),
        ("size", f"Длина {measure(length, 'cm')}, от пола {upright(length)}. Вес {weight(grams)}, {heft(grams)}."),
        ("surface", surface),
        (
            "controls",
            f"{TIPS[tip]}. Он {draft.pick('надевается крючком', 'навинчивается на конец', 'вставляется до упора')}.",
        ),
        ("sounds", TIP_SOUNDS[tip]),
        marking(draft),
        long_box(draft) if draft.values["construction"] == "цельная" else box(draft),
    )


CRUTCHES = {
    "под локоть": ("костыль под локоть", "Ручка на уровне кисти, выше открытая манжета под локоть"),
    "на предплечье": (
        "костыль с опорой на предплечье",
        "Вверху жёлоб, в него кладут предплечье, спереди вертикальная ручка",
    ),
    "подмышечная": ("подмышечный костыль", "Две стойки сходятся внизу, вверху мягкая перекладина, посередине ручка"),
}


CRUTCH_SURFACES = (
    "Ручка из мягкой резины, не скользит в мокрой руке.",
    "Ручка из твёрдого пластика с ребристым узором.",
)


def crutch(draft: Draft) -> Telling:
    """A crutch of one of three sorts."""
    sort = "под локоть" if draft.says("локоть") else "на предплечье" if draft.says("предплечье") else "подмышечная"
    support = draft.choose("support", sort)
    spike = draft.flag("anti_slip", draft.says("с устройством"))
    pair = draft.choose("pieces", "пара", "пара", "один костыль") == "пара"
    tall = support == "подмышечная"
    low, high = draft.span("height_min_cm", "height_max_cm", (95, 112) if tall else (70, 80), (20, 30))
    grams = draft.number("weight_g", *_around(850 if tall else 600, 110))
    load = draft.number("max_load_kg", 100, 150)
    reach = "от 160 до 185 сантиметров" if high >= (128 if tall else 98) else "от 130 до 160 сантиметров"
    draft.choose("user_height", reach)
    what, shape = CRUTCHES[support]
    holes = max((high - low) // 3, 3)
    touch: list[Fact] = [
        ("shape", f"{shape}. Внизу резиновый наконечник."),
        ("size", f"В самом длинном положении высота {upright(high)}. Один костыль весит {weight(grams)}."),
        ("controls", f"Высоту держит кнопка, она щёлкает в отверстиях. Всего отверстий {holes}."),
        ("surface", draft.pick(*CRUTCH_SURFACES)),
        marking(draft),
        long_box(draft),
    ]
    if spike:
        touch.insert(
            3, ("controls", "Внизу откидной зубец для льда. Он поворачивается рукой и фиксируется со щелчком.")
        )
    number = "В комплекте два костыля." if pair else "В комплекте один костыль."
    return Telling(
        what=what,
        summary=f"{capital(what)} переносит вес с ноги на руку, выдерживает {up(load)}. {number}",
        touch=tuple(touch),
        hearing=("Щелчок говорит, что кнопка высоты встала на место.",),
        colours=colours(draft, METAL),
        accessories=draft.some(("запасные наконечники", "мягкая накладка на ручку"), 0, 2),
    )


def up(kilograms: int) -> str:
    """Return «до 120 килограммов»."""
    return f"до {of_measure(kilograms, 'kg')}"


def _around(middle: int, spread: int) -> tuple[int, int]:
    return middle - spread, middle + spread
