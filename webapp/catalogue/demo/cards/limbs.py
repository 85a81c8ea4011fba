"""Prostheses and orthoses."""

from webapp.catalogue.demo.cards.details import METAL, SKIN, Fact, bag, box, colours, sides
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import between, capital, counted, of_measure

FEET = {
    "без шарнира, с мягкой пяткой": "Стопа без шарнира, пятка мягкая и пружинит",
    "одноосная": "Стопа качается вперёд и назад",
    "многоосная": "Стопа качается во все стороны",
    "углепластиковая": "Стопа из упругих пластин, пружинит при шаге",
    "гидравлическая": "Стопа качается плавно, с сопротивлением",
    "микропроцессорная": "Стопа сама меняет наклон",
}
HOLDS = {
    "замок": "Штырь чехла входит в замок с рядом щелчков. Кнопка сбоку отпускает его.",
    "пассивный вакуум": "Клапан сбоку выпускает воздух с шипением.",
    "активный вакуум": "Насос откачивает воздух, это слышно как тихое жужжание.",
    "бандаж": "Протез держит пояс с широкой застёжкой.",
}


LEG_PROSTHESIS_SURFACES = (
    "Гильза твёрдая и гладкая, край закруглён.",
    "Гильза твёрдая, снаружи слегка шершавая, край мягкий.",
)


def leg_prosthesis(draft: Draft) -> Telling:
    """A modular prosthesis below or above the knee."""
    above, smart = draft.says("бедра"), draft.says("микропроцессор")
    draft.choose("level", "бедро" if above else "голень")
    side = draft.choose("side")
    level = draft.rng.randint(2, 4) if smart else draft.rng.randint(1, 4)
    ladder = ("первый", "второй", "третий", "четвёртый")
    draft.values["mobility"] = list(ladder[max(level - 2, 0) : level])
    load = draft.number("max_load_kg", 100, 150)
    knees = ("механический с замком", "полицентрический", "пневматический", "гидравлический")
    knee = draft.choose("knee", knees[level - 1] if above else "нет")
    foot = draft.choose(
        "foot", "микропроцессорная" if smart else tuple(FEET)[min(level, 4)] if level > 1 else next(iter(FEET))
    )
    held = draft.choose(
        "suspension", *(("пассивный вакуум", "бандаж") if above else ("замок", "пассивный вакуум", "активный вакуум"))
    )
    wet = draft.flag("waterproof", 0 if smart else 0.3)
    part = "бедра" if above else "голени"
    brain = " с микропроцессорной стопой" if smart else ""
    joint = f" Коленный модуль {knee}." if above else ""
    lock = "Колено сгибается и разгибается, с боков его рычажки." if knee == knees[0] else HOLDS[held]
    touch: tuple[Fact, ...] = _leg_prosthesis_touch(draft, joint, lock, foot, side)
    water = "его можно мочить" if wet else "мочить его нельзя"
    return Telling(
        what=f"модульный протез {part}{brain}",
        summary=(
            f"Модульный протез {part}{brain} заменяет часть ноги и помогает ходить. "
            f"Выдерживает до {of_measure(load, 'kg')}, {water}."
        ),
        touch=touch,
        hearing=("При низком заряде протез вибрирует.",) if smart else (),
        colours=colours(draft, METAL, 2),
        accessories=(("зарядное устройство",) if smart else ())
        + draft.some(("косметическая оболочка", "чехол на культю"), 0, 2),
        needs_fitting=True,
    )


def _leg_prosthesis_touch(draft: Draft, joint: str, lock: str, foot: str, side: str) -> tuple[Fact, ...]:
    return (
        ("shape", f"Гильза по форме культи, трубка и стопа.{joint}"),
        ("size", "Длину подгоняет протезист: трубку обрезают по вашей второй ноге."),
        ("controls", f"{FEET[foot]}. {lock}"),
        ("surface", draft.pick(*LEG_PROSTHESIS_SURFACES)),
        (
            "markings",
            (
                f"Протез на {'левую' if side == 'левая' else 'правую'} ногу. "
                f"{draft.pick('Сторона отмечена выпуклой буквой на трубке.', 'Сторону узнают по форме стопы.')}"
            ),
        ),
        ("package", "Протез выдают в мастерской после примерки, в чехле из ткани."),
    )


# stem in the plain name: body part, what, purpose, fixation, shape, least girth, girth span
SUPPORTS = {
    "на руку": (
        "вся рука",
        "бандаж на руку",
        "сжимает руку и помогает оттоку лимфы",
        "мягкая",
        "Эластичный рукав от кисти до плеча",
        22,
        12,
    ),
    "на живот": (
        "живот",
        "бандаж на живот",
        "поддерживает мышцы живота",
        "мягкая",
        "Широкий пояс с застёжкой спереди",
        75,
        20,
    ),
    "грудную": (
        "грудная клетка",
        "бандаж на грудную клетку",
        "удерживает грудную клетку после операции или травмы",
        "мягкая",
        "Широкий пояс вокруг груди с двумя лямками",
        80,
        20,
    ),
    "суспенз": (
        "пах",
        "бандаж-суспензорий",
        "поддерживает мошонку",
        "мягкая",
        "Мешочек из мягкой ткани на узком поясе",
        75,
        20,
    ),
    "грыжевой": (
        "пах",
        "грыжевой бандаж",
        "прижимает место грыжи",
        "мягкая",
        "Пояс с плотной подушечкой в паху",
        75,
        20,
    ),
    "головодержатель полу": (
        "шея",
        "головодержатель полужёсткий",
        "ограничивает движения шеи",
        "полужёсткая",
        "Воротник с вырезом под подбородок",
        32,
        8,
    ),
    "головодержатель": (
        "шея",
        "головодержатель жёсткий",
        "не даёт двигать шеей",
        "жёсткая",
        "Две твёрдые половины, спереди и сзади",
        32,
        8,
    ),
    "коленный": (
        "колено",
        "бандаж на коленный сустав",
        "поддерживает колено",
        "мягкая",
        "Эластичная трубка с круглым вырезом для колена",
        34,
        8,
    ),
    "компрессионный": (
        "вся нога",
        "компрессионный бандаж на ногу",
        "сжимает ногу и помогает оттоку крови",
        "мягкая",
        "Плотный чулок от стопы до бедра",
        24,
        10,
    ),
    "бюстгальтер": (
        "грудная клетка",
        "бюстгальтер для экзопротеза",
        "удерживает экзопротез молочной железы",
        "мягкая",
        "Бюстгальтер с карманами внутри чашек",
        75,
        10,
    ),
    "корсет мягкой": (
        "поясница",
        "корсет мягкой фиксации",
        "согревает и поддерживает поясницу",
        "мягкая",
        "Эластичный пояс с широкой застёжкой",
        75,
        20,
    ),
    "корсет полу": (
        "поясница",
        "корсет полужёсткой фиксации",
        "разгружает поясницу",
        "полужёсткая",
        "Плотный пояс с двумя затяжками",
        75,
        20,
    ),
    "корсет жёсткой": (
        "поясница",
        "корсет жёсткой фиксации",
        "не даёт спине сгибаться",
        "жёсткая",
        "Твёрдый каркас вокруг тела на ремнях",
        75,
        20,
    ),
    "корсет функ": (
        "поясница",
        "корсет корригирующий",
        "выправляет позвоночник",
        "функционально-корригирующая",
        "Твёрдая оболочка по слепку, сбоку окна",
        70,
        15,
    ),
    "реклинатор": (
        "плечо",
        "корректор осанки",
        "отводит плечи назад",
        "мягкая",
        "Две петли на плечи, сзади они скрещены",
        75,
        20,
    ),
    "ортез": (
        "вся нога",
        "ортез на ногу",
        "удерживает ногу в правильном положении",
        "жёсткая",
        "Две твёрдые гильзы и шины с шарниром",
        30,
        12,
    ),
}
STAYS = {"мягкая": (0, 0), "полужёсткая": (2, 6), "жёсткая": (0, 0), "функционально-корригирующая": (0, 0)}


def orthosis(draft: Draft) -> Telling:
    """A bandage, a corset, a collar or a brace."""
    part, what, purpose, fixation, shape, girth, span = SUPPORTS[next(stem for stem in SUPPORTS if draft.says(stem))]
    draft.choose("body_part", part)
    draft.choose("fixation", fixation)
    made = draft.flag("individual", (part == "вся нога" and fixation == "жёсткая") or fixation.startswith("функ"))
    sized = draft.pick("S", "M", "L", "XL")
    size = draft.choose("size", "по меркам" if made else sized)
    step = {"S": 0, "M": 1, "L": 2, "XL": 3}[sized] * span // 2
    low, high = draft.span(
        "circ_min_cm", "circ_max_cm", (girth + step, girth + step + 1), (span // 2 + 2, span // 2 + 5)
    )
    stays = draft.number("stays", *STAYS[fixation]) if fixation != "жёсткая" else draft.number("stays", 0, 0)
    limb = part in ("вся рука", "вся нога", "колено")
    side = draft.choose("side", *(("левая", "правая") if limb and part != "колено" else ("универсальная",)))
    ribs = f" Внутри {counted(stays, 'упругое ребро', 'упругих ребра', 'упругих рёбер')}." if stays else ""
    close = _closing(draft, fixation, part)
    fit = "делают по вашим меркам" if made else f"размер {size}, обхват {between(low, high, 'cm')}"
    choice = capital(f"{fit}.")
    worn = {"левая": "Сторона левая, ", "правая": "Сторона правая, "}.get(side)
    return Telling(
        what=what,
        summary=f"{capital(what)} {purpose}. {f'{worn}{fit}.' if worn else choice}",
        touch=(
            ("shape", f"{shape}.{ribs}"),
            ("size", choice),
            ("controls", close),
            ("surface", _cloth(draft, fixation)),
            sides(draft),
            bag(draft, 1) if fixation == "мягкая" else box(draft),
        ),
        colours=colours(draft, SKIN, 2),
        accessories=draft.some(("мешок для стирки", "запасная застёжка"), 0, 1) if fixation == "мягкая" else (),
        needs_fitting=made or fixation != "мягкая",
    )


def _closing(draft: Draft, fixation: str, part: str) -> str:
    if part in ("вся рука", "колено") or (part == "вся нога" and fixation == "мягкая"):
        return "Застёжек нет, его натягивают. " + draft.pick(
            "Сверху силиконовая полоска от сползания.", "Верхний край плотный, не скатывается."
        )
    if fixation == "жёсткая" or fixation.startswith("функ"):
        return draft.pick("Ремни с липучкой, их затягивают через пряжки.", "Ремни с защёлками, защёлка слышно щёлкает.")
    return draft.pick(
        "Широкая липучка, её можно застегнуть одной рукой.",
        "Ряд крючков, они идут сверху вниз.",
        "Липучка и две затяжки по бокам.",
    )


def _cloth(draft: Draft, fixation: str) -> str:
    if fixation in ("жёсткая", "функционально-корригирующая"):
        return draft.pick(
            "Снаружи гладкий пластик, внутри мягкая подкладка.",
            "Снаружи пластик с отверстиями, внутри вспененный материал.",
        )
    return draft.pick(
        "Ткань гладкая и тянется, швы плоские.",
        "Ткань из хлопка, мягкая, чуть ворсистая внутри.",
        "Плотная ткань с мелкой сеткой, дышит.",
    )
