"""«От чьего имени вы действуете?» over HTTP: the choice, and the page that says why it cannot be."""

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from webapp.core import news
from webapp.core.access import ACTING, Proof, actor, signed_in
from webapp.core.acting import MayNotAct
from webapp.core.database import let_go
from webapp.core.news import News
from webapp.core.places import page_of_this_site
from webapp.people import queries as people
from webapp.representatives import claim_views, code_views, drafts, given_views, queries
from webapp.representatives.errors import CannotChange
from webapp.representatives.forms import ActingForm

blueprint = Blueprint("representatives", __name__)
given_views.register(blueprint)
claim_views.register(blueprint)
code_views.register(blueprint)
ONESELF = "self"


@blueprint.route("/acting-for", methods=["GET", "POST"])
@signed_in(Proof.TOKEN)
def acting_for() -> str | tuple[str, int] | Response:
    """The question; the answer holds for this sign-in, until it is changed. Then on to `next`, else the programme."""
    people_acted_for = [each for each in queries.held(actor()) if each.is_open]
    chosen = request.args.get("by", "") or actor().authority or ONESELF
    form = ActingForm([ONESELF, *(each.name for each in people_acted_for)], chosen)
    told = {"form": form, "authorities": people_acted_for, "user": people.told_user(actor())}
    if not form.is_submitted():
        return render_template("representatives/acting_for.html", **told)
    if not form.validate():
        return render_template("representatives/acting_for.html", **told), 422
    if form.acting.data == ONESELF:
        if session.pop(ACTING, None):
            news.tell(News.ONESELF)
    else:
        session[ACTING] = form.acting.data
    return redirect(page_of_this_site(request.args.get("next", "")) or url_for("ipra.entitlements"), 303)


@blueprint.app_errorhandler(MayNotAct)
def refused(refusal: MayNotAct) -> tuple[str, int]:
    """Why one may not act for this person, or may not do this for them; nothing has been done."""
    let_go()
    known = next((each for each in queries.held(actor()) if each.name == refusal.authority), None)
    return render_template("representatives/refused.html", refusal=refusal, known=known), 403


@blueprint.get("/people")
@signed_in()
def held() -> str:
    """All for whom the user acts or wants to act."""
    told = {"authorities": queries.held(actor()), "drafts": drafts.unfinished(actor())}
    return render_template("representatives/held.html", **told)


@blueprint.get("/people/<name>")
@signed_in()
def held_one(name: str) -> str:
    """One of them: by which document, for what, until when."""
    return render_template("representatives/held_one.html", known=queries.held_one(actor(), name))


@blueprint.app_errorhandler(CannotChange)
def changed(_: CannotChange) -> tuple[str, int]:
    """The authority has changed since the page was opened: say so, and where it can be seen as it is."""
    let_go()
    return render_template("representatives/changed.html"), 409
