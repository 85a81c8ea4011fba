"""Phones and voice-producing devices."""

from webapp.catalogue.demo.cards.details import DEVICE, Fact, colours, device_box, device_marking
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import heft, measure, weight

PHONE_SHOWS = ("О звонке сообщает вибрация и вспышка.", "О звонке сообщает яркий мигающий свет.")
PHONE_HEARINGS = ("Речь собеседника идёт на экран строкой.", "Ответ можно набрать, телефон скажет его голосом.")


def phone(draft: Draft) -> Telling:
    """A phone with text output for deaf people, or a smartphone to use without sight."""
    smart = draft.says("смартфон")
    draft.choose("kind", "смартфон с невизуальной навигацией" if smart else "с текстовым выходом")
    screen = draft.number("screen_cm", *((13, 17) if smart else (6, 14)))
    keys = draft.flag("buttons", 0.4 if smart else 0.7)
    draft.flag("screen_reader", smart)
    video = draft.flag("video_call", 1 if smart else 0.5)
    draft.flag("navigation", smart)
    power = draft.number("battery_mah", 2500 if smart else 1200, 5500 if smart else 4000)
    pad = (
        "Под экраном кнопки с цифрами, на пятёрке выпуклая точка."
        if keys
        else "Кнопок три, все сбоку. Остальное на гладком экране."
    )
    side = screen + 3
    if smart:
        return _smartphone(draft, pad, side, power)
    call = " Есть видеосвязь." if video else ""
    shows = draft.pick(*PHONE_SHOWS)
    return Telling(
        what="телефон с текстовым выходом",
        summary=f"Телефон показывает слова собеседника текстом на экране.{call}",
        touch=_phone_touch(draft, pad, shows, keys, side),
        hearing=(shows, draft.pick(*PHONE_HEARINGS)),
        colours=colours(draft, DEVICE, 2),
        accessories=draft.some(("зарядное устройство", "чехол", "подставка"), 1, 3),
    )


def _phone_touch(draft: Draft, pad: str, shows: str, keys: bool, side: int) -> tuple[Fact, ...]:
    return (
        (
            "shape",
            draft.pick("Прямоугольный, с круглыми углами.", "Раскладной, экран внутри.")
            if keys
            else "Прямоугольный, плоский.",
        ),
        ("size", f"Длина около {_about(side)}, {_pocket(side)}."),
        ("controls", pad),
        ("sounds", shows),
        device_marking(draft),
        device_box(draft),
    )


def _smartphone(draft: Draft, pad: str, side: int, power: int) -> Telling:
    speech = draft.pick(
        "Палец ведут по экрану, телефон говорит, что под ним.",
        "Телефон говорит каждый пункт, его открывают двойным касанием.",
    )
    return Telling(
        what="смартфон с невизуальной навигацией",
        summary=(
            "Смартфон говорит всё, что на экране, и ведёт по маршруту голосом. "
            f"Ёмкость батареи {measure(power, 'mah')}."
        ),
        touch=(
            ("shape", "Плоский, с круглыми углами."),
            ("size", f"Длина около {_about(side)}, {_pocket(side)}."),
            ("controls", pad),
            ("sounds", speech),
            (
                "markings",
                draft.pick(
                    "Кнопка помощи сзади, она шершавая.",
                    "Камера сзади выступает бугорком, по нему узнают верх.",
                    "Кнопка громкости длинная, питания короткая.",
                ),
            ),
            ("surface", draft.pick("Спинка шершавая, не скользит.", "Спинка гладкая, края из резины.")),
            device_box(draft),
        ),
        hearing=(
            speech,
            draft.pick("Включение сопровождает короткая мелодия.", "Первая настройка говорит с самого начала."),
        ),
        colours=colours(draft, DEVICE, 2),
        accessories=draft.some(("зарядное устройство", "чехол", "наушники"), 1, 3),
    )


def _about(centimetres: int) -> str:
    return f"{centimetres} {'сантиметра' if centimetres % 10 == 1 and centimetres != 11 else 'сантиметров'}"


def _pocket(centimetres: int) -> str:
    return (
        "помещается в ладони"
        if centimetres <= 12
        else "короче ладони с пальцами"
        if centimetres <= 16
        else "длиной с ладонь с пальцами"
    )


VOICE_DEVICE_SOUNDS = ("Голос ровный, похож на гудение.", "Голос низкий, ровный, сила меняется нажатием.")
VOICE_DEVICE_SHAPES = ("Цилиндр, на торце упругая мембрана.", "Гранёный цилиндр, на торце упругая мембрана.")


def voice_device(draft: Draft) -> Telling:
    """A device held to the neck that gives a voice after surgery on the larynx."""
    loud = draft.number("volume_db", 64, 84)
    tone = draft.flag("tone", 0.8)
    hours = draft.number("battery_h", 6, 36)
    grams = draft.number("weight_g", 100, 190)
    adapter = draft.flag("oral_adapter", 0.5)
    sound = draft.pick(*VOICE_DEVICE_SOUNDS)
    keys: list[Fact] = [
        (
            "controls",
            draft.pick(
                "Кнопка речи под большим пальцем. Голос звучит, пока она нажата.",
                "Две кнопки рядом: обычный голос и голос выше."
                if tone
                else "Одна большая кнопка, утоплена от случайного нажатия.",
            ),
        )
    ]
    if tone:
        keys.append(("controls", "Высоту голоса меняет ребристое колёсико сверху."))
    return Telling(
        what="голосообразующий аппарат",
        summary=(
            "Аппарат прижимают к шее, и он даёт голос после операции на гортани. "
            f"Заряда хватает на {measure(hours, 'hour')}."
        ),
        touch=_voice_device_touch(draft, keys, sound, loud, grams),
        hearing=(sound,),
        colours=draft.some(("серебристый", "чёрный, матовый", "тёмно-синий"), 1, 2),
        accessories=(("трубка в рот",) if adapter else ())
        + draft.some(("шнурок на шею", "запасной аккумулятор"), 0, 2),
        needs_fitting=True,
    )


def _voice_device_touch(draft: Draft, keys: list[Fact], sound: str, loud: int, grams: int) -> tuple[Fact, ...]:
    return (
        ("shape", draft.pick(*VOICE_DEVICE_SHAPES)),
        ("size", f"Длиной с ладонь, толщиной с фонарик. Вес {weight(grams)}, {heft(grams)}."),
        *keys,
        ("sounds", f"{sound} Громкость до {loud} {'децибела' if loud % 10 == 1 else 'децибел'}."),
        device_marking(draft),
        device_box(draft),
    )
