"""Reports of obstacles over HTTP: the form, the answer by its number, the way to it for who has only the number."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from webapp.core import errors, logging
from webapp.core.access import Proof, public
from webapp.core.database import let_go
from webapp.core.errors import TOO_MANY, NotFound
from webapp.core.locale import gettext
from webapp.core.rate_limits import limit_search, limiter, seconds_left
from webapp.obstacles import actions, queries, rules
from webapp.obstacles.forms import NumberForm, ObstacleForm
from webapp.obstacles.words import settings_told
from webapp.settings import Settings

blueprint = Blueprint("obstacles", __name__)
SCOPE = "obstacles"


@blueprint.route("", methods=["GET", "POST"])
@public(Proof.UNLESS_FOREIGN)
def report() -> str | tuple[str, int] | Response:
    """Ask what was in the way; a wrong answer comes back with 422 and nothing lost."""
    form = ObstacleForm()
    if not form.is_submitted():
        return _form(form)
    if not form.validate():
        return _form(form), 422
    settings: Settings = current_app.config["SETTINGS"]
    _count(settings)
    page = _page()
    message = form.message(page, settings_told(), request.user_agent.string)
    number = actions.report(message, form.key.data or "", settings.obstacle_answer_days)
    return redirect(url_for(".told", number=number, page=page or None), 303)


@blueprint.get("/<number>")
@public()
@limit_search
def told(number: str) -> str | Response:
    """The number, the promised day, and the answer once it is there; for anybody who knows the number."""
    if rules.number_typed(number) != number:
        raise NotFound("report")
    found = queries.report(number)
    return render_template("obstacles/told.html", report=found, page=_page())


@blueprint.get("/find")
@public()
@limit_search
def find() -> str | tuple[str, int] | Response:
    """Lead whoever has only the number to its page."""
    form = NumberForm(request.args)
    if "number" not in request.args:
        return render_template("obstacles/find.html", form=form)
    number = rules.number_typed(form.number.data or "")
    if number and queries.exists(number):
        return redirect(url_for(".told", number=number), 303)
    unknown = gettext("сообщения с таким номером нет: проверьте цифры, или его уже удалили")
    form.number.errors = (unknown if number else gettext("введите двенадцать цифр номера"),)
    return render_template("obstacles/find.html", form=form), 422


@blueprint.errorhandler(TOO_MANY)
def too_many(_error: HTTPException) -> Response:
    """Ask to wait. What was written stays in the form: it must not be lost to somebody else's flood."""
    logging.event("refused", status=TOO_MANY, reason="")
    wait = seconds_left() or errors.ONE_WINDOW_SECONDS
    if request.endpoint == "obstacles.report":
        response = current_app.make_response((_form(ObstacleForm(), wait_minutes=-(-wait // 60)), TOO_MANY))
    else:
        response = errors.page(TOO_MANY)
    response.headers["Retry-After"] = str(wait)
    return response


def database_gone(error: Exception) -> Response:
    """The report was not kept. What was written stays in the form."""
    response = errors.on_database_gone(error)
    if request.endpoint == "obstacles.report" and request.method == "POST":
        kept = {name: response.headers[name] for name in ("Retry-After", "Cache-Control")}
        response = current_app.make_response((_form(ObstacleForm(), is_unsent=True), response.status_code, kept))
    return response


for gone in errors.DATABASE_GONE:
    blueprint.register_error_handler(gone, database_gone)


def _count(settings: Settings) -> None:
    """Reports of one address are counted apart from other forms: each keeps somebody of the staff at work."""
    let_go()  # the guard may have read the session
    with limiter.shared_limit(settings.obstacle_limit, scope=SCOPE):
        return


def _form(form: ObstacleForm, wait_minutes: int = 0, is_unsent: bool = False) -> str:
    page = _page()
    return render_template(
        "obstacles/report.html",
        form=form,
        page=page,
        page_read=rules.page_read(page),
        settings=settings_told(),
        longest=rules.LONGEST_TEXT,
        days=current_app.config["SETTINGS"].obstacle_answer_days,
        wait_minutes=wait_minutes,
        is_unsent=is_unsent,
    )


def _page() -> str:
    return rules.page_told(request.args.get("page", ""))
