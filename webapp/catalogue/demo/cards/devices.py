"""Talking thermometers and blood pressure monitors, televisions."""

from webapp.catalogue.demo.cards.details import DEVICE, Fact, colours, device_box, device_marking
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import between, capital, counted, listed, measure


def talking_medical(draft: Draft) -> Telling:
    """A thermometer or a blood pressure monitor that says its reading."""
    draft.flag("voice_output", True)
    draft.choose("voice_lang", "русский")
    loud = draft.flag("volume_control", 0.7)
    volume = "Громкость речи меняет рычажок сбоку." if loud else "Громкость речи не меняется."
    return _thermometer(draft, volume) if draft.says("термометр") else _monitor(draft, volume)


def _thermometer(draft: Draft, volume: str) -> Telling:
    kind = draft.choose("kind", "термометр инфракрасный", "термометр контактный")
    far = kind == "термометр инфракрасный"
    memory = draft.number("memory", 0, 40)
    draft.several("power", ("батарейки",), 1)
    says = draft.pick("После сигнала говорит температуру по-русски.", "Говорит температуру по-русски два раза подряд.")
    use = "Нажмите курок и держите у лба." if far else "Наконечник кладут под мышку и ждут сигнала."
    stored = f" Помнит {counted(memory, 'измерение', 'измерения', 'измерений')}." if memory else " Память не ведёт."
    what = f"говорящий {'инфракрасный' if far else 'контактный'} термометр"
    return Telling(
        what=what,
        summary=f"{capital(what)} называет температуру вслух по-русски.{stored}",
        touch=(
            ("shape", "Похож на маленький фен с курком." if far else "Плоский, как зубная щётка, один конец узкий."),
            ("size", "Длиной с ладонь с пальцами." if far else "Длиной с карандаш."),
            ("controls", f"{use} {volume}"),
            ("sounds", says),
            ("surface", draft.pick("Пластик гладкий, ручка с насечками.", "Ручка из мягкой резины.")),
            device_marking(draft),
            device_box(draft),
        ),
        hearing=(
            says,
            draft.pick("Конец измерения отмечает длинный сигнал.", "Перед измерением звучит короткий сигнал."),
        ),
        colours=colours(draft, DEVICE, 2),
        accessories=draft.some(("батарейки", "футляр"), 0, 2),
    )


MONITOR_SAYS = (
    "Говорит верхнее, нижнее давление и пульс.",
    "Говорит давление и пульс, потом время измерения.",
    "Называет кнопки и говорит давление и пульс.",
)
SUPPLIES = {"батарейки": "батарейки", "электросеть": "блок питания", "аккумулятор": "зарядное устройство"}
"""What lies in the box, by what the device runs from."""
MONITOR_HEARINGS = ("Перед накачкой просит сидеть спокойно.", "Начало и конец измерения отмечает сигналом.")


def _monitor(draft: Draft, volume: str) -> Telling:
    kind = draft.choose("kind", "тонометр на плечо", "тонометр на плечо", "тонометр на запястье")
    arm = kind == "тонометр на плечо"
    memory = draft.number("memory", 30, 200)
    draft.number("accuracy_mmhg", 2, 3)
    rhythm = draft.flag("arrhythmia", 0.7)
    power = draft.several("power", ("батарейки", "электросеть", "аккумулятор") if arm else ("батарейки",), 1)
    cuff = ""
    if arm:
        low, high = draft.span("cuff_min_cm", "cuff_max_cm", (20, 22), (12, 22))
        cuff = f" Манжета на руку обхватом {between(low, high, 'cm')}."
    buttons = max(draft.rng.randint(2, 3), 3 if arm else 2)  # as drawn
    says = draft.pick(*MONITOR_SAYS)
    if rhythm:
        says += " Предупреждает о неровном пульсе."
    what = f"говорящий тонометр на {'плечо' if arm else 'запястье'}"
    return Telling(
        what=what,
        summary=(
            f"{capital(what)} измеряет давление и говорит его вслух по-русски. "
            f"Помнит {counted(memory, 'измерение', 'измерения', 'измерений')}."
        ),
        touch=_monitor_touch(draft, says, arm, volume, buttons, cuff),
        hearing=(says, draft.pick(*MONITOR_HEARINGS)),
        colours=colours(draft, DEVICE, 2),
        accessories=(*(SUPPLIES[each] for each in power), *_case(draft, power)),
    )


def _case(draft: Draft, power: list[str]) -> tuple[str, ...]:
    """A case for some. Chance is asked as it always was: every product made later depends on it."""
    options = ("чехол", "батарейки", "блок питания") if "электросеть" in power else ("чехол", "батарейки")
    return tuple(each for each in draft.some(options, 0, 2) if each not in SUPPLIES.values())


def _monitor_touch(draft: Draft, says: str, arm: bool, volume: str, buttons: int, cuff: str) -> tuple[Fact, ...]:
    return (
        (
            "shape",
            draft.pick("Корпус клином, верх наклонён к вам.", "Плоский корпус с круглыми углами.")
            if arm
            else "Корпус на манжете, она оборачивает запястье.",
        ),
        (
            "size",
            "С толстую книгу, чуть короче ладони с пальцами." if arm else "Со спичечный коробок.",
        ),
        (
            "controls",
            (
                f"{counted(buttons, 'кнопка', 'кнопки', 'кнопок')}. "
                f"{'Самая большая' if buttons > 2 else 'Большая'} начинает измерение, на ней выпуклый круг. {volume}"
            ),
        ),
        (
            "controls",
            f"Трубка манжеты вставляется слева.{cuff}" if arm else "Манжета на липучке, её можно надеть одной рукой.",
        ),
        ("sounds", says),
        device_marking(draft),
        device_box(draft),
    )


TELEVISION_SHOWS = ("Субтитры включает отдельная кнопка пульта.", "Субтитры включаются сами, если канал их передаёт.")
TELEVISION_TEXTS = ("Размер и фон субтитров можно менять.", "Субтитры белые на чёрной полосе, размер не меняется.")
TELEVISION_SHAPES = ("Плоский экран на двух ножках по краям.", "Плоский экран на подставке посередине.")
TELEVISION_CONTROLS = (
    "Пульт с круглой кнопкой посередине, на пятёрке выпуклая точка.",
    "Пульт узкий, кнопка субтитров внизу, она квадратная.",
)
TELEVISION_MARKINGS = ("Кнопка питания под экраном посередине.", "Кнопка питания сзади справа, на ней выступ.")


def television(draft: Draft) -> Telling:
    """A television that shows teletext and closed subtitles."""
    size = draft.number("diagonal_cm", 80, 140)
    draft.flag("teletext", True)
    draft.flag("subtitles", True)
    bands = draft.several("tuner", ("эфир, DVB-T2", "кабель, DVB-C", "спутник, DVB-S2"), 1)
    ways = listed(
        [{"эфир, DVB-T2": "эфир", "кабель, DVB-C": "кабель", "спутник, DVB-S2": "спутник"}[band] for band in bands]
    )
    shows = draft.pick(*TELEVISION_SHOWS)
    text = draft.pick(*TELEVISION_TEXTS)
    return Telling(
        what="телевизор с субтитрами и телетекстом",
        summary=f"Телевизор показывает речь с экрана текстом. Диагональ {measure(size, 'cm')}, приём: {ways}.",
        touch=(
            ("shape", draft.pick(*TELEVISION_SHAPES)),
            ("size", f"Диагональ экрана {measure(size, 'cm')}, вдвоём нести удобнее."),
            ("controls", draft.pick(*TELEVISION_CONTROLS)),
            ("markings", draft.pick(*TELEVISION_MARKINGS)),
            ("surface", draft.pick("Экран матовый, рамка гладкая.", "Экран глянцевый, рамка узкая.")),
            ("package", "Большая плоская коробка, по бокам вырезы для рук. Открывать лучше вдвоём."),
        ),
        hearing=(f"Звук дублирует текст. {shows}", text),
        colours=draft.some(("чёрный, матовый", "тёмно-серый"), 1, 2),
        accessories=draft.some(("пульт", "батарейки для пульта", "крепление на стену"), 1, 3),
    )
