"""Electric wheelchairs."""

from webapp.catalogue.demo.cards.details import FABRIC, Fact, colours, crate
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import heft, listed, measure, of_measure, weight

STEERING = {
    "джойстик справа": "Джойстик на правом подлокотнике, рядом кнопка включения",
    "джойстик слева": "Джойстик на левом подлокотнике, рядом кнопка включения",
    "управление подбородком": "Маленький джойстик на дуге под подбородком",
}


ELECTRIC_WHEELCHAIR_MARKINGS = (
    "Кнопки пульта отличаются формой: круглая, квадратная, треугольная.",
    "На кнопке включения выпуклая точка, остальные гладкие.",
    "Кнопки плоские, под плёнкой, на ощупь почти неразличимы.",
)
ELECTRIC_WHEELCHAIR_HEARINGS = (
    "Частый сигнал, когда заряд на исходе.",
    "О низком заряде звук не сообщает, только огни.",
)


def electric_wheelchair(draft: Draft) -> Telling:
    """An electric wheelchair, with or without support of head and body."""
    held = draft.says("поддержкой")
    width = draft.number("seat_width_cm", 36, 50)
    draft.number("seat_depth_cm", 40, 47)
    total = draft.number("total_width_cm", width + 17, width + 22)
    load = draft.number("max_load_kg", 100, 150)
    folding = draft.flag("folding", 0 if held else 0.4)
    grams = draft.number("weight_g", *((26000, 40000) if folding else (65000, 105000)))
    reach = draft.number("range_km", *((12, 22) if folding else (22, 40)))
    speed = draft.number("speed_kmh", 6, 7 if folding else 9)
    draft.number("battery_ah", *((12, 25) if folding else (34, 70)))
    main = draft.pick(
        "джойстик справа", "джойстик справа", "джойстик слева", *(("управление подбородком",) if held else ())
    )
    steered = draft.several("control", (main, "пульт сопровождающего") if held and draft.likely(0.6) else (main,), 1)
    if main not in steered:
        steered.insert(0, main)  # the card describes it
    draft.number("climb_deg", 6, 12)
    turn = draft.number("turn_radius_cm", 60, 110)
    tilt, lift = (draft.flag("seat_tilt", 1 if held else 0.3), draft.flag("seat_lift", 0.3 if not folding else 0))
    extras = [word for word, has in (("наклоняется", tilt), ("поднимается", lift)) if has]
    moves = f" Сиденье {listed(extras)} от кнопок." if extras else ""
    support = "поддерживает голову и тело и едет от мотора" if held else "едет от мотора, руки не устают"
    fold = "Складывается пополам" if folding else "Рама не складывается"
    return Telling(
        what="кресло-коляска с электроприводом" + (" и поддержкой тела" if held else ""),
        summary=(
            f"Кресло-коляска {support}. "
            f"Одного заряда хватает на {measure(reach, 'km')}, нагрузка до {of_measure(load, 'kg')}."
        ),
        touch=_electric_wheelchair_touch(draft, fold, moves, total, grams, main, speed, turn),
        hearing=("Один сигнал при включении.", draft.pick(*ELECTRIC_WHEELCHAIR_HEARINGS)),
        colours=colours(draft, FABRIC),
        accessories=("зарядное устройство", *draft.some(("сумка на спинку", "ремень безопасности"), 0, 2)),
        needs_fitting=True,
    )


def _electric_wheelchair_touch(
    draft: Draft, fold: str, moves: str, total: int, grams: int, main: str, speed: int, turn: int
) -> tuple[Fact, ...]:
    return (
        ("shape", f"Четыре колеса, батареи под сиденьем. {fold}."),
        ("size", f"Общая ширина {measure(total, 'cm')}. Вес {weight(grams)}, {heft(grams)}."),
        ("controls", f"{STEERING[main]}.{moves}"),
        ("markings", draft.pick(*ELECTRIC_WHEELCHAIR_MARKINGS)),
        (
            "sounds",
            f"При включении один сигнал, при ошибке частые сигналы. Наибольшая скорость {measure(speed, 'km_per_h')}.",
        ),
        ("size", f"Для разворота нужен круг радиусом {measure(turn, 'cm')}."),
        crate(draft),
    )
