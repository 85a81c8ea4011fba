"""Names of models, article numbers, prices and dates of the demo catalogue."""

import math
from datetime import date, timedelta
from random import Random

MODEL_WORDS = (
    "Аист",
    "Аллея",
    "Амфора",
    "Арка",
    "Бархан",
    "Берёза",
    "Бирюза",
    "Бор",
    "Брод",
    "Буер",
    "Былина",
    "Ваза",
    "Вальс",
    "Ветла",
    "Вереск",
    "Весна",
    "Веха",
    "Вишня",
    "Волна",
    "Восход",
    "Гавань",
    "Галька",
    "Гамма",
    "Гусли",
    "Дельта",
    "Долина",
    "Дуга",
    "Дюна",
    "Ежевика",
    "Ель",
    "Журавль",
    "Заря",
    "Зефир",
    "Зимородок",
    "Ива",
    "Иволга",
    "Излучина",
    "Искра",
    "Июль",
    "Калина",
    "Капель",
    "Карат",
    "Каштан",
    "Кедр",
    "Кипрей",
    "Клён",
    "Ключ",
    "Колос",
    "Комета",
    "Кораблик",
    "Корень",
    "Купава",
    "Лагуна",
    "Ландыш",
    "Ласточка",
    "Лодка",
    "Лоция",
    "Луг",
    "Лютик",
    "Мальва",
    "Маргаритка",
    "Метель",
    "Мирт",
    "Мята",
    "Незабудка",
    "Нива",
    "Облако",
    "Озеро",
    "Окно",
    "Ольха",
    "Омут",
    "Оникс",
    "Орех",
    "Осина",
    "Остров",
    "Парус",
    "Перо",
    "Песня",
    "Пихта",
    "Плёс",
    "Подснежник",
    "Полёт",
    "Полюс",
    "Призма",
    "Прибой",
    "Причал",
    "Пчела",
    "Радуга",
    "Река",
    "Роса",
    "Родник",
    "Ромашка",
    "Роща",
    "Рябина",
    "Самшит",
    "Сатурн",
    "Свирель",
    "Север",
    "Сирень",
    "Скала",
    "Снегирь",
    "Сойка",
    "Солнце",
    "Сосна",
    "Спектр",
    "Стриж",
    "Струна",
    "Тайга",
    "Терем",
    "Тетива",
    "Тополь",
    "Трава",
    "Туча",
    "Утёс",
    "Фара",
    "Фиалка",
    "Флюгер",
    "Форт",
    "Хвоя",
    "Цапля",
    "Чайка",
    "Черника",
    "Чиж",
    "Шалфей",
    "Шатёр",
    "Шторм",
    "Щегол",
    "Эльбрус",
    "Эскиз",
    "Юла",
    "Юнга",
    "Якорь",
    "Янтарь",
    "Ясень",
)
LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            ".",
            "y",
            ".",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)
FIRST_DAY, DAYS = date(2025, 1, 1), 669


def latin(text: str) -> str:
    """Return an ASCII slug: «Ладья-М» gives «ladya-m»."""
    spelt = "".join(LETTERS.get(letter, letter if letter.isalnum() else "-") for letter in text.lower())
    return "-".join(part for part in spelt.replace(".", "").split("-") if part)


def model(serial: int) -> str:
    """Return the model's name, unlike any other serial's: a word and a number, at most 14 characters."""
    rounds, place = divmod(serial, len(MODEL_WORDS))
    # 37 shares no factor with the number of words, so neighbours in the catalogue get words far apart.
    return f"{MODEL_WORDS[place * 37 % len(MODEL_WORDS)]} {rounds + 2}"


def article(model_name: str, serial: int) -> str:
    """Return the maker's article: two Latin letters of the model and four digits, «LD-0312»."""
    letters = [letter for letter in latin(model_name).upper() if letter in "BCDFGHJKLMNPQRSTVWXZ"]
    return f"{''.join([*letters, 'N', 'N'][:2])}-{serial + 1:04d}"


def price(rng: Random, middle: int) -> int:
    """Return a price in kopecks near ``middle``: a third more or less at most, rounded as shops round."""
    wanted = middle * min(max(math.exp(rng.gauss(0, 0.17)), 0.66), 1.34)
    for limit, step in ((10_000, 10), (100_000, 100), (1_000_000, 1_000), (10_000_000, 5_000)):
        if wanted < limit:
            return max(round(wanted / step), 1) * step
    return round(wanted / 50_000) * 50_000


def listed_on(rng: Random) -> date:
    """Return a day from January 2025 to October 2026."""
    return FIRST_DAY + timedelta(days=rng.randrange(DAYS))
