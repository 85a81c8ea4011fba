"""Hearing aids, ear moulds, devices that turn sound into light or vibration."""

from webapp.catalogue.demo.cards.details import DEVICE, HEARING, Fact, colours, device_box, device_marking
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import capital, listed, measure

SOURCES = ("дверной звонок", "телефон", "плач ребёнка", "домофон", "будильник", "пожарная тревога")


SOUND_SIGNAL_LIGHTS = (
    "У каждого источника свой цвет лампы.",
    "Мигает яркая белая лампа, рядом горит значок источника.",
)
SOUND_SIGNAL_SHAKES = (
    "У каждого источника свой рисунок вибрации.",
    "На дверь вибрирует два раза, на остальное один раз.",
)
SOUND_SIGNAL_CONTROLS = (
    "Одна кнопка сверху гасит сигнал.",
    "Сбоку две кнопки: верхняя гасит сигнал, нижняя проверяет связь.",
)


def sound_signal(draft: Draft) -> Telling:
    """A receiver that shows sounds by light, vibration or both."""
    light, shake = draft.says("светов"), draft.says("вибрац")
    draft.choose(
        "indication", "световая и вибрационная" if light and shake else "световая" if light else "вибрационная"
    )
    sources = draft.several("sources", SOURCES, 2)
    reach = draft.number("range_m", 30, 120)
    if shake:
        draft.number("battery_h", 16, 96)
    how = "светом и вибрацией" if light and shake else "вспышками света" if light else "вибрацией"
    shows = []
    if light:
        shows.append(draft.pick(*SOUND_SIGNAL_LIGHTS))
    if shake:
        shows.append(draft.pick(*SOUND_SIGNAL_SHAKES))
    worn = draft.pick("на запястье", "в кармане") if shake else "на столе или на стене"
    touch: tuple[Fact, ...] = _sound_signal_touch(draft, worn, shows)
    return Telling(
        what=(
            "сигнализатор звука "
            f"{'со светом и вибрацией' if light and shake else 'со светом' if light else 'с вибрацией'}"
        ),
        summary=f"Сигнализатор передаёт звуки {how}: {listed(sources[:3])}. Связь до {_metres(reach)}.",
        touch=touch,
        hearing=tuple(shows),
        colours=colours(draft, DEVICE, 2),
        accessories=draft.some(("передатчик для двери", "подушка с вибрацией", "кронштейн на стену"), 0, 2),
    )


def _sound_signal_touch(draft: Draft, worn: str, shows: list[str]) -> tuple[Fact, ...]:
    return (
        (
            "shape",
            {"на запястье": "Приёмник как часы, на ремешке.", "в кармане": "Приёмник с клипсой, плоский."}.get(
                worn, "Приёмник как настольная лампа без абажура."
            ),
        ),
        (
            "size",
            {"на запястье": "Со спичечный коробок.", "в кармане": "Короче ладони."}.get(worn, "С чашку."),
        ),
        ("controls", draft.pick(*SOUND_SIGNAL_CONTROLS)),
        ("sounds", shows[-1]),
        device_marking(draft),
        device_box(draft),
    )


def _metres(number: int) -> str:
    return f"{number} {'метра' if number % 10 == 1 and number % 100 != 11 else 'метров'}"


# power value: gain, output, degrees of loss, channels
POWERS = {
    "слабая": ((40, 48), (106, 113), ("первая", "вторая")),
    "средняя": ((50, 58), (114, 121), ("вторая", "третья")),
    "большая": ((60, 68), (122, 130), ("третья",)),
    "сверхбольшая": ((72, 82), (132, 142), ("третья", "четвёртая")),
}
WORDS = {"слабая": "небольшой", "средняя": "средней", "большая": "большой", "сверхбольшая": "очень большой"}
FORMS = {
    "заушный": ("Изогнутый корпус лежит за ухом, трубка ведёт к вкладышу.", "Длиной с фалангу большого пальца."),
    "заушный с динамиком в ухе": (
        "Маленький корпус за ухом, тонкий провод и мягкий куполок в ухе.",
        "Тоньше карандаша и короче мизинца.",
    ),
    "внутриушной": ("Целиком лежит в ухе, форма по слепку.", "С фасоль."),
    "карманный": ("Коробочка с клипсой, от неё провод к наушнику.", "Со спичечный коробок."),
    "костной проводимости": ("Корпус прижат к кости за ухом дугой или лентой.", "С пуговицу от пальто."),
}
# Length of the body in millimetres.
LENGTHS = {
    "заушный": (32, 46),
    "заушный с динамиком в ухе": (24, 32),
    "внутриушной": (14, 20),
    "карманный": (58, 75),
    "костной проводимости": (22, 30),
}
CELLS = {
    "заушный": {
        "слабая": "батарейка размера 312",
        "средняя": "батарейка размера 13",
        "большая": "батарейка размера 13",
        "сверхбольшая": "батарейка размера 675",
    },
    "внутриушной": {
        "слабая": "батарейка размера 10",
        "средняя": "батарейка размера 312",
        "большая": "батарейка размера 312",
    },
    "карманный": {"большая": "пальчиковая батарейка", "сверхбольшая": "пальчиковая батарейка"},
}


def hearing_aid(draft: Draft) -> Telling:
    """A hearing aid of any form, or the ear mould that belongs to one."""
    if draft.says("вкладыш"):
        return _ear_mould(draft)
    form, power = _form_and_power(draft)
    draft.choose("form", form)
    draft.choose("power", power)
    digital = (
        draft.choose("technology", "аналоговый" if draft.says("аналоговый") or form == "карманный" else "цифровой")
        == "цифровой"
    )
    gain, output, losses = POWERS[power]
    draft.values["hearing_loss"] = list(losses)
    if form != "костной проводимости":
        draft.number("max_gain_db", *gain)
        draft.number("max_output_db", *output)
    programs = draft.number("programs", 2, 6) if digital else 1
    draft.values["programs"] = programs
    if digital:
        draft.number("channels", 4, 24)
        draft.number("bands", 4, 20)
    draft.flag("feedback", 0.9 if digital else 0)
    draft.flag("directional", 0.6 if digital and form != "внутриушной" else 0)
    coil = draft.flag("telecoil", 0.6 if form in ("заушный", "карманный") else 0)
    wireless = draft.flag("bluetooth", 0.4 if digital else 0)
    battery = draft.choose("battery", _battery(draft, form, power, digital))
    draft.choose(
        "protection",
        *(("нет",) if not digital else ("нет", "от пыли и воды, класс IP57", "от пыли и воды полная, класс IP67")),
    )
    return _telling_aid(draft, form, power, digital, programs, battery, coil, wireless)


def _form_and_power(draft: Draft) -> tuple[str, str]:
    power = "средняя"
    for stem, value in (
        ("супермощ", "сверхбольшая"),
        ("сверхмощ", "сверхбольшая"),
        ("слабой", "слабая"),
        ("средней", "средняя"),
        ("мощный", "большая"),
    ):
        if draft.says(stem):
            power = value
            break
    if draft.says("костной"):
        return "костной проводимости", "средняя"
    if draft.says("открытого"):
        return "заушный с динамиком в ухе", draft.pick("слабая", "средняя")
    form = next(form for form in ("внутриушной", "карманный", "заушный") if draft.says(form))
    return form, power


def _battery(draft: Draft, form: str, power: str, digital: bool) -> str:
    if digital and form in ("заушный", "заушный с динамиком в ухе", "костной проводимости") and draft.likely(0.35):
        return "аккумулятор"
    return CELLS.get(form, {}).get(
        power, "батарейка размера 312" if form != "костной проводимости" else "батарейка размера 13"
    )


DIGITAL_TONES = (
    "Смена программы слышна сигналами: сколько сигналов, такая программа.",
    "При низком заряде слышны четыре коротких сигнала.",
)
ANALOGUE_TONES = ("При включении сигнала нет, слышен тихий шум.", "Если снять включённым, свистит.")
TELLING_AID_MARKINGS = (
    "На правом выпуклая точка, на левом её нет.",
    "Правый отмечен красной меткой, левый синей. На ощупь меток нет.",
    "Сторону узнают по изгибу корпуса.",
)
TELLING_AID_SURFACES = ("Пластик гладкий, швов не чувствуется.", "Пластик матовый, слегка шершавый.")


def _telling_aid(
    draft: Draft, form: str, power: str, digital: bool, programs: int, battery: str, coil: bool, wireless: bool
) -> Telling:
    shape, near = FORMS[form]
    size = f"{near} Длина {measure(draft.rng.randint(*LENGTHS[form]), 'mm')}."
    kind = "цифровой" if digital else "аналоговый"
    opens = (
        "Аппарат ставят в гнездо для зарядки, магнит держит его."
        if battery == "аккумулятор"
        else "Отсек батарейки откидывается ногтем, у края бугорок."
    )
    change = "Программы меняет кнопка." if programs > 1 else "Громкость меняет ребристое колёсико."
    tone = draft.pick(*DIGITAL_TONES)
    if not digital:
        tone = draft.pick(*ANALOGUE_TONES)
    extra = " Есть связь с телефоном." if wireless else " Есть режим для телефона." if coil else ""
    what = (
        f"{kind} слуховой аппарат, {form}"
        if form in ("заушный", "внутриушной", "карманный")
        else f"слуховой аппарат, {form}"
    )
    if form == "костной проводимости":
        what = "слуховой аппарат костной проводимости"
    purpose = f"{capital(kind)} слуховой аппарат {WORDS[power]} мощности помогает слышать речь.{extra}"
    if form == "костной проводимости":
        purpose = f"Аппарат передаёт звук через кость, без операции и без вкладыша.{extra}"
    return Telling(
        what=what,
        summary=purpose,
        touch=_telling_aid_touch(draft, shape, size, tone, change, opens),
        hearing=(tone,),
        colours=colours(draft, HEARING),
        accessories=draft.some(
            ("футляр", "щёточка для чистки", "набор батареек" if battery != "аккумулятор" else "зарядная станция"), 0, 3
        ),
        needs_fitting=True,
    )


def _telling_aid_touch(draft: Draft, shape: str, size: str, tone: str, change: str, opens: str) -> tuple[Fact, ...]:
    return (
        ("shape", shape),
        ("size", size),
        ("controls", f"{change} {opens}"),
        ("sounds", tone),
        ("markings", draft.pick(*TELLING_AID_MARKINGS)),
        ("surface", draft.pick(*TELLING_AID_SURFACES)),
        device_box(draft),
    )


def _ear_mould(draft: Draft) -> Telling:
    soft = draft.likely(0.5)
    what = "индивидуальный ушной вкладыш"
    channel = draft.pick("Внутри прямой канал для звука.", "Внутри канал для звука и тонкий канал для воздуха.")
    return Telling(
        what=what,
        summary=(
            "Вкладыш держит слуховой аппарат в ухе и проводит звук. "
            f"Его делают по слепку, материал {'мягкий' if soft else 'твёрдый'}."
        ),
        touch=(
            ("shape", f"Повторяет форму вашего уха. {channel}"),
            ("size", "С фасоль, помещается между двумя пальцами."),
            ("surface", "Мягкий силикон, гнётся в пальцах." if soft else "Твёрдый пластик, гладкий, края закруглены."),
            (
                "markings",
                draft.pick(
                    "На правом выпуклая точка, на левом её нет.",
                    "Правый с красной меткой, левый с синей. На ощупь стороны различают по изгибу.",
                ),
            ),
            ("package", "Маленькая коробочка с защёлкой, внутри мягкая подкладка."),
        ),
        colours=draft.some(("прозрачный", "бежевый", "красный и синий"), 1, 2),
        accessories=draft.some(("груша для чистки", "щёточка"), 0, 2),
        needs_fitting=True,
    )
