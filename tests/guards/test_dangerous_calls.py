"""What the site never does: run text as a program, call a shell, unpack objects, trust markup, invent cryptography.

The browser's side likewise: no markup from text, nothing kept in the browser.
"""

import ast
import re
from collections.abc import Iterator

import pytest
from jinja2 import Environment, nodes

from tests.support.sources import TEMPLATES, files, short

CALLS = frozenset(
    "eval exec compile __import__ system popen render_template_string from_string populate_obj Template"
    " md5 sha1 mktemp".split()
)
SPAWNING = re.compile(r"^(?:exec[lv]|spawn[lv]|posix_spawn)")
MODULES = frozenset(
    "pickle marshal shelve dill yaml xml lxml telnetlib ftplib Crypto nacl jwt passlib bcrypt md5 crypt httpx".split()
)
ONLY_IN: dict[str, tuple[str, ...]] = {
    "subprocess": ("webapp/cli/", "webapp/core/programs.py", "webapp/sandbox/esia/openssl.py"),
    "ctypes": ("webapp/cli/",),
    "random": ("webapp/catalogue/demo/",),
    "requests": ("webapp/gateways/",),
    "authlib": ("webapp/gateways/identity/",),
    "joserfc": ("webapp/gateways/identity/", "webapp/sandbox/esia/"),
    "cryptography": (
        "webapp/core/encryption.py",
        "webapp/demo_keys.py",
        "webapp/gateways/identity/",
        "webapp/sandbox/esia/",
    ),
    "defusedxml": ("webapp/gateways/programmes/",),
}
"""Module → the only places that may use it: no request starts a process but that of a signature (bounded), what is
random there is no secret, only gateways speak to others, and cryptography stands where a reader expects it."""
IN_BROWSER = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|localStorage|sessionStorage|indexedDB|document\.cookie"
    r"|\beval\b|\bFunction\s*\(|set(?:Timeout|Interval)\(\s*[\"'`]"
)


def faults(text: str, path: str = "webapp/core/planted.py") -> list[str]:
    """What a module does and must not do."""
    return [fault for node in ast.walk(ast.parse(text)) for fault in _faults_of(node, path)]


def _faults_of(node: ast.AST, path: str) -> Iterator[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield from _imports(node, path)
    if isinstance(node, ast.Attribute) and node.attr == "values" and _name(node.value) == "request":
        yield "request.values"
    if not isinstance(node, ast.Call):
        return
    called = _name(node.func)
    if (called in CALLS and not _is_pattern(node.func)) or SPAWNING.match(called):
        yield called
    if called in {"text", "Markup"} and not all(isinstance(each, ast.Constant | ast.Name) for each in node.args):
        yield f"{called} of what is put together"
    if any(keyword.arg == "shell" for keyword in node.keywords):
        yield "shell"


def _name(node: ast.AST) -> str:
    """The last word of what is called: `system` of `os.system`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_pattern(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "compile" and _name(node.value) == "re"


def _imports(node: ast.Import | ast.ImportFrom, path: str) -> Iterator[str]:
    named = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    for module in (name.partition(".")[0] for name in named):
        if module in MODULES or (module in ONLY_IN and not path.startswith(ONLY_IN[module])):
            yield f"import {module}"


def whole_rows(text: str) -> list[str]:
    """Models selected whole, where a page must name what it shows."""
    selects = [
        node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call) and _name(node.func) == "select"
    ]
    return [each.id for node in selects for each in node.args if isinstance(each, ast.Name) and each.id[0].isupper()]


def trusted(text: str) -> list[str]:
    """Filters of a template that trust anything but words of its own, and places without escaping."""
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse(text)
    found = [node.name for node in tree.find_all(nodes.Filter) if node.name == "safe" and not _is_constant(node.node)]
    return found + ["autoescape" for _ in tree.find_all(nodes.ScopedEvalContextModifier)]


def _is_constant(node: nodes.Node | None) -> bool:
    return isinstance(node, nodes.Const)


def test_no_module_does_what_is_dangerous() -> None:
    modules = files("webapp", ".py")
    assert len(modules) > 40
    found = [(short(path), faults(path.read_text(encoding="utf-8"), short(path))) for path in modules]
    assert [each for each in found if each[1]] == []


def test_queries_name_their_columns() -> None:
    modules = files("webapp", "queries.py")
    assert len(modules) >= 2
    assert [fault for path in modules for fault in whole_rows(path.read_text(encoding="utf-8"))] == []


def test_templates_trust_their_own_words_alone() -> None:
    found = [(path.name, trusted(path.read_text(encoding="utf-8"))) for path in sorted(TEMPLATES.rglob("*.html"))]
    assert len(found) > 50
    assert [each for each in found if each[1]] == []


def test_our_scripts_make_no_markup_and_keep_nothing() -> None:
    scripts = files("static/js", ".js")
    assert scripts
    assert [short(path) for path in scripts if IN_BROWSER.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("eval(words)", "eval"),
        ("exec(words)", "exec"),
        ("builtins.eval(words)", "eval"),
        ("compile(words, '', 'exec')", "compile"),
        ("os.system(words)", "system"),
        ("os.execvp('sh', words)", "execvp"),
        ("from os import popen\npopen(words)", "popen"),
        ("subprocess.run(words, shell=True)", "shell"),
        ("import subprocess", "import subprocess"),
        ("from random import choice", "import random"),
        ("import pickle", "import pickle"),
        ("from yaml import safe_load", "import yaml"),
        ("import marshal as plain", "import marshal"),
        ("import xml.etree.ElementTree", "import xml"),
        ("from cryptography.fernet import Fernet", "import cryptography"),
        ("hashlib.md5(words)", "md5"),
        ("flask.render_template_string(words)", "render_template_string"),
        ("form.populate_obj(person)", "populate_obj"),
        ("request.values['q']", "request.values"),
        ("sa.text(f'SELECT {words}')", "text of what is put together"),
        ("Markup('<b>' + words)", "Markup of what is put together"),
    ],
)
def test_a_planted_danger_is_found(text: str, fault: str) -> None:
    assert faults(text) == [fault]


def test_what_is_allowed_is_let_through() -> None:
    assert faults("re.compile('a')\nsa.text('SELECT 1')\nhashlib.sha256(b'')\nimport hmac, secrets, json") == []
    assert faults("import subprocess\nsubprocess.run(('git',))", "webapp/cli/planted.py") == []


@pytest.mark.parametrize("line", ["e.innerHTML = w", "localStorage.a = 1", "document.cookie", "eval(w)", "Function(w)"])
def test_a_planted_danger_in_a_script_is_found(line: str) -> None:
    assert IN_BROWSER.search(line)


def test_a_whole_row_and_a_trusted_word_are_found() -> None:
    assert whole_rows("sa.select(Product).where(Product.number == 1)") == ["Product"]
    assert whole_rows("sa.select(Product.number, *LISTED)") == []
    assert trusted("{{ question|safe }}") == ["safe"]
    assert trusted("{% autoescape false %}{{ question }}{% endautoescape %}") == ["autoescape"]
    assert trusted("{{ ' here'|safe }}") == []
