"""Stoma bags, urine bags, catheters, skin care."""

from webapp.catalogue.demo.cards.care_facts import CARE, STRAPS, CareWords
from webapp.catalogue.demo.cards.details import Fact, bag
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling
from webapp.catalogue.demo.words import along, capital, measure, of_measure

MARKS = (
    "Линия отреза на ощупь не заметна: её печатают краской.",
    "На защитной бумаге выступ, за него её снимают.",
    "На защитной бумаге шкала краской, на ощупь её нет.",
)


EMPTIED = {True: "Внизу кран, его поворачивают до упора.", False: "Внизу складной зажим, он защёлкивается пальцами."}


def ostomy(draft: Draft) -> Telling:
    """Everything of section 21."""
    if draft.says("калоприёмник ", "уроприёмник ") and not draft.says("крепления", "пояс для"):
        return _stoma_bag(draft)
    if draft.says("мочеприёмник ножной", "мочеприёмник прикроватный"):
        return _urine_bag(draft)
    if draft.says("катетер", "нефростом") and not draft.says("набор"):
        return _catheter(draft)
    return _other(draft)


def _stoma_bag(draft: Draft) -> Telling:
    urine = draft.says("уроприёмник")
    belt = draft.says("пластмассовый")
    thing = draft.choose("kind", "уроприёмник" if urine else "калоприёмник")
    two = draft.says("двухкомпонентный") or belt
    draft.choose("system", "двухкомпонентная" if two else "однокомпонентная")
    drained = (
        draft.choose("bag", "недренируемый" if draft.says(" недренир") or belt else "дренируемый") == "дренируемый"
    )
    curved = draft.says("конвексн", "втянутой")
    if not belt:
        draft.choose("plate", "выпуклая (конвексная)" if curved else "плоская")
    stoma = draft.number("stoma_mm", 20, 65)
    volume = draft.number("volume_ml", 300, 600)
    draft.flag("filter", 0 if urine else 0.7)
    clear = draft.flag("transparent", 0.4)
    pack = draft.number("pack_qty", 1 if two else 10, 5 if two else 30)
    empties = EMPTIED[urine] if drained else "Внизу мешок закрыт, его меняют целиком."
    join = (
        "Мешок надевается на кольцо и " + draft.pick("щёлкает по кругу.", "приклеивается.")
        if two and not belt
        else "Чашку из пластмассы держит пояс."
        if belt
        else "Мешок и пластина соединены."
    )
    what = f"{'двухкомпонентный' if two else 'однокомпонентный'} {thing}" if not belt else f"{thing} на поясе"
    touch: tuple[Fact, ...] = _stoma_bag_touch(draft, empties, pack, join, belt, curved, clear, volume, stoma)
    return Telling(
        what=what,
        summary=(
            f"{capital(what)} собирает {'мочу' if urine else 'кал'} у стомы. "
            f"{'Мешок можно опорожнять.' if drained else 'Мешок одноразовый.'}"
        ),
        touch=touch,
        hearing=("Кольцо и мешок соединились, если слышен щелчок.",) if "щёлкает" in join else (),
        colours=("прозрачный",) if clear else ("бежевый, непрозрачный",),
        accessories=draft.some(("шаблон для отверстия", "ножницы с круглыми концами"), 0, 1),
        needs_fitting=curved,
    )


def _stoma_bag_touch(
    draft: Draft, empties: str, pack: int, join: str, belt: bool, curved: bool, clear: bool, volume: int, stoma: int
) -> tuple[Fact, ...]:
    return (
        ("shape", f"Плоский мешок с круглым отверстием. {join}"),
        ("size", f"Вмещает {measure(volume, 'ml')}. Стома до {of_measure(stoma, 'mm')}."),
        ("controls", empties),
        ("surface", _skin_side(draft, curved, clear) if not belt else "Чашка твёрдая и гладкая, край закруглён."),
        ("markings", draft.pick(*MARKS)),
        bag(draft, pack),
    )


def _skin_side(draft: Draft, curved: bool, clear: bool) -> str:
    plate = "Пластина выпуклая, упругая" if curved else "Пластина плоская, гнётся"
    cloth = "мешок гладкий и тонкий" if clear else "мешок покрыт мягкой тканью, почти не шуршит"
    return f"{plate}, {cloth}."


def _urine_bag(draft: Draft) -> Telling:
    leg = draft.says("ножной")
    draft.choose("kind", "мочеприёмник ножной" if leg else "мочеприёмник прикроватный")
    volume = draft.number("volume_ml", *((500, 750) if leg else (1500, 2000)))
    clear = draft.flag("transparent", 0.8)
    pack = draft.number("pack_qty", 1, 10)
    what = f"{'ножной' if leg else 'прикроватный'} мочеприёмник"
    tap = draft.pick(
        "Кран внизу: рычажок поворачивают вниз.",
        "Кран внизу: его сдвигают вбок одной рукой.",
        "Кран внизу: на нём крылышки для слабых пальцев.",
    )
    return Telling(
        what=what,
        summary=(
            f"{capital(what)} собирает мочу {'днём, его носят на ноге' if leg else 'ночью, его вешают на кровать'}. "
            f"Вмещает {measure(volume, 'ml')}."
        ),
        touch=(
            (
                "shape",
                "Плоский мешок, сверху мягкая трубка, по бокам прорези."
                if leg
                else "Большой плоский мешок, сверху крючки и длинная трубка.",
            ),
            ("size", "Длиной от ладони до локтя." if not leg else "Чуть длиннее ладони с пальцами."),
            ("controls", tap),
            ("surface", draft.pick("Сзади мягкая ткань, она не липнет к коже.", "Со всех сторон гладкая плёнка.")),
            bag(draft, pack),
        ),
        colours=("прозрачный",) if clear else ("белый, непрозрачный",),
        accessories=draft.some(("ремешки",) if leg else ("подвеска на кровать",), 0, 1),
    )


CATHETERS = {
    "самокатетер": (
        "катетер для самокатетеризации",
        "выводит мочу, его вводят сами несколько раз в день",
        "Тонкая трубка с гладким закруглённым концом, покрыта смазкой",
        15,
        40,
        True,
    ),
    "длительного": (
        "катетер длительного пользования",
        "выводит мочу, его ставит медик на несколько недель",
        "Мягкая трубка с двумя ходами, у конца надувной баллон",
        38,
        45,
        False,
    ),
    "постоянного": (
        "катетер постоянного пользования",
        "выводит мочу, его ставит и меняет медик",
        "Мягкая трубка с двумя ходами, у конца надувной баллон",
        38,
        45,
        False,
    ),
    "эпицистостом": (
        "катетер для эпицистостомы",
        "отводит мочу через отверстие в животе",
        "Мягкая трубка с баллоном и плоским упором для кожи",
        38,
        45,
        False,
    ),
    "нефростом": (
        "система для нефростомии",
        "отводит мочу прямо из почки в мешок",
        "Тонкая трубка с завитком на конце и переходник к мешку",
        30,
        45,
        False,
    ),
    "мочеточник": (
        "мочеточниковый катетер",
        "отводит мочу из мочеточника через стому",
        "Тонкая длинная трубка с метками по длине",
        40,
        45,
        False,
    ),
}


CATHETER_USES = (
    "Держат за воронку, конец руками не трогают.",
    "На трубке скользящий держатель: конец остаётся чистым.",
)
CATHETER_SURFACES = (
    "Трубка скользкая, не липнет к пальцам.",
    "Трубка гладкая и мягкая.",
    "Трубка упругая, держит форму.",
)
CATHETER_MARKINGS = ("Размер узнают по цвету воронки, на ощупь его нет.", "Размер выдавлен на воронке цифрами.")


def _catheter(draft: Draft) -> Telling:
    draft.choose("kind", "катетер")
    what, purpose, shape, least, greatest, alone = CATHETERS[next(stem for stem in CATHETERS if draft.says(stem))]
    gauge = draft.number("catheter_fr", 8, 20)
    length = draft.number("length_cm", least, greatest)
    pack = draft.number("pack_qty", 10, 30) if alone else draft.number("pack_qty", 1, 5)
    use = draft.pick(*CATHETER_USES) if alone else "Ставит и меняет медик."
    return Telling(
        what=what,
        summary=f"{capital(what.split()[0])} {' '.join(what.split()[1:])} {purpose}. Размер {gauge} по шкале Шарьера.",
        touch=(
            ("shape", f"{shape}."),
            ("size", f"Длина {measure(length, 'cm')}, {along(length)}. Размер {gauge} по шкале Шарьера."),
            ("controls", use),
            ("surface", draft.pick(*CATHETER_SURFACES)),
            ("markings", draft.pick(*CATHETER_MARKINGS)),
            bag(draft, pack),
        ),
        colours=draft.some(("прозрачный", "бежевый"), 1, 1),
        needs_fitting=True,
    )


def _other(draft: Draft) -> Telling:
    words = next((found for stem, found in (CARE | STRAPS).items() if draft.says(stem)), None)
    if words is None:
        raise ValueError(f"{draft.item.code}: no words for {draft.item.plain_name!r}")
    draft.choose("kind", words.kind)
    pack = draft.number("pack_qty", *words.pack)
    if words.gauge:
        draft.number("catheter_fr", 8, 18)
        draft.number("volume_ml", 700, 1000)
    return Telling(
        what=words.what,
        summary=f"{capital(words.what)} {words.purpose}.",
        touch=(
            ("shape", f"{words.shape}."),
            ("size", f"{words.size}."),
            ("controls", _use(draft, words)),
            ("surface", f"{draft.pick(*words.surfaces)}."),
            bag(draft, pack),
        ),
        colours=(words.colour,),
        accessories=draft.some(words.extras, 0, 1) if words.extras else (),
    )


def _use(draft: Draft, words: CareWords) -> str:
    return f"{draft.pick(*words.uses)}."
