"""Languages: Russian at the root, every other one below its own prefix («/en/catalogue»).

The prefix becomes part of SCRIPT_NAME, which is what WSGI has it for: routes are written once, `url_for` keeps the
reader's language by itself, and each address speaks one language, so that caches and bookmarks stay true.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from urllib.parse import quote

from babel.support import Translations
from flask import Flask, has_request_context, request
from flask_babel import Babel, Domain, force_locale
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

from webapp.core.number_marks import marked, mended
from webapp.settings import PROJECT_ROOT

SOURCE_LANGUAGE = "ru"
LANGUAGES = {"ru": "Русский", "en": "English"}
"""Code → the language's name in itself."""
_ENVIRON_KEY = "orientir.language"
_LANGUAGE: ContextVar[str | None] = ContextVar("language", default=None)
"""The language of the request being answered: asked a hundred times a page, so it lies nearer than `request`."""
_ROOT: ContextVar[str | None] = ContextVar("root", default=None)
"""Where the site in this language is mounted: `request.script_root`, asked for by every address of a page."""
_OUTER_KEY = "orientir.outer_script_name"
# From one Cyrillic letter to the last before a Latin one, with the brackets and quotation marks around them, and with
# the number of a house or of a model.
_RUSSIAN_WORDS = re.compile(
    r"([(«“]*[А-Яа-яЁё](?:[^A-Za-z]*[А-Яа-яЁё])?(?:(?<=дом) \d+| \d+(?=$|[,.)»”\ue001]| [^A-Za-z]))?(?:\.?[)»”]+\.?)?)"
)
_MARKED = Markup('<span lang="ru">{}</span>')

babel = Babel()
WsgiApplication = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Words(Domain):  # type: ignore[misc]
    """The catalogues of words, looked up once a language: a page says fifty messages, most lists many more."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, Translations] = {}

    def get_translations(self) -> Translations:
        language = _LANGUAGE.get()
        if language is None:  # no request came in through the middleware: a command, a test
            return super().get_translations()
        found = self._known.get(language)
        if found is None:
            found = self._known[language] = super().get_translations()
        return found


class LanguagePrefix:
    """WSGI middleware: moves a known language prefix from PATH_INFO to SCRIPT_NAME."""

    def __init__(self, application: WsgiApplication) -> None:
        self._application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path, outer = environ.get("PATH_INFO", ""), environ.get("SCRIPT_NAME", "")
        first = path[1:].split("/", 1)[0]
        environ[_OUTER_KEY] = outer
        if first in LANGUAGES and first != SOURCE_LANGUAGE:
            environ[_ENVIRON_KEY] = first
            environ["SCRIPT_NAME"] = f"{outer}/{first}"
            environ["PATH_INFO"] = path[1 + len(first) :] or "/"
        language = _LANGUAGE.set(environ.get(_ENVIRON_KEY, SOURCE_LANGUAGE))
        root = _ROOT.set(environ.get("SCRIPT_NAME", "").rstrip("/"))
        try:
            return self._application(environ, start_response)
        finally:
            _LANGUAGE.reset(language)
            _ROOT.reset(root)


def init_app(app: Flask) -> None:
    app.config.update(
        BABEL_DEFAULT_LOCALE=SOURCE_LANGUAGE,
        BABEL_TRANSLATION_DIRECTORIES=str(PROJECT_ROOT / "translations"),
        BABEL_DEFAULT_TIMEZONE="Europe/Moscow",
    )
    babel.init_app(app, locale_selector=current_language)
    babel.domain_instance = Words()
    app.jinja_env.filters["mark_russian"] = mark_russian
    app.jinja_env.globals.update(_=_said, gettext=_said, ngettext=_counted)
    app.wsgi_app = LanguagePrefix(app.wsgi_app)  # type: ignore[method-assign]
    app.jinja_env.globals.update(
        current_language=current_language, language_address=language_address, either=either, in_russian=in_russian
    )


@pass_eval_context
def _said(context: EvalContext, message: str, /, **values: object) -> str:
    """`_` of the templates: Jinja's own takes three calls for it."""
    return _filled(context, babel.domain_instance.get_translations().ugettext(message), values)


@pass_eval_context
def _counted(context: EvalContext, one: str, many: str, number: int, /, **values: object) -> str:
    """`ngettext` of the templates."""
    text = babel.domain_instance.get_translations().ungettext(one, many, number)
    return _filled(context, text, {"num": marked(str(number))} | values)


def _filled(context: EvalContext, text: str, values: dict[str, object]) -> str:
    words = Markup(text) if context.autoescape else text
    return words % values if values or "%" in text else words


def current_language() -> str:
    """The code of the language of this request; Russian outside requests."""
    known = _LANGUAGE.get()
    if known is not None:
        return known
    return request.environ.get(_ENVIRON_KEY, SOURCE_LANGUAGE) if has_request_context() else SOURCE_LANGUAGE


def gettext(message: str, /, **values: object) -> str:
    """A message in the reader's language, its places filled."""
    text: str = babel.domain_instance.get_translations().ugettext(message)
    return text % values if values else text


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """A message in the form that the number takes; the number itself fills the place `num`."""
    text: str = babel.domain_instance.get_translations().ungettext(one, many, number)
    return text % ({"num": marked(str(number))} | values)


def either(russian: str, english: str) -> str:
    """Of a pair of texts that the data hold, the one in the reader's language."""
    return russian if is_source_language() else english


def in_russian() -> Markup:
    """The `lang` attribute for texts that stay Russian: names of the law, makers' words. Nothing on Russian pages."""
    return Markup("") if is_source_language() else Markup(' lang="ru"')


def mark_russian(text: str) -> Markup:
    """A line of another language with names that stay Russian, each marked so; on Russian pages the line as it is.

    The mark cuts the line for some readers, but an English voice cannot say Cyrillic letters at all.
    """
    whole = escape(text)
    if is_source_language():
        return whole
    parts = mended(_RUSSIAN_WORDS.split(whole.unescape()))
    return Markup("").join(_MARKED.format(part) if place % 2 else part for place, part in enumerate(parts))


@contextmanager
def source_language() -> Iterator[None]:
    """What is worded meanwhile is Russian whatever the page's language: texts that exist in Russian only."""
    token = _LANGUAGE.set(SOURCE_LANGUAGE)
    try:
        with force_locale(SOURCE_LANGUAGE):
            yield
    finally:
        _LANGUAGE.reset(token)


def is_source_language() -> bool:
    return current_language() == SOURCE_LANGUAGE


def root() -> str:
    """Where the site is mounted, the language's prefix included: every address begins with it."""
    known = _ROOT.get()
    return request.script_root if known is None else known


def language_address(language: str) -> str:
    """The address of the present page in another language."""
    path = quote("/" + request.path.lstrip("/"), safe="/()!$'*+,;:@")  # «//evil.example» would lead to another site
    prefix = "" if language == SOURCE_LANGUAGE else f"/{language}"
    query = quote(request.query_string, safe="%/()!$'*+,;:@?&=")
    return f"{outer_root()}{prefix}{path}" + (f"?{query}" if query else "")


def outer_root() -> str:
    """Where the site is mounted, without the language; empty at the root of a host."""
    return request.environ.get(_OUTER_KEY, "") if has_request_context() else ""
