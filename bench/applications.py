"""What an application costs: its pages, however many drafts there are, and the files of its document."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median

import sqlalchemy as sa
from flask import Flask

from bench.floor import ADDRESS
from bench.growth import SAME_GOAL, queries
from bench.load import Target, some
from bench.measures import Measure, of_rounds
from bench.plan import Plan
from bench.ratios import to_floor
from bench.serving import Server
from bench.traveller import Trip, in_session, visitor
from webapp.accompaniment.kind import KIND
from webapp.accompaniment.wording import OTHER
from webapp.applications.drafts import MOST
from webapp.applications.models import Application
from webapp.core import clock
from webapp.core.database import record
from webapp.documents import pdf
from webapp.people.models import Person

OID = "1000600021"
"""ЕСИА's number of `signed_in.MANY`."""
GROUP, FILES = "applications", "files of an application"
LIST = "/my/accompaniment/applications"
NAME = "0" * 24
PAGES = {
    "list of 20 drafts": LIST,
    "parts": f"{LIST}/{NAME}",
    "question": f"{LIST}/{NAME}/ask/contacts",
    "check": f"{LIST}/{NAME}/check",
    "document": f"{LIST}/{NAME}/document",
}
FORMS = ("pdf", "braille", "script")
ANSWERS = {
    "request": ["stop"],
    "participant": ["mse"],
    "addressee_mse": ["Бюро медико-социальной экспертизы номер 1"],
    "address": [OTHER],
    "residence": ["home"],
    "postcode": ["614000"],
    "region": ["Пермский край"],
    "town": ["Пермь"],
    "house": ["100"],
    "place": ["Нижний Новгород"],
    "mobile": ["+7 000 000 06 01"],
    "home_phone": [""],
    "email": ["anna@people.example"],
    "channel": ["phone"],
    "paper_forms": ["braille"],
    "consent": ["person"],
}
"""All that nobody has told; a draft that lacked one of them would have no check and no document to measure."""
BODY = re.compile(r'<div class="document".*?</div>', re.DOTALL)
KIBIBYTES_A_MEBIBYTE = 1024


def keep_drafts(app: Flask, number: int) -> None:
    """Have the person of the sandbox write so many whole applications; one of them bears `NAME`."""
    with app.app_context(), record() as session:
        session.execute(sa.delete(Application))
        person = session.scalars(sa.select(Person.id).where(Person.oid == OID)).one()
        for place in range(number):
            moment = clock.now() - timedelta(minutes=place)
            session.add(
                Application(
                    name=f"{place:024}",
                    kind=KIND.slug,
                    person_id=person,
                    author_id=person,
                    answers=ANSWERS,
                    begun_at=moment,
                    touched_at=moment,
                )
            )


def measure_costs(app: Flask, trip: Trip) -> Iterator[Measure]:
    """Queries of each page with one draft, and by how many they grow with twenty: by none."""
    counts = []
    for number in (1, MOST):
        keep_drafts(app, number)
        counts.append({name: queries(app, address, trip.token) for name, address in PAGES.items()})
    for name in PAGES:
        before, after = (each[name] for each in counts)
        note = f"{before} with one draft, {after} with {MOST}"
        yield Measure("queries a page", f"{GROUP}: {name}", after)
        yield Measure("queries more", f"{GROUP}: {name}", after - before, goal=SAME_GOAL, note=note)


def measure_speeds(site: Server, floor: Server, trip: Trip, plan: Plan) -> Iterator[Measure]:
    """Each page ÷ the floor, with twenty drafts; the budget names no goal for them."""
    for name, address in PAGES.items():
        target = Target(site.port, address, headers=in_session(trip.token))
        yield to_floor(f"{GROUP}: {name}", target, site, floor, plan, None)


def measure_files(site: Server, floor: Server, trip: Trip, plan: Plan) -> Iterator[Measure]:
    """Waiting for one file ÷ waiting for a page of the floor, asked one after the other."""
    for form in FORMS:
        ratios, seconds = [], []
        target = Target(site.port, f"{PAGES['document']}/{form}", headers=in_session(trip.token))
        some(target, 1)
        for _round in range(plan.rounds):
            taken, base = some(target, plan.trips), some(Target(floor.port, ADDRESS), plan.asked)
            ratios.append(median(taken) / median(base))
            seconds.append(median(taken))
        yield of_rounds(FILES, f"{form} ÷ a page of the floor", ratios, note=f"{median(seconds):.3f} s")


def measure_writer(app: Flask, trip: Trip) -> Iterator[Measure]:
    """What the process that writes the PDF takes at most, while it lasts: none of it is a worker's."""
    page = visitor(app, trip.token).get(PAGES["document"])
    assert page.status_code == 200
    body = BODY.search(page.text)
    assert body is not None
    html = f"<!doctype html><html lang=ru><head><title>Заявление</title></head><body>{body[0]}</body></html>"
    css = (Path(pdf.__file__).parent / "print.css").read_text(encoding="utf-8")
    most = _most_memory(json.dumps({"html": html, "css": css}).encode())
    yield Measure(FILES, "memory of the process that writes the PDF", most, "MiB", note="gone when it ends")


def _most_memory(told: bytes) -> float:
    """The largest resident size of the writer's process in MiB. Raises CalledProcessError."""
    command = (sys.executable, "-I", str(Path(pdf.__file__).parent / "pdf_writer.py"))
    with tempfile.TemporaryFile() as given:
        given.write(told)
        given.seek(0)
        process = subprocess.Popen(command, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_maxrss / KIBIBYTES_A_MEBIBYTE
