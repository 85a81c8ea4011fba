"""Bed supports, children's supports, walkers."""

from webapp.catalogue.demo.cards.details import CHILD, FEEL, METAL, Fact, colours, crate, long_box, marking
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import along, between, capital, counted, heft, measure, of_measure, upright, weight


def bed_support(draft: Draft) -> Telling:
    """A rope ladder or a metal rail to sit up in bed."""
    if draft.says("верёвочная"):
        return _rope_ladder(draft)
    draft.choose("kind", "металлическая")
    adjustable = draft.flag("height_adjustable", 0.6)
    length = draft.number("length_cm", 60, 100)
    load = draft.number("max_load_kg", 90, 150)
    controls = (
        "Высоту меняют кнопкой-защёлкой на каждой стойке."
        if adjustable
        else "Высота не меняется, подвижных частей нет."
    )
    grip = draft.pick(
        "Дуга обтянута мягкой резиной", "Дуга гладкая, окрашенная", "На дуге рифлёная накладка для ладони"
    )
    return Telling(
        what="металлическая опора в кровать",
        summary=f"Металлическая опора помогает сесть в кровати и встать. Выдерживает до {of_measure(load, 'kg')}.",
        touch=(
            ("shape", "Дуга стоит сбоку кровати. Две плоские планки уходят под матрац."),
            ("size", f"Длина {measure(length, 'cm')}, {along(length)}."),
            ("controls", controls),
            ("surface", f"{grip}. {FEEL['сталь']}."),
            marking(draft),
            long_box(draft),
        ),
        colours=colours(draft, METAL, 2),
        accessories=draft.some(("карман для телефона", "ремень для крепления к раме"), 0, 2),
    )


def _rope_ladder(draft: Draft) -> Telling:
    draft.choose("kind", "верёвочная")
    length = draft.number("length_cm", 120, 250)
    load = draft.number("max_load_kg", 80, 120)
    draft.flag("height_adjustable", 0)
    rungs = draft.rng.randint(3, 6)
    touch: tuple[Fact, ...] = (
        ("shape", f"Верёвочная лестница, на ней {counted(rungs, 'перекладина', 'перекладины', 'перекладин')}."),
        ("size", f"Длина {measure(length, 'cm')}, {along(length)}. Перекладина с ширину двух ладоней."),
        ("controls", "Петля на конце надевается на ножку или раму кровати в ногах."),
        (
            "surface",
            draft.pick(
                "Верёвка мягкая, толщиной с палец. Перекладины из гладкого дерева.",
                "Плоская лента из плотной ткани. Перекладины из рифлёного пластика.",
            ),
        ),
        long_box(draft),
    )
    return Telling(
        what="верёвочная лестница в кровать",
        summary=(
            "Верёвочная лестница помогает подтянуться руками и сесть в кровати. "
            f"Выдерживает до {of_measure(load, 'kg')}."
        ),
        touch=touch,
        colours=draft.some(("белый", "бежевый", "синий"), 1, 2),
        accessories=draft.some(("запасная петля",), 0, 1),
    )


POSITIONS = {
    "ползан": (
        "ползание",
        "опора для ползания",
        "держит живот ребёнка, пока он учится ползать",
        "Мягкая подушка под живот на низкой раме, по бокам ремни.",
    ),
    "сиден": (
        "сидение",
        "опора для сидения",
        "помогает ребёнку сидеть ровно",
        "Сиденье со спинкой, боковыми валиками и ремнями.",
    ),
    "лежан": (
        "лежание",
        "опора для лежания",
        "удерживает ребёнка лёжа в удобной позе",
        "Длинная мягкая плоскость с бортиками и ремнями.",
    ),
    "стоян": (
        "стояние",
        "опора для стояния",
        "удерживает ребёнка стоя",
        "Вертикальная опора: упоры для коленей, таза и груди.",
    ),
}


CHILD_SUPPORT_SURFACES = (
    "Обивка мягкая, моется влажной тряпкой.",
    "Обивка из ткани, снимается на молнии для стирки.",
    "Мягкая пена в гладкой клеёнке, швов на лице нет.",
)


def child_support(draft: Draft) -> Telling:
    """A support for a child who crawls, sits, lies or stands."""
    stem = next(stem for stem in POSITIONS if draft.says(stem))
    position, what, purpose, shape = POSITIONS[stem]
    draft.choose("position", position)
    low, high = draft.span("child_height_min_cm", "child_height_max_cm", (70, 115), (30, 50))
    load = draft.number("max_load_kg", 25 + (high - 100) // 3, 45 + (high - 100) // 2)
    tilt = draft.flag("tilt", 0.7 if position != "ползание" else 0)
    table = draft.flag("table", 0.6 if position in ("сидение", "стояние") else 0)
    wheels = draft.flag("wheels", 1 if position == "ползание" else 0.6)
    base = {"ползание": 4500, "сидение": 12000, "лежание": 13000, "стояние": 19000}[position]
    grams = draft.number("weight_g", base + (high - 100) * 40, base + 3000 + (high - 100) * 60)
    controls = (
        "Наклон меняют рычагом сзади, он щёлкает на каждой ступени."
        if tilt
        else "Ремни затягивают руками, застёжки широкие."
    )
    rolls = (
        "Снизу четыре колеса, на них тормоза-педали."
        if wheels and position != "ползание"
        else "Снизу четыре маленьких колеса."
        if wheels
        else "Стоит на резиновых ножках."
    )
    extra = " Столик снимается, край у него выпуклый." if table else ""
    return Telling(
        what=f"детская {what}",
        summary=f"Детская {what} {purpose}. Рост ребёнка {between(low, high, 'cm')}, вес до {of_measure(load, 'kg')}.",
        touch=_child_support_touch(draft, shape, extra, controls, rolls, grams),
        hearing=("Ступени наклона слышны щелчками.",) if tilt else (),
        colours=colours(draft, CHILD),
        accessories=draft.some(("запасные ремни", "подголовник", "съёмный чехол"), 0, 3),
        needs_fitting=True,
    )


def _child_support_touch(
    draft: Draft, shape: str, extra: str, controls: str, rolls: str, grams: int
) -> tuple[Fact, ...]:
    return (
        ("shape", shape + extra),
        ("size", f"Вес {weight(grams)}, {heft(grams)}."),
        ("controls", f"{controls} {rolls}"),
        ("surface", draft.pick(*CHILD_SUPPORT_SURFACES)),
        marking(draft),
        crate(draft),
    )


# kind value, what, purpose, weight in grams, wheels
WALKERS = {
    "шагающие": ("шагающие", "шагающие ходунки", "переставляют по очереди вправо и влево, без подъёма", 2600, 0),
    "на колёсах": ("на колёсах", "ходунки на колёсах", "катятся впереди и дают опору двум рукам", 3400, 2),
    "предплечье": (
        "с опорой на предплечье",
        "ходунки с опорой на предплечье",
        "переносят вес на предплечья и берегут кисти",
        9500,
        4,
    ),
    "подмышечной": (
        "с подмышечной опорой",
        "ходунки с подмышечной опорой",
        "поддерживают под мышками, когда руки слабые",
        9000,
        4,
    ),
    "роллатор": ("роллатор", "ходунки-роллатор", "дают опору при ходьбе, у них есть тормоза", 7200, 4),
    "поддержкой тела": (
        "с поддержкой тела",
        "ходунки с поддержкой тела",
        "держат таз и грудь, пока человек учится ходить",
        12000,
        4,
    ),
    "индивидуальному": (
        "по индивидуальному заказу",
        "ходунки по индивидуальному заказу",
        "делают по вашим меркам",
        9000,
        4,
    ),
}


WALKER_SURFACES = (
    "Ручки из мягкой резины с выемками под пальцы.",
    "Ручки гладкие, из твёрдого пластика.",
    "Ручки из пористой резины, тёплые на ощупь.",
)


TOPS = {
    "с опорой на предплечье": "Вверху два жёлоба под предплечья.",
    "с подмышечной опорой": "Вверху две мягкие дуги под мышки.",
}


def walker(draft: Draft) -> Telling:
    """A walker, with or without wheels."""
    kind, what, purpose, grams_about, wheels = WALKERS[next(stem for stem in WALKERS if draft.says(stem))]
    draft.choose("kind", kind)
    draft.values["wheels"] = wheels
    child = kind == "с поддержкой тела"
    if not child:
        low, high = draft.span("height_min_cm", "height_max_cm", (74, 82), (12, 22))
    else:
        low, high = draft.span("height_min_cm", "height_max_cm", (45, 70), (18, 28))
    width = draft.number("width_cm", 54, 66)
    load = draft.number("max_load_kg", 60 if child else 100, 90 if child else 150)
    grams = draft.number("weight_g", grams_about - 600, grams_about + 1500)
    folding = draft.flag("folding", 0.3 if child else 0.9)
    seat = draft.flag("seat", 1 if kind == "роллатор" else 0)
    brakes = draft.flag("brakes", 1 if wheels == 4 else 0)
    shape = "Рама буквой П, стоит перед вами и по бокам, сзади открыта."
    if kind in TOPS:
        shape = f"{shape} {TOPS[kind]}"
    if child:
        shape = "Рама окружает тело, внутри пояс для таза и опора для груди."
    base = {
        0: "Внизу четыре резиновых наконечника.",
        2: "Спереди два колеса, сзади два наконечника.",
        4: "Внизу четыре колеса.",
    }[wheels]
    controls = (
        "Под ручками рычаги тормоза, как у велосипеда. Рычаг опускают до щелчка, и ходунки стоят на месте."
        if brakes
        else "Высоту держат кнопки на каждой ноге. Они щёлкают в отверстиях."
    )
    return Telling(
        what=what,
        summary=f"{capital(what)} {purpose}. Высота ручек {between(low, high, 'cm')}.",
        touch=_walker_touch(draft, controls, folding, seat, shape, base, width, high, grams),
        hearing=("Тормоз встаёт со щелчком." if brakes else "Кнопки высоты встают со щелчком.",),
        colours=colours(draft, CHILD if child else METAL),
        accessories=draft.some(("сумка", "держатель для трости", "поднос", "запасные наконечники"), 0, 3),
        needs_fitting=child or kind == "по индивидуальному заказу" or load < 70,
    )


def _walker_touch(
    draft: Draft, controls: str, folding: bool, seat: bool, shape: str, base: str, width: int, high: int, grams: int
) -> tuple[Fact, ...]:
    return (
        ("shape", f"{shape} {base}" + (" Между ручками плоское сиденье." if seat else "")),
        ("size", f"Ширина {measure(width, 'cm')}, высота {upright(high)}. Вес {weight(grams)}, {heft(grams)}."),
        ("controls", controls),
        ("surface", draft.pick(*WALKER_SURFACES)),
        ("controls", "Складываются вдоль, если потянуть за ремешок или петлю." if folding else "Не складываются."),
        marking(draft),
        crate(draft),
    )
