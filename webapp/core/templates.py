"""How templates are found and what all of them may use."""

from collections.abc import Callable, Mapping, MutableMapping
from functools import cached_property
from types import FunctionType
from typing import Any

from flask import Flask
from flask.templating import Environment
from jinja2 import StrictUndefined
from jinja2.runtime import Context, Macro
from jinja2.utils import _PassArg, internalcode

from webapp.settings import Settings


class QuickContext(Context):
    """Calls without asking anew, each time, what the called one wants to be passed: a list calls three hundred times.

    Of macros Jinja itself says what they want; the site's own functions are asked once (`Templates.wants`).
    """

    @internalcode
    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        environment = __self.environment
        assert isinstance(environment, Templates)
        sort = type(__obj)
        wish = True if sort is Macro else environment.wants.get(__obj) if sort is FunctionType else None
        if wish is None:
            return super().call(__obj, *args, **kwargs)
        if wish:
            args = (__self.eval_ctx, *args)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


class Templates(Environment):
    """All templates share one dictionary of globals: Jinja compares them at every import, and its chains are slow."""

    context_class = QuickContext

    @cached_property
    def wants(self) -> Mapping[Callable[..., Any], bool]:
        """The site's own functions: whether each is passed the evaluation context. What wants more is left out."""
        asked = {each: _PassArg.from_obj(each) for each in self.globals.values() if isinstance(each, FunctionType)}
        return {each: bool(wish) for each, wish in asked.items() if wish in {None, _PassArg.eval_context}}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


def init_app(app: Flask) -> None:
    """Undefined names are errors; blocks leave no blank lines; files are watched only in debug mode.

    A page's ETag names the templates as they were at the start: to show others under it would be untrue.
    """
    settings: Settings = app.config["SETTINGS"]
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.auto_reload = app.debug
    environment.globals["is_demo"] = not settings.is_production


def load_all(app: Flask) -> None:
    """Read every template now: a worker that starts after files were changed must not mix them with the old code."""
    for name in app.jinja_env.list_templates(extensions=["html"]):
        app.jinja_env.get_template(name)
