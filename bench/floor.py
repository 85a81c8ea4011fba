"""The floor: a Flask route that renders one Jinja template of 20 list items, about 20.9 KB of HTML, and nothing else.

No database, session, translation or header of ours: what any server-rendered page with as much to show must cost.
"""

from dataclasses import dataclass

from flask import Flask, render_template
from jinja2 import DictLoader

BASE = """<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>{{ title }}</title>
<link rel="stylesheet" href="/s.css"></head>
<body><header class="header"><nav aria-label="Основное меню"><ul>{% for words in menu %}
<li class="nav__item"><a class="nav__link" href="/{{ loop.index }}">{{ words }}</a></li>{% endfor %}</ul></nav></header>
<main id="main"><h1>{{ title }}</h1>{% block content %}{% endblock %}</main>
<footer><ul>{% for words in menu %}<li><a href="/f/{{ loop.index }}">{{ words }}</a></li>{% endfor %}</ul></footer>
</body></html>"""

LIST = """{% extends "base" %}{% block content %}<ul class="product-list">{% for p in items %}<li class="product-card">
<h2 class="product-card__title"><a class="link" href="/product/{{ p.code }}">{{ p.name }}</a></h2>
<p class="product-card__maker">Изготовитель: {{ p.maker }}</p>
<p class="product-card__price"><strong>{{ "%.2f"|format(p.price) }} ₽</strong></p>
<dl class="summary-list"><div class="summary-list__row"><dt>Материал</dt><dd>{{ p.material }}</dd></div>
<div class="summary-list__row"><dt>Цвет</dt><dd>{{ p.colour }}</dd></div>
<div class="summary-list__row"><dt>Нагрузка</dt><dd>{{ p.load_kg }} кг</dd></div></dl>
<form method="post" action="/compare/{{ p.code }}"><button class="button button--secondary" type="submit">Сравнить<span
 class="visually-hidden"> {{ p.name }}</span></button></form></li>{% endfor %}</ul>{% endblock %}"""

MENU = (
    "Каталог",
    "Поиск",
    "Подбор",
    "Сравнение",
    "Продавцы",
    "Меры поддержки",
    "Личный кабинет",
    "Обратная связь",
)


@dataclass(slots=True)
class Item:
    """One thing of the list."""

    code: str
    name: str
    maker: str
    price: float
    material: str
    colour: str
    load_kg: int


ITEMS = [
    Item(
        code=f"05-044-{number:07d}",
        name=f"Кресло-коляска с ручным приводом с мягкой обивкой «Ваверортла» ЛАП-{number}",
        maker="ООО «Тонваларе»",
        price=32000.0 + number,
        material="алюминий",
        colour="чёрный",
        load_kg=120,
    )
    for number in range(20)
]

ADDRESS = "/list"
app = Flask(__name__, static_folder=None)
app.jinja_env.loader = DictLoader({"base": BASE, "list": LIST})
app.jinja_env.auto_reload = False
app.jinja_env.autoescape = True


@app.get(ADDRESS)
def page() -> str:
    """The whole work of the floor."""
    return render_template("list", title="Кресла-коляски", menu=MENU, items=ITEMS)
