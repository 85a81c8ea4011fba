"""The page of a film: the same whole as text, files to take away, a player that waits; the way to it from a product."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.support.html import elements, with_id, words
from tests.support.strict_client import StrictClient
from webapp.catalogue.films import Film, films
from webapp.core.reading import COOKIES, USUAL
from webapp.core.static_files import ADDRESS

TONOMETER = "/products/15-01-02.0001"
WHITE_CANE = "/products/6-02-02.0001"


@pytest.fixture(params=films(), ids=lambda film: film.slug)
def film(request: pytest.FixtureRequest) -> Film:
    assert isinstance(request.param, Film)
    return request.param


@pytest.mark.parametrize("language", ["ru", "en"])
def test_everything_said_and_shown_is_written_on_the_page(reader: StrictClient, film: Film, language: str) -> None:
    page = reader.page(("" if language == "ru" else "/en") + f"/films/{film.slug}")
    told = [words(item).partition(": ")[2] for item in elements(page.tree, "li") if ": " in words(item)]
    said = [getattr(line, language) for line in film.lines]
    assert [text for text in told if text in said] == said


def test_that_another_device_is_filmed_comes_first_then_length_format_and_size(reader: StrictClient) -> None:
    (film,) = films()
    page = reader.page(f"/films/{film.slug}")
    size = f"{round(film.size('webm') / 1024)} килобайт"
    first, second = [words(each) for each in elements(elements(page.tree, "main")[0], "p")[:2]]
    assert first == f"В фильме похожий прибор: {film.shows_ru}. Другие модели на ощупь отличаются."
    assert second == f"Видео: 67 секунд, файл WebM, {size}."
    assert page.h1 == "Фильм: Говорящий тонометр на ощупь"


def test_the_player_is_the_browser_s_own_and_waits(reader: StrictClient, film: Film) -> None:
    page = reader.page(f"/films/{film.slug}")
    (player,) = elements(page.tree, "video")
    assert player.get("controls") is not None and player.get("preload") == "none"
    assert player.get("autoplay") is None and player.get("loop") is None
    named = with_id(page.tree, player.get("aria-labelledby") or "")
    assert named is not None and words(named).startswith("Видео: ")
    tracks = [(track.get("kind"), track.get("srclang")) for track in elements(player, "track")]
    assert tracks == [("captions", "ru"), ("captions", "en")]
    leads_to = [part.get("src") or "" for part in elements(player, "source", "track")]
    assert [reader.get(address).mimetype for address in leads_to] == ["video/webm", "text/vtt", "text/vtt"]


def test_every_file_can_be_taken_away(reader: StrictClient, film: Film) -> None:
    page = reader.page(f"/films/{film.slug}")
    files = [link for link in page.links if link.address.startswith(ADDRESS)]
    assert [link.words.split(",")[1] for link in files] == [
        " файл WebM",
        " звуковой файл",
        " текстовый файл",
        " файл субтитров",
    ]
    assert {reader.get(link.address).status_code for link in files} == {200}


@pytest.mark.parametrize("ending", ["webm", "mp3"])
def test_a_part_in_the_middle_is_answered_with_that_part(reader: StrictClient, film: Film, ending: str) -> None:
    page = reader.page(f"/films/{film.slug}")
    address = next(link.address for link in page.links if link.address.endswith(ending))
    whole = reader.get(address, headers={"Accept-Encoding": "gzip, br"})
    part = reader.get(address, headers={"Range": "bytes=1000-1999", "Accept-Encoding": "gzip, br"})
    assert part.status_code == 206 and whole.content_encoding is None
    assert part.headers["Content-Range"] == f"bytes 1000-1999/{len(whole.data)}"
    assert part.data == whole.data[1000:2000]
    assert "media-src 'self'" in whole.headers["Content-Security-Policy"]


def test_a_product_of_the_item_leads_to_it_from_its_touch_and_no_other(reader: StrictClient) -> None:
    page = reader.page(TONOMETER)
    link = page.link("Фильм с описанием, о похожем приборе: Говорящий тонометр на ощупь, 67 секунд")
    touch = page.main.partition("Какое изделие на ощупь")[2].partition("Звуки и сигналы")[0]
    assert link.words in touch
    film = page.follow(link.words)
    assert film.h1 == "Фильм: Говорящий тонометр на ощупь"
    assert film.follow(f"Вернуться к изделию: {page.h1}").h1 == page.h1
    assert "Фильм" not in reader.page(WHITE_CANE).main


@pytest.mark.parametrize("told", ["", "6-02-02.0001", "15-01-02.9999", "../my", "1" * 600])
def test_an_address_that_names_no_product_of_the_item_leads_back_to_none(
    reader: StrictClient, film: Film, told: str
) -> None:
    page = reader.page(f"/films/{film.slug}?product={told}")
    assert page.status == 200
    assert "Вернуться к изделию" not in page.main


def test_the_film_leads_to_what_it_is_about(reader: StrictClient, film: Film) -> None:
    page = reader.page(f"/films/{film.slug}")
    assert f"/catalogue/{film.item_code}" in {link.address for link in page.links}
    assert "Медицинский тонометр" in page.follow_to(f"/catalogue/{film.item_code}").text


def test_who_reads_descriptions_of_pictures_gets_no_picture_loaded(reader: StrictClient, film: Film) -> None:
    assert elements(reader.page(f"/films/{film.slug}").tree, "video")[0].get("poster")
    reader.set_cookie(COOKIES[False], replace(USUAL, images="told").code)
    assert elements(reader.page(f"/films/{film.slug}").tree, "video")[0].get("poster") is None


def test_no_such_film_is_a_page(reader: StrictClient) -> None:
    page = reader.page("/films/none")
    assert page.status == 404
    assert "Перейти к содержанию" in page.text


def test_lines_stand_in_the_order_of_the_film(film: Film) -> None:
    assert all(line.start < following.start for line, following in pairwise(film.lines))
