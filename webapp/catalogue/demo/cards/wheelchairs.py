"""Wheelchairs: pushed by hand, active, low trolleys."""

from webapp.catalogue.demo.cards.details import FABRIC, METAL, Fact, colours, crate, marking
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import capital, heft, measure, of_measure, weight

FINISHES = (
    "Сиденье из плотной ткани, гладкой на ощупь.",
    "Сиденье из дышащей сетки, слегка шершавой.",
    "Сиденье из мягкой клеёнки, моется влажной тряпкой.",
)
TYRES = {"литые": "Шины литые, твёрдые, на неровностях слышен стук.", "надувные": "Шины надувные, едут мягко и тихо."}
DRIVES = {
    "обода на задних колёсах": "Кресло двигают руками за обода. Обод стоит отдельно от шины.",
    "рычаги для двух рук": "Кресло двигают двумя рычагами: вперёд и назад, как вёслами.",
    "для одной руки": "С одной стороны два обода рядом. Оба вместе ведут прямо, один поворачивает.",
    "толкает сопровождающий": "Кресло толкает сопровождающий за две ручки сзади.",
}


def manual_wheelchair(draft: Draft) -> Telling:
    """A manual wheelchair for indoors or outdoors; its item's name tells which features it has."""
    held, heavy, rigid = (draft.says("поддержкой"), draft.says("большим весом"), draft.says("жёстким"))
    use = draft.choose("use", "комнатная" if draft.says("комнатная") else "прогулочная")
    drive = _drive(draft, held)
    width = draft.number("seat_width_cm", 50 if heavy else 38, 56 if heavy else 48)
    draft.number("seat_depth_cm", 40, 46)
    total = draft.number("total_width_cm", width + 18, width + 22)
    load = draft.number("max_load_kg", *((150, 180) if heavy else (75, 110) if held else (100, 130)))
    grams = draft.number("weight_g", *((22000, 30000) if heavy or held else (14000, 20000)))
    folding = draft.flag("folding", False if rigid else 0.4 if held else 0.9)
    tyres = draft.choose("tyres", *(("литые",) if use == "комнатная" else ("надувные", "литые")))
    recline = draft.flag("recline", held or draft.says("откидной"))
    legrest = draft.flag("legrest_angle", held or draft.says("подножек"))
    draft.flag("removable_armrests", 0.7)
    draft.flag("headrest", held or recline)
    draft.number("wheel_cm", *((31, 40) if drive == "толкает сопровождающий" else (57, 60)))
    what = f"{use} кресло-коляска"
    feature = _feature(draft, recline, legrest)
    touch = _manual_wheelchair_touch(draft, drive, folding, rigid, tyres, total, grams)
    if recline:
        touch.insert(3, ("controls", "Спинку опускают двумя ручками сзади. Её держит ступенчатый замок."))
    if legrest:
        touch.insert(3, ("controls", "Угол подножки меняют рычажком у колена."))
    return Telling(
        what=_what(draft, use, held, heavy, drive),
        summary=(
            f"{capital(what)} {feature}. Ширина сиденья {measure(width, 'cm')}, нагрузка до {of_measure(load, 'kg')}."
        ),
        touch=tuple(touch),
        hearing=("Тормоз встаёт с глухим щелчком.", TYRES[tyres]),
        colours=colours(draft, FABRIC),
        accessories=draft.some(("насос", "сумка на спинку", "ремень безопасности", "набор ключей"), 0, 3),
        needs_fitting=held or drive == "для одной руки",
    )


def _manual_wheelchair_touch(
    draft: Draft, drive: str, folding: bool, rigid: bool, tyres: str, total: int, grams: int
) -> list[Fact]:
    return [
        ("shape", _shape(drive, folding, rigid)),
        ("size", f"Общая ширина {measure(total, 'cm')}: дверь нужна чуть шире. Вес {weight(grams)}, {heft(grams)}."),
        ("controls", f"{DRIVES[drive]} Рычаг тормоза стоит у каждого заднего колеса."),
        ("surface", draft.pick(*FINISHES)),
        ("sounds", TYRES[tyres]),
        marking(draft),
        crate(draft),
    ]


def _drive(draft: Draft, held: bool) -> str:
    if draft.says("рычажным"):
        return draft.choose("drive", "рычаги для двух рук")
    if draft.says("одной рукой"):
        return draft.choose("drive", "для одной руки")
    return draft.choose("drive", "толкает сопровождающий" if held else "обода на задних колёсах")


def _shape(drive: str, folding: bool, rigid: bool) -> str:
    wheels = (
        "Внизу четыре небольших колеса"
        if drive == "толкает сопровождающий"
        else "Сзади два больших колеса, спереди два маленьких"
    )
    if folding:
        return f"{wheels}. Складывается вдоль, если потянуть сиденье вверх за середину."
    seat = "Сиденье и спинка твёрдые, под мягкой подушкой. " if rigid else ""
    return f"{seat}{wheels}. Рама не складывается."


def _feature(draft: Draft, recline: bool, legrest: bool) -> str:
    if draft.says("поддержкой"):
        return "поддерживает голову и тело, её везёт сопровождающий"
    if draft.says("большим весом"):
        return "рассчитана на людей с большим весом"
    if draft.says("одной рукой"):
        return "едет от одной руки"
    if draft.says("рычажным"):
        return "едет от двух рычагов"
    if recline:
        return "позволяет откинуть спинку и отдохнуть полулёжа"
    if legrest:
        return "позволяет вытянуть ногу: угол подножки меняется"
    if draft.says("жёстким"):
        return "держит спину ровно: сиденье и спинка жёсткие"
    return "помогает ездить по дому" if draft.says("комнатная") else "помогает ездить по улице"


def _what(draft: Draft, use: str, held: bool, heavy: bool, drive: str) -> str:
    if held:
        return f"{use} кресло-коляска с поддержкой головы и тела"
    if heavy:
        return f"{use} кресло-коляска для большого веса"
    if drive == "для одной руки":
        return f"{use} кресло-коляска для одной руки"
    if drive == "рычаги для двух рук":
        return f"{use} кресло-коляска с рычагами"
    for stem, words in (
        ("откидной", "с откидной спинкой"),
        ("подножек", "с подвижной подножкой"),
        ("жёстким", "с жёстким сиденьем"),
    ):
        if draft.says(stem):
            return f"{use} кресло-коляска {words}"
    return f"{use} кресло-коляска"


ACTIVE_WHEELCHAIR_CONTROLS = ("Тормоз: короткий рычаг под краем сиденья.", "Тормоз-ножницы прячется под сиденьем.")
ACTIVE_WHEELCHAIR_SURFACES = (
    "Обода гладкие, металлические.",
    "Обода покрыты резиной, не скользят в мокрой руке.",
    "Обода с выступами для слабых пальцев.",
)


def active_wheelchair(draft: Draft) -> Telling:
    """An active wheelchair: light, for someone who rides on their own."""
    width = draft.number("seat_width_cm", 36, 46)
    draft.number("seat_depth_cm", 38, 46)
    camber = draft.number("camber_deg", 0, 4)
    total = draft.number("total_width_cm", width + 17 + camber, width + 19 + camber)
    frame = draft.choose("frame")
    material = draft.choose("frame_material")
    base = {"алюминий": 11000, "титан": 9500, "углепластик": 8500}[material] + (1500 if frame == "складная" else 0)
    grams = draft.number("weight_g", base, base + 1500)
    quick = draft.flag("quick_release", 0.9)
    load = draft.number("max_load_kg", 100, 130)
    if quick:
        draft.number("transport_weight_g", grams - 3200, grams - 2800)
    tilt = (
        f"Колёса стоят под углом {measure(camber, 'degree')}, внизу шире, чем вверху."
        if camber
        else "Колёса стоят ровно."
    )
    fold = "Рама складывается вдоль" if frame == "складная" else "Рама жёсткая, спинка складывается на сиденье"
    touch: list[Fact] = _active_wheelchair_touch(draft, quick, fold, tilt, total, grams)
    made = {"алюминий": "алюминиевой", "титан": "титановой", "углепластик": "углепластиковой"}[material]
    return Telling(
        what="кресло-коляска активного типа",
        summary=(
            f"Лёгкая кресло-коляска с {made} рамой для тех, кто ездит сам. "
            f"Ширина сиденья {measure(width, 'cm')}, нагрузка до {of_measure(load, 'kg')}."
        ),
        touch=tuple(touch),
        hearing=("Снятое колесо встаёт на место со щелчком.",) if quick else (),
        colours=colours(draft, METAL),
        accessories=draft.some(("щитки от брызг", "насос", "подушка на сиденье", "защита спиц"), 0, 3),
        needs_fitting=True,
    )


def _active_wheelchair_touch(draft: Draft, quick: bool, fold: str, tilt: str, total: int, grams: int) -> list[Fact]:
    return [
        ("shape", f"{fold}. {tilt}"),
        ("size", f"Общая ширина {measure(total, 'cm')}. Вес {weight(grams)}, {heft(grams)}."),
        ("controls", "Колесо снимают, нажав кнопку в центре." if quick else "Колёса на гайках, без ключа не снять."),
        ("controls", draft.pick(*ACTIVE_WHEELCHAIR_CONTROLS)),
        ("surface", draft.pick(*ACTIVE_WHEELCHAIR_SURFACES)),
        marking(draft),
        crate(draft),
    ]


SMALL_WHEELCHAIR_SHAPES = (
    "Плоское сиденье на четырёх маленьких колёсах, без спинки.",
    "Сиденье с низким бортиком сзади, под ним четыре колеса.",
)
SMALL_WHEELCHAIR_CONTROLS = (
    "Подвижных частей нет. В комплекте два упора для рук.",
    "Спереди рычаг тормоза, он прижимает колесо.",
)
SMALL_WHEELCHAIR_SURFACES = (
    "Сиденье мягкое, обтянуто клеёнкой.",
    "Сиденье обтянуто плотной тканью, снизу твёрдая основа.",
)
SMALL_WHEELCHAIR_SOUNDS = ("Колёса с резиной, на полу едут тихо.", "Колёса твёрдые, на плитке слышен стук.")


def small_wheelchair(draft: Draft) -> Telling:
    """A low trolley wheelchair, pushed off the floor by hand."""
    width = draft.number("seat_width_cm", 33, 42)
    draft.number("total_width_cm", width + 6, width + 10)
    height = draft.number("height_cm", 16, 34)
    load = draft.number("max_load_kg", 90, 130)
    grams = draft.number("weight_g", 4500, 9500)
    return Telling(
        what="малогабаритная кресло-коляска",
        summary=(
            "Низкая коляска помогает передвигаться, отталкиваясь от пола руками. "
            f"Выдерживает до {of_measure(load, 'kg')}."
        ),
        touch=(
            ("shape", draft.pick(*SMALL_WHEELCHAIR_SHAPES)),
            ("size", f"Сиденье на высоте {of_measure(height, 'cm')} от пола. Вес {weight(grams)}, {heft(grams)}."),
            ("controls", draft.pick(*SMALL_WHEELCHAIR_CONTROLS)),
            ("surface", draft.pick(*SMALL_WHEELCHAIR_SURFACES)),
            ("sounds", draft.pick(*SMALL_WHEELCHAIR_SOUNDS)),
            crate(draft),
        ),
        colours=colours(draft, FABRIC, 2),
        accessories=draft.some(("упоры для рук", "ремень"), 0, 2),
    )
