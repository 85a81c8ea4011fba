"""Answers of the register of accompaniment, written from the contract, and a client to a fake register."""

import json
from typing import Any

from werkzeug import Response

from tests.gateways.programmes.fake_register import KEY
from webapp.gateways.accompaniment.http import HttpAccompanimentRegister
from webapp.settings import AccompanimentSettings

SNILS = "000-000-690 01"
Json = dict[str, Any]


def client(address: str, seconds: float = 10) -> HttpAccompanimentRegister:
    """The gateway to a register at this address."""
    settings = {"base_url": address, "key": KEY, "timeout_seconds": seconds}
    return HttpAccompanimentRegister(AccompanimentSettings.model_validate(settings))


def answer(told: object, status: int = 200) -> Response:
    return Response(json.dumps(told), status, mimetype="application/json")


def office(**chosen: Any) -> Json:
    usual = {
        "code": "52-mse",
        "name": "Главное бюро МСЭ по Нижегородской области (демо)",
        "address": "Нижний Новгород, улица Пробная, дом 1",
        "telephones": ["+7(000)000-52-10"],
        "email": "mse@region52.example",
        "takesMessages": True,
        "hasSignLanguage": False,
    }
    return usual | chosen


def record(participant: str = "mse", state: str = "given", **chosen: Any) -> Json:
    """A record that is whole for its state."""
    usual: Json = {"participant": participant, "state": state, "office": office(code=f"52-{participant}")}
    if state in {"given", "stopped", "ended"}:
        usual |= {"since": "2025-04-01"}
    if state in {"stopped", "ended"}:
        usual |= {"until": "2025-10-02"}
    if state == "ended":
        usual |= {"because": "programme_ended"}
    return usual | chosen


def told(*records: Json, **chosen: Any) -> Json:
    usual = {"snils": SNILS, "lastName": "Проверкина", "birthDate": "1980-03-15", "records": list(records)}
    return usual | chosen


def organisation(**chosen: Any) -> Json:
    usual = {
        "code": "52-1",
        "name": "Государственное бюджетное учреждение «Центр реабилитации» (демо)",
        "shortName": "Центр реабилитации (демо)",
        "isState": True,
        "directions": ["social", "medical"],
        "city": "Нижний Новгород",
        "address": "улица Пробная, дом 2",
        "latitude": 56.32,
        "longitude": 44,
        "telephones": ["+7(000)000-52-20", "+7(000)000-52-21, доб. 5"],
        "email": "centre@region52.example",
        "site": "https://centre.region52.example",
        "ways": ["post", "in_person"],
    }
    return usual | chosen


def told_organisations(*organisations: Json, **chosen: Any) -> Json:
    return {"region": "52", "organisations": list(organisations)} | chosen
