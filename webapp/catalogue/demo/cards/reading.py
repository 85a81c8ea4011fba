"""Talking book players, video magnifiers, lenses."""

from webapp.catalogue.demo.cards.details import DEVICE, Fact, box, colours, device_box, device_marking, marking
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import along, between, capital, heft, measure, weight

FORMATS = ("DAISY, говорящие книги", "MP3, звук", "TXT, текст", "DOCX, документ", "EPUB, электронная книга")
KEYPADS = (
    "Кнопки крупные: крест со стрелками, в середине круглая кнопка выбора.",
    "Клавиши с цифрами в три ряда, на пятёрке выпуклая точка.",
    "Пять кнопок разной формы: стрелки, круг, квадрат.",
)


def reading_aid(draft: Draft) -> Telling:
    """One of four things: a talking book player, a hand-held or desktop video magnifier, a lens."""
    if draft.says("говорящих"):
        return _player(draft)
    if draft.says("лупа"):
        return _lens(draft)
    return _video(draft, draft.says("ручной"))


PLAYER_VOICES = (
    "Каждая кнопка называет себя, если её держать.",
    "После включения говорит название книги и время чтения.",
    "На вопрос о заряде отвечает словами.",
)
PLAYER_SHAPES = (
    "Плоский прямоугольник с круглыми углами.",
    "Коробочка с покатым верхом, спереди решётка динамика.",
    "Узкий корпус, как пульт от телевизора.",
)
PLAYER_CONTROLS = ("Карту вставляют в щель сбоку до щелчка.", "Карту вставляют снизу, край щели отмечен выступом.")
PLAYER_HEARINGS = ("Скорость чтения меняют без изменения голоса.", "Есть гнездо для наушников.")


def _player(draft: Draft) -> Telling:
    draft.choose("kind", "плеер говорящих книг")
    formats = ["LKF, говорящие книги", *draft.some(FORMATS, 2, len(FORMATS))]
    draft.values["formats"] = formats
    hours = draft.number("battery_h", 8, 20)
    draft.flag("voice_menu", True)
    grams = draft.number("weight_g", 180, 480)
    keypad = draft.pick(*KEYPADS)
    side = 10 + grams // 60
    voice = draft.pick(*PLAYER_VOICES)
    return Telling(
        what="плеер говорящих книг",
        summary=(
            "Плеер читает вслух говорящие книги с флеш-карты. "
            f"Меню говорит, заряда хватает на {measure(hours, 'hour')}."
        ),
        touch=(
            ("shape", draft.pick(*PLAYER_SHAPES)),
            ("size", f"Длина {measure(side, 'cm')}, {along(side)}. Вес {weight(grams)}, {heft(grams)}."),
            ("controls", keypad),
            ("controls", draft.pick(*PLAYER_CONTROLS)),
            ("sounds", voice),
            device_marking(draft),
            device_box(draft),
        ),
        hearing=(voice, draft.pick(*PLAYER_HEARINGS)),
        colours=colours(draft, DEVICE, 2),
        accessories=("зарядное устройство", *draft.some(("наушники", "чехол", "флеш-карта с книгами"), 0, 2)),
    )


VIDEO_EXTRAS = {
    True: ("чехол", "салфетка для экрана", "зарядное устройство"),
    False: ("чехол от пыли", "салфетка для экрана"),
}
VIDEO_SOUNDS = ("Кнопки нажимаются со щелчком, речи нет.", "При каждом нажатии короткий сигнал, его можно выключить.")


def _video(draft: Draft, handheld: bool) -> Telling:
    draft.choose("kind", "ручной видеоувеличитель" if handheld else "стационарный видеоувеличитель")
    low, high = draft.span("zoom_min", "zoom_max", (2, 3), (12, 24) if handheld else (45, 75))
    screen = draft.number("screen_cm", *((9, 18) if handheld else (46, 61)))
    modes = draft.number("contrast_modes", 5, 18 if handheld else 28)
    light = draft.flag("backlight", 0.8 if handheld else 1)
    power = "Работает от сети."
    if handheld:
        power = f"Заряда хватает на {measure(draft.number('battery_h', 3, 8), 'hour')}."
    hold = _handheld(draft) if handheld else _desktop(draft)
    room = "Нужен стол." if not handheld else "Помещается в карман." if screen < 13 else "Помещается в сумку."
    sound = draft.pick(*VIDEO_SOUNDS)
    what = f"{'ручной' if handheld else 'стационарный'} видеоувеличитель"
    return Telling(
        what=what,
        summary=f"{capital(what)} показывает текст на экране крупно, {between(low, high, 'times')}. {power}",
        touch=(
            *hold,
            ("size", (f"Диагональ экрана {measure(screen, 'cm')}. {room}")),
            (
                "controls",
                f"Цветовых режимов {modes}, их перебирают одной кнопкой."
                + (" Подсветку включает отдельная кнопка." if light else ""),
            ),
            ("sounds", sound),
            device_box(draft),
        ),
        hearing=(sound,),
        colours=colours(draft, DEVICE, 2),
        accessories=draft.some(VIDEO_EXTRAS[handheld], 1, 2),
    )


def _handheld(draft: Draft) -> tuple[Fact, ...]:
    grams = draft.number("weight_g", 180, 700)
    return (
        (
            "shape",
            draft.pick(
                "Плоский, как телефон. Сзади откидная подставка.", "Плоский, с ручкой сбоку, ручка складывается."
            ),
        ),
        ("size", f"Вес {weight(grams)}, {heft(grams)}."),
        (
            "markings",
            draft.pick(
                "Кнопки увеличения выпуклые: плюс и минус.", "Кнопки цветные и крупные, на каждой выпуклый знак."
            ),
        ),
    )


def _desktop(draft: Draft) -> tuple[Fact, ...]:
    return (
        (
            "shape",
            draft.pick(
                "Экран на стойке, под ним подвижный столик для книги.",
                "Экран и камера на складной стойке, снизу лоток.",
            ),
        ),
        (
            "markings",
            draft.pick(
                "Ручки крупные: правая увеличивает, левая меняет цвета.",
                "Три большие кнопки спереди, средняя с выпуклой точкой.",
            ),
        ),
    )


def _lens(draft: Draft) -> Telling:
    draft.choose("kind", "лупа")
    low, high = draft.number("zoom_min", 2, 3), draft.number("zoom_max", 4, 10)
    grams = draft.number("weight_g", 60, 260)
    light = draft.flag("backlight", 0.6)
    form = draft.pick("ручная", "опорная")
    shape = "Круглая линза на ручке." if form == "ручная" else "Линза в прозрачной оправе, её ставят прямо на страницу."
    controls = "Свет включает ползунок, он движется со щелчком." if light else "Кнопок нет."
    what = f"{form} лупа{' с подсветкой' if light else ''}"
    return Telling(
        what=what,
        summary=f"{capital(what)} увеличивает мелкий текст, {between(low, high, 'times')}. Вес {weight(grams)}.",
        touch=(
            ("shape", shape),
            ("size", f"Вес {weight(grams)}, {heft(grams)}."),
            ("controls", controls),
            (
                "surface",
                draft.pick("Линза гладкая, ободок шершавый.", "Линза из стекла, прохладная. Ободок из мягкой резины."),
            ),
            marking(draft),
            box(draft),
        ),
        colours=colours(draft, DEVICE, 2),
        accessories=draft.some(
            ("чехол", "салфетка для линзы", "батарейки") if light else ("чехол", "салфетка для линзы"), 0, 2
        ),
    )
