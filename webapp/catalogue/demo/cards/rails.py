"""Grab rails."""

from webapp.catalogue.demo.cards.details import FEEL, long_box
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import along, capital, measure, of_measure

MOUNTS = {
    "стена": "Крепится к стене. На концах круглые фланцы с отверстиями под винты.",
    "пол": "Крепится к полу стойкой, внизу плоская опора с отверстиями.",
    "вакуумные присоски": "Держится на двух присосках. Рычаг прижимает присоску и щёлкает.",
}


def handrail(draft: Draft) -> Telling:
    """A rail to pull oneself up by, straight or angled."""
    angled = draft.says("угловые")
    draft.choose("shape", "угловой" if angled else "прямой")
    length = draft.number("length_cm", 40 if angled else 30, 90)
    mount = draft.choose("mount", *(("стена",) if angled else ("стена", "стена", "вакуумные присоски")))
    suction = mount == "вакуумные присоски"
    load = draft.number("max_load_kg", 80 if suction else 100, 90 if suction else 150)
    material = draft.choose("material", *(("пластик",) if suction else ("сталь", "нержавеющая сталь")))
    what = f"{'угловой' if angled else 'прямой'} поручень"
    shape = "Труба согнута под углом: одна часть лежит, другая стоит." if angled else "Прямая труба без изгибов."
    return Telling(
        what=what,
        summary=f"{capital(what)} даёт опору руке, чтобы встать или сесть. Выдерживает до {of_measure(load, 'kg')}.",
        touch=(
            ("shape", f"{shape} Толщина удобна для обхвата рукой."),
            ("size", f"Длина {measure(length, 'cm')}, {along(length)}."),
            ("controls", MOUNTS[mount]),
            (
                "surface",
                f"{FEEL[material]}. "
                + draft.pick(
                    "По всей длине насечки от скольжения.",
                    "Посередине резиновая накладка.",
                    "Поверхность ровная, без насечек.",
                ),
            ),
            long_box(draft),
        ),
        hearing=("Присоска прижата, когда слышен щелчок рычага.",) if suction else (),
        colours=draft.some(("белый", "серебристый", "белый с красной накладкой"), 1, 2),
        accessories=() if suction else draft.some(("винты и дюбели", "накладка от скольжения"), 0, 2),
    )
