"""Braille displays, screen readers, electronic orientation aids."""

from webapp.catalogue.demo.cards.details import DEVICE, Fact, colours, device_box, device_marking
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import along, counted, heft, listed, measure, weight

BRAILLE_SOUNDS = ("Точки поднимаются с тихим шорохом.", "Точки встают почти беззвучно, листание слышно щелчком.")
BRAILLE_MARKINGS = ("Разъёмы подписаны выпуклыми точками.", "Кнопка питания утоплена, рядом две точки.")


def braille(draft: Draft) -> Telling:
    """A braille display, or a screen reader, which is a program and has no cells and no weight."""
    if draft.says("программа"):
        return _screen_reader(draft)
    draft.choose("kind", "брайлевский дисплей")
    cells = draft.rng.choice((14, 20, 32, 40, 40, 64, 80))
    draft.values["cells"] = cells
    draft.values["dots"] = 8
    links = draft.several("connection", ("кабель USB", "беспроводная связь Bluetooth"), 1)
    if "кабель USB" not in links:
        draft.values["connection"] = links = ["кабель USB", *links]
    draft.several("os", ("Windows", "Linux", "Android", "iOS", "macOS"), 2)
    keys = draft.flag("braille_keyboard", 0.7)
    notes = draft.flag("notetaker", 0.4 if cells <= 40 else 0.1)
    hours = draft.number("battery_h", 10, 28)
    grams = draft.number("weight_g", 350 + cells * 12, 550 + cells * 16)
    side = 10 + cells * 64 // 100
    use = "Хранит и читает файлы без компьютера." if notes else f"Заряда хватает на {measure(hours, 'hour')}."
    controls = (
        "Над строкой восемь клавиш Брайля и пробел." if keys else "Клавиш Брайля нет, по краям строки кнопки листания."
    )
    return Telling(
        what="брайлевский дисплей",
        summary=(
            "Брайлевский дисплей выводит текст экрана точками под пальцы, "
            f"{counted(cells, 'клетка', 'клетки', 'клеток')} в строке. {use}"
        ),
        touch=_braille_touch(draft, controls, cells, side, grams),
        hearing=(
            "Речи нет: всё сообщает строка Брайля.",
            draft.pick("При низком заряде вибрирует.", "О заряде говорит строка Брайля."),
        ),
        colours=colours(draft, DEVICE, 2),
        accessories=("кабель USB", *draft.some(("чехол на ремне", "карта памяти"), 0, 2)),
    )


def _braille_touch(draft: Draft, controls: str, cells: int, side: int, grams: int) -> tuple[Fact, ...]:
    return (
        (
            "shape",
            f"Плоский брусок. Вдоль ближнего края строка, {counted(cells, 'клетка', 'клетки', 'клеток')} по 8 точек.",
        ),
        ("size", f"Ширина {measure(side, 'cm')}, {along(side)}. Вес {weight(grams)}, {heft(grams)}."),
        ("controls", controls),
        ("controls", "Над каждой клеткой кнопка: она переносит курсор."),
        ("sounds", draft.pick(*BRAILLE_SOUNDS)),
        ("markings", draft.pick(*BRAILLE_MARKINGS)),
        device_box(draft),
    )


SCREEN_READER_VOICES = (
    "Читает двумя русскими голосами, женским и мужским.",
    "Читает одним русским голосом, скорость можно удвоить.",
    "Читает по-русски и по-английски, язык меняет сама.",
)
SCREEN_READER_KEYS = (
    "Все действия с клавиатуры, мышь не нужна. Сочетания можно менять.",
    "Сочетания начинаются с одной клавиши, её выбирают при установке.",
)
SCREEN_READER_SOUNDS = (
    "Установка говорит с первого шага.",
    "Установку начинает сочетание клавиш, дальше она говорит сама.",
)
SCREEN_READER_PACKAGES = (
    "Приходит ссылкой в письме, ключ лицензии текстом.",
    "Флеш-карта в коробке, ключ лицензии шрифтом Брайля и крупно.",
)


def _screen_reader(draft: Draft) -> Telling:
    draft.choose("kind", "программа экранного доступа")
    systems = draft.several("os", ("Windows", "Linux"), 1)
    term = draft.choose("license_term")
    length = "Лицензия без срока." if term == "без срока" else f"Лицензия {term}."
    voice = draft.pick(*SCREEN_READER_VOICES)
    keys = draft.pick(*SCREEN_READER_KEYS)
    return Telling(
        what="программа экранного доступа",
        summary=f"Программа читает экран компьютера вслух и выводит текст на брайлевский дисплей. {length}",
        touch=(
            ("controls", keys),
            ("sounds", voice),
            ("sounds", draft.pick(*SCREEN_READER_SOUNDS)),
            ("package", draft.pick(*SCREEN_READER_PACKAGES)),
            (
                "markings",
                f"Работает в системах: {listed(systems)}." if len(systems) > 1 else f"Работает в системе {systems[0]}.",
            ),
        ),
        hearing=(voice,),
        accessories=draft.some(("обучающий курс в звуке", "справочник шрифтом Брайля"), 0, 2),
    )


ORIENTATION_CONTROLS = (
    "Две кнопки разной формы: круглая даёт ответ, длинная включает.",
    "Одна кнопка: короткое нажатие даёт ответ, долгое выключает.",
)


def orientation(draft: Draft) -> Telling:
    """A device that warns of obstacles by speech and vibration."""
    draft.flag("distance", True)
    things, faces = draft.flag("objects", 0.7), draft.flag("faces", 0.5)
    draft.values["output"] = ["речь", "вибрация"]
    reach, hours = draft.number("range_m", 2, 8), draft.number("battery_h", 4, 16)
    grams = draft.number("weight_g", 50, 250)
    worn = draft.pick("дужка очков", "подвеска на шею", "браслет")
    shape = {
        "дужка очков": "Небольшой брусок, крепится к дужке очков магнитом.",
        "подвеска на шею": "Круглая коробочка на ленте, висит на груди.",
        "браслет": "Плоский корпус на ремешке, носят на запястье.",
    }[worn]
    does = [word for word, has in (("предметы", things), ("лица знакомых", faces)) if has]
    speech = (
        f"Называет голосом {listed(['расстояние', *does])}." if does else "Называет голосом расстояние до препятствия."
    )
    return Telling(
        what="электронный помощник для ориентирования",
        summary=(
            "Электронный помощник находит препятствия впереди и предупреждает речью и вибрацией. "
            f"Видит на {measure(reach, 'm')}."
        ),
        touch=(
            ("shape", shape),
            ("size", f"Вес {weight(grams)}, {heft(grams)}. Заряда хватает на {measure(hours, 'hour')}."),
            ("controls", draft.pick(*ORIENTATION_CONTROLS)),
            ("sounds", speech),
            ("sounds", "Чем ближе препятствие, тем чаще вибрация."),
            device_marking(draft),
            device_box(draft),
        ),
        hearing=(speech, draft.pick("Звук идёт через кость, уши открыты.", "Звук идёт из маленького динамика.")),
        colours=colours(draft, DEVICE, 2),
        accessories=("зарядное устройство", *draft.some(("чехол", "запасной ремешок"), 0, 1)),
    )
