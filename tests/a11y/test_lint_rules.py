"""Each rule of the lint hears what is planted for it, and nothing else does; on a good page all are silent."""

import pytest

from a11y_tests.lint import RULES, lint
from a11y_tests.tree_text import parse

GOOD = """RootWebArea "Изделия: трости, страница 2 из 3 — Ориентир"
  banner
    link "Перейти к содержанию"
    link "Ориентир"
    navigation "Меню сайта"
      list
        listitem
          link "Каталог"
        listitem
          link "Помощь"
    navigation "Путь к странице"
      list
        listitem
          link "Разделы"
  main
    paragraph
      StaticText "Вы действуете от имени: Образцова Анна."
    link "Действовать за себя"
    heading "Изделия: трости, страница 2 из 3" [level 1]
    paragraph
      StaticText "Изделий: 120."
    list
      listitem
        heading "Нива: трость" [level 2]
          link "Нива: трость"
        paragraph
          StaticText "Цена: 900 рублей"
        button "В избранное: Нива: трость"
      listitem
        heading "Клён: трость" [level 2]
          link "Клён: трость"
        paragraph
          StaticText "Цена: 800 рублей"
    heading "Уточнить" [level 2]
    form
      StaticText "Высота, сантиметров"
      paragraph
        StaticText "Измерьте от пола до запястья"
      textbox "Высота, сантиметров" [described by "Измерьте от пола до запястья"]
      button "Показать"
  contentinfo
    list
      listitem
        link "Доступность сайта"
"""
WRONG = """RootWebArea "Ошибка: Когда вы купили трость? — Ориентир"
  banner
    link "Перейти к содержанию"
    navigation "Меню сайта"
      link "Каталог"
  main
    group "Исправьте 1 ошибку Введите год"
      heading "Исправьте 1 ошибку" [level 2]
      list
        listitem
          link "Введите год"
    heading "Когда вы купили трость?" [level 1]
    form
      StaticText "Год"
      paragraph
        StaticText "Ошибка: введите год"
      textbox "Год" [described by "Ошибка: введите год Четыре цифры"] (invalid)
      button "Продолжить"
  contentinfo
    link "Доступность сайта"
"""
GROUP_IN_ERROR = 'group "Год покупки" [described by "Ошибка: введите год"]'
PRICE = '          StaticText "Цена: 900 рублей"\n'
TITLE = 'RootWebArea "Изделия: трости, страница 2 из 3 — Ориентир"'
ITEMS = "".join(f'      listitem\n        link "Чехол на культю бедра {kind}"\n' for kind in ("А", "Б", "В"))
CRUMBS = "".join(f'        listitem\n          link "Место {number}"\n' for number in range(6))

# Rule; words of a good page and what stands there instead; all that is found then, as "rule place".
PLANTED: list[tuple[str, str, str, set[str]]] = [
    ("title", " — Ориентир", "", {'title-without-site RootWebArea "Изделия: трости, страница 2 из 3"'}),
    (
        "title",
        TITLE,
        TITLE.replace("Изделия: трости", "Каталог"),
        {'title-without-h1 RootWebArea "Каталог, страница 2 из 3 — Ориентир"'},
    ),
    (
        "title",
        TITLE,
        TITLE.replace('"И', '"Новые и'),
        {'title-without-h1 RootWebArea "Новые изделия: трости, страница 2 из 3 — Ориентир"'},
    ),
    ("before_heading", '    link "Перейти к содержанию"\n', "", {'skip-link-not-first link "Ориентир"'}),
    (
        "before_heading",
        '          link "Разделы"\n',
        '          link "Разделы"\n' + CRUMBS,
        {'many-stops-before-h1 link "Место 5"'},
    ),
    (
        "before_heading",
        'link "Разделы"',
        f'link "Разделы {"и ещё" * 1}{" слово" * 40}"',
        {f'many-words-before-h1 link "{("Разделы и ещё" + " слово" * 40)[:80]}…"'},
    ),
    (
        "before_heading",
        '    heading "Изделия: трости, с',
        '    paragraph\n      StaticText "Добро пожаловать"\n    heading "Изделия: трости, с',
        {'words-before-h1 StaticText "Добро пожаловать"'},
    ),
    (
        "landmarks",
        "  contentinfo\n",
        "  main\n  contentinfo\n",
        {'landmark-count RootWebArea "Изделия: трости, страница 2 из 3 — Ориентир"'},
    ),
    ("landmarks", ' "Путь к странице"', "", {'navigation-nameless navigation "Разделы"'}),
    (
        "landmarks",
        "Путь к странице",
        "Навигация по разделам",
        {'navigation-named-twice navigation "Навигация по разделам"'},
    ),
    ("landmarks", "Путь к странице", "Меню сайта", {'navigation-twice navigation "Меню сайта"'}),
    ("outline", 'heading "Уточнить" [level 2]', 'heading "Уточнить" [level 4]', {'outline-skip heading "Уточнить"'}),
    ("outline", 'heading "Уточнить" [level 2]', 'heading "Уточнить" [level 1]', {'outline-two-h1 heading "Уточнить"'}),
    (
        "outline",
        'heading "Изделия: трости, страница 2 из 3" [level 1]',
        'heading "Изделия: трости, страница 2 из 3" [level 2]',
        {'outline-no-h1 RootWebArea "Изделия: трости, страница 2 из 3 — Ориентир"'},
    ),
    ("outline", 'heading "Клён: трость" [level 2]', "paragraph", {'item-without-heading listitem "Клён: трость"'}),
    ("empty_headings", '"Уточнить"', '"Подробнее"', {'heading-says-nothing heading "Подробнее"'}),
    ("empty_headings", ' "Уточнить"', "", {"heading-empty heading"}),
    (
        "empty_headings",
        '"Уточнить"',
        '"Изделия: трости, страница 2 из 3"',
        {'heading-like-h1 heading "Изделия: трости, страница 2 из 3"'},
    ),
    ("empty_headings", '"Уточнить"', '"Нива: трость"', {'heading-twice heading "Нива: трость"'}),
    (
        "split_facts",
        PRICE,
        '          StaticText "Цена:"\n          StaticText "900 рублей"\n',
        {'fact-split StaticText "900 рублей"'},
    ),
    (
        "split_facts",
        PRICE,
        '          StaticText "Цена:"\n          strong\n            StaticText "900 рублей"\n',
        {'fact-split strong "900 рублей"'},
    ),
    (
        "split_facts",
        '      StaticText "Изделий: 120."\n',
        '      StaticText "Изделий 120,"\n      link "откуда"\n      StaticText "."\n',
        {'sign-alone StaticText "."'},
    ),
    (
        "alike_items",
        "    list\n      listitem\n        heading",
        f"    list\n{ITEMS}    list\n      listitem\n        heading",
        {'items-alike listitem "Чехол на культю бедра А"'},
    ),
    (
        "answer_first",
        PRICE,
        '          link "Сравнить"\n' + PRICE,
        {'answer-after-control StaticText "Цена: 900 рублей"'},
    ),
    (
        "repeats",
        '"Изделий: 120."',
        '"Изделия: трости, страница 2 из 3."',
        {'said-twice StaticText "Изделия: трости, страница 2 из 3."'},
    ),
    (
        "repeats",
        '"Измерьте от пола до запястья"\n',
        '"Высота, сантиметров"\n',
        {'said-twice StaticText "Высота, сантиметров"'},
    ),
    (
        "other_words",
        'button "Показать"',
        'button "Показать изделия"\n        StaticText "Показать"',
        {'name-is-not-text button "Показать изделия"'},
    ),
    (
        "other_words",
        '[described by "Измерьте от пола до запястья"]',
        '[described by "Высота, сантиметров, от пола"]',
        {'description-repeats textbox "Высота, сантиметров"'},
    ),
    ("labels", 'textbox "Высота, сантиметров"', "textbox", {"field-nameless textbox"}),
    ("labels", 'textbox "Высота, сантиметров"', 'textbox "Рост"', {'label-unseen textbox "Рост"'}),
    (
        "error_pages",
        '"Высота, сантиметров" [described by "Измерьте от пола до запястья"]',
        '"Высота, сантиметров" (invalid)',
        {f"error-untold {TITLE}"},
    ),
]
PLANTED_IN_ERRORS: list[tuple[str, str, set[str]]] = [
    (" (invalid)", "", {'error-nowhere RootWebArea "Ошибка: Когда вы купили трость? — Ориентир"'}),
    (
        "    group",
        '    link "Дальше"\n    group',
        {
            'error-summary-not-first RootWebArea "Ошибка: Когда вы купили трость? — Ориентир"',
            'words-before-h1 link "Дальше"',
        },
    ),
    (
        '          link "Введите год"',
        '          StaticText "Введите год"',
        {
            'error-line-leads-nowhere StaticText "Введите год"',
            'error-summary-empty group "Исправьте 1 ошибку Введите год"',
        },
    ),
    ("Ошибка: введите год Четыре", "Четыре", {'error-not-beside-field link "Введите год"'}),
    (
        '    group "Исправьте',
        '    paragraph\n      StaticText "Вы действуете от имени: Образцова Анна."\n'
        '    link "Действовать за себя"\n    group "Исправьте',
        set(),
    ),
    (
        '    group "Исправьте',
        '    paragraph\n      StaticText "Эта страница о вас. На других вы действуете от имени: Образцова Анна."\n'
        '    link "Действовать за себя"\n    group "Исправьте',
        set(),
    ),
    ('textbox "Год" [described by "Ошибка: введите год Четыре цифры"] (invalid)', GROUP_IN_ERROR, set()),
    (
        'textbox "Год" [described by "Ошибка: введите год Четыре цифры"] (invalid)',
        GROUP_IN_ERROR.replace("Ошибка: ", ""),
        {'error-nowhere RootWebArea "Ошибка: Когда вы купили трость? — Ориентир"'},
    ),
]


def heard(tree: str) -> set[str]:
    return {f"{finding.rule} {finding.target}" for finding in lint(parse(tree))}


def planted(tree: str, words: str, instead: str) -> str:
    assert words in tree
    return tree.replace(words, instead, 1)


@pytest.mark.parametrize(("rule", "words", "instead", "expected"), PLANTED)
def test_a_rule_hears_what_is_planted_and_no_other_does(
    rule: str, words: str, instead: str, expected: set[str]
) -> None:
    tree = planted(GOOD, words, instead)
    assert heard(tree) == expected
    assert {f"{finding.rule} {finding.target}" for finding in RULES[rule](parse(tree))} == expected


@pytest.mark.parametrize(("words", "instead", "expected"), PLANTED_IN_ERRORS)
def test_a_page_with_errors_is_heard_whole(words: str, instead: str, expected: set[str]) -> None:
    assert heard(planted(WRONG, words, instead)) == expected


@pytest.mark.parametrize("tree", [GOOD, WRONG], ids=["list", "errors"])
def test_a_good_page_is_silent(tree: str) -> None:
    assert heard(tree) == set()


def test_every_rule_has_a_planted_fault() -> None:
    assert {rule for rule, *_ in PLANTED} == set(RULES)
