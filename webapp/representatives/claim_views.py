"""«Заявить право действовать за человека» over HTTP: question by question, a check, what happens next."""

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from webapp.core import clock, kept_forms, logging
from webapp.core.access import ACTING, Proof, actor, signed_in
from webapp.core.database import db, let_go, record
from webapp.core.errors import NotFound
from webapp.core.forms import Form
from webapp.people import queries as people
from webapp.questions.forms import QuestionForm, form_of
from webapp.representatives import actions, claim_answers, claim_words, drafts, queries, sending
from webapp.representatives.claim_answers import KIND, Reading
from webapp.representatives.claim_forms import KindForm
from webapp.representatives.drafts import Draft
from webapp.representatives.errors import TooMany
from webapp.representatives.rules import PROOFS, State
from webapp.representatives.rules import Proof as Proven

Page = str | tuple[str, int] | Response


def register(blueprint: Blueprint) -> None:
    """Attach the journey to the feature."""
    both = ["GET", "POST"]
    blueprint.add_url_rule("/claims", view_func=claim_kind, methods=both)
    blueprint.add_url_rule("/claims/<name>/kind", view_func=claim_kind, methods=both)
    blueprint.add_url_rule("/claims/<name>/<slug>", view_func=claim_question, methods=both)
    blueprint.add_url_rule("/claims/<name>/check", view_func=claim_check, methods=both)
    blueprint.add_url_rule("/claims/<name>/forget", view_func=claim_forget, methods=both)
    blueprint.add_url_rule("/claims/<name>/cannot", view_func=claim_cannot)
    blueprint.add_url_rule("/people/<name>/sent", view_func=claim_sent)
    blueprint.add_url_rule("/people/<name>/give-up", view_func=give_up, methods=both)
    blueprint.register_error_handler(TooMany, too_many)


@signed_in(Proof.TOKEN, keeps=True)
def claim_kind(name: str = "") -> Page:
    """What is the user to the person? The answer begins a draft, or changes what an old one asks next."""
    draft = drafts.find(actor(), name) if name else None
    if draft is not None and draft.sent_as:
        return redirect(url_for(".claim_sent", name=draft.sent_as), 303)
    form = KindForm(data={"kind": draft.answers[KIND][0]} if draft is not None else None)
    if form.validate_on_submit():
        sent = {KIND: [form.kind.data]}
        kept = (
            drafts.save(db.session, actor(), draft, sent)
            if draft
            else drafts.begin(db.session, actor(), form.kind.data)
        )
        return _onward(kept)
    page = render_template("representatives/claim_kind.html", form=form, choices=claim_words.kinds(), name=name)
    return (page, 422) if form.is_submitted() else page


@signed_in(Proof.TOKEN, keeps=True)
def claim_question(name: str, slug: str) -> Page:
    """Ask one question. What was typed is kept whether it was understood or not: Back, and another day, return it."""
    draft = drafts.find(actor(), name)
    if draft.sent_as:
        return redirect(url_for(".claim_sent", name=draft.sent_as), 303)
    reading = _read(draft)
    before = reading.form(slug)
    if before is None:
        raise NotFound("question")
    form = form_of(before.question, before.around)
    if form.validate_on_submit():
        drafts.save(db.session, actor(), draft, form.typed(dict(request.form.lists())))
        return _onward(name)
    if form.is_submitted():
        typed = form.typed(dict(request.form.lists()))
        let_go()
        with record() as database:
            drafts.save(database, actor(), draft, typed)
        return _asked(draft, reading, form), 422
    return _asked(draft, reading, form if kept_forms.has_returned() else before)


@signed_in(Proof.TOKEN)
def claim_check(name: str) -> Page:
    """Show all answers; the POST sends the claim, once however often it is pressed."""
    draft = drafts.find(actor(), name)
    if draft.sent_as:
        return redirect(url_for(".claim_sent", name=draft.sent_as), 303)
    reading = _read(draft)
    if reading.open is not None or reading.hindrance(clock.today()) is not None:
        return _onward(name)
    if Form().is_submitted():
        sent_as = sending.send(db.session, actor(), draft, reading)
        logging.event("authority_claimed")
        return redirect(url_for(".claim_sent", name=sent_as), 303)
    return render_template(
        "representatives/claim_check.html", draft=draft, claim=reading, answered=list(claim_words.answered(reading))
    )


@signed_in()
def claim_cannot(name: str) -> Page:
    """Why such a right would open nothing, and what may be changed."""
    draft = drafts.find(actor(), name)
    reading = _read(draft)
    refused = reading.hindrance(clock.today()) if not draft.sent_as else None
    if refused is None:
        return redirect(url_for(".claim_check", name=name), 303)
    told = {"refused": refused, "last_day": reading.terms().ends_on, "issued": reading.issued_slug}
    return render_template("representatives/claim_cannot.html", draft=draft, **told)


@signed_in(Proof.TOKEN)
def claim_forget(name: str) -> Page:
    """Delete a draft, after one question. Of a correction the answers go, the claim stays."""
    if Form().is_submitted():
        drafts.forget(db.session, actor(), name)
        return redirect(url_for(".held", forgotten=1), 303)
    draft = drafts.find(actor(), name)
    if draft.sent_as:
        return redirect(url_for(".claim_sent", name=draft.sent_as), 303)
    return render_template("representatives/claim_forget.html", draft=draft)


@signed_in()
def claim_sent(name: str) -> Page:
    """What happens next. It tells the same whether the person is known here or not."""
    known = queries.held_one(actor(), name)
    if known.state is not State.CLAIMED:
        return redirect(url_for(".held_one", name=name), 303)
    is_personal = Proven.PERSON in PROOFS[known.kind]
    return render_template("representatives/claim_sent.html", known=known, is_personal=is_personal)


@signed_in(Proof.TOKEN)
def give_up(name: str) -> Page:
    """Take a claim back, or act for the person no more, after one question. What is over already was wanted so."""
    known = queries.held_one(actor(), name)
    is_over = known.state not in actions.OPEN
    if Form().is_submitted() and not is_over:
        actions.give_up(actor(), name)
        if session.get(ACTING) == name:
            session.pop(ACTING)
        logging.event("authority_given_up")
    if Form().is_submitted() or is_over:
        return redirect(url_for(".held_one", name=name, done=1), 303)
    return render_template("representatives/give_up.html", known=known)


def too_many(_: TooMany) -> tuple[str, int]:
    """The user has as many claims, drafts or codes waiting as one may have. What was typed stays where it is kept."""
    let_go()
    return render_template("representatives/too_many.html", drafts=drafts.unfinished(actor())), 409


def _read(draft: Draft) -> Reading:
    return claim_answers.read(draft.answers, people.told_user(actor()).snils)


def _onward(name: str) -> Response:
    """To the first question that waits, past those that are answered; where none does, to the check."""
    reading = _read(drafts.find(actor(), name))
    if reading.hindrance(clock.today()) is not None:
        return redirect(url_for(".claim_cannot", name=name), 303)
    if reading.open is not None:
        return redirect(url_for(".claim_question", name=name, slug=reading.open.slug), 303)
    return redirect(url_for(".claim_check", name=name), 303)


def _asked(draft: Draft, reading: Reading, form: QuestionForm) -> str:
    question = form.question
    before = reading.before(question.slug)
    back = url_for(".claim_question", name=draft.name, slug=before.slug) if before else ""
    return render_template(
        "representatives/claim_question.html",
        draft=draft,
        form=form,
        question=question,
        choices={asked.name: claim_words.choices(asked, form.around) for asked in question.asked},
        back_address=back or url_for(".claim_kind", name=draft.name),
    )
