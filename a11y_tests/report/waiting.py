"""How long one waits for the heading and the answer on a slow telephone (`make bench-2g`)."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from a11y_tests.report.moments import told
from a11y_tests.section import Section

FILE = "slow_net.json"
TITLE = "Ожидание ответа на медленной связи"
COLUMNS = ("Страница", "Заголовок, миллисекунд", "Ответ, миллисекунд", "Процентов от эталона")
NAMES = {
    "floor": "эталон",
    "home": "главная",
    "help": "помощь",
    "section": "раздел",
    "item": "средство",
    "products of a kind": "изделия вида",
    "product": "изделие",
    "search results": "найденное",
    "entitlements": "что мне положено",
    "programme": "программа",
    "reading settings": "настройки чтения",
}
NETWORKS = {"2G": "Связь 2G", "slow 2G": "Медленная связь 2G"}
VISITS = {"first": "первый заход", "repeat": "повторный"}
FRESH = timedelta(days=7)
STEP = 10
"""Milliseconds: a finer number says nothing."""
HOW = (
    "Эталон — страница из двадцати изделий без базы данных и без сжатия; больше ста процентов значит дольше, чем она.",
    "Ответ — первое, за чем пришли: изделие, цена, состояние. Связь изображает Chromium; соединение, шифрование и "
    "слабый процессор телефона он не изображает.",
)


def sections(report: Path, now: datetime | None = None) -> list[Section]:
    """The last measurement with its age; it is said when there was none."""
    file = report / FILE
    if not file.exists():
        return [Section(TITLE, ("Не измерено: make bench-2g не запускали.",))]
    data = json.loads(file.read_text(encoding="utf-8"))
    age = (now or datetime.now(UTC)) - datetime.fromisoformat(data["at"])
    when = f"Измерено: {told(data['at'])}."
    if age > FRESH:
        when += f" Измерение старое, дней: {age.days}. Измерить снова: make bench-2g."
    networks = [
        f"{NETWORKS[name]}: {link['down']} килобит в секунду, задержка {link['latency']} миллисекунд."
        for name, link in data["networks"].items()
    ]
    return [Section(TITLE, (when, *networks, *HOW), COLUMNS, tuple(map(_row, data["waits"])))]


def _row(wait: dict[str, Any]) -> tuple[str, ...]:
    name = f"{NETWORKS[wait['network']]}, {VISITS[wait['visit']]}: {NAMES[wait['page']]}"
    heading, answer = (round(wait[part] / STEP) * STEP for part in ("heading", "answer"))
    return (name, str(heading), str(answer), f"{wait['of_floor'] * 100:.0f}")
