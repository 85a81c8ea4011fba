"""The token of a form: of this session alone, signed by SHA-256, refused when anything of it is another's."""

import base64
import hashlib
import hmac

import pytest
from flask import Flask, session
from itsdangerous import URLSafeSerializer, URLSafeTimedSerializer

from tests.support.sites import KEY
from webapp.core.form_tokens import FIELD, is_token, token

SALT = b"orientir: token of a form"


def signature_by(digest: str, signed: str) -> str:
    key = hmac.digest(KEY.encode(), SALT, digest)
    made = hmac.digest(key, signed.encode(), digest)
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()


def test_it_is_signed_by_sha_256(writing_site: Flask) -> None:
    with writing_site.test_request_context("/"):
        text, _, signature = token().rpartition(".")
    assert signature == signature_by("sha256", text)
    assert signature != signature_by("sha1", text)


def test_one_session_has_one_text_and_believes_no_other(writing_site: Flask) -> None:
    with writing_site.test_request_context("/"):
        first = token()
        assert is_token(first) and token() == first
        session[FIELD] = "another"
        assert not is_token(first)
        del session[FIELD]
        assert not is_token(first)


@pytest.mark.parametrize("kept", [None, 7, ["x"]])
def test_a_session_that_holds_no_text_gets_one(writing_site: Flask, kept: object) -> None:
    with writing_site.test_request_context("/"):
        session[FIELD] = kept
        assert not is_token(URLSafeSerializer(KEY, salt=SALT).dumps(kept))
        assert is_token(token())


def test_a_signature_by_sha_1_is_none(writing_site: Flask) -> None:
    with writing_site.test_request_context("/"):
        token()
        text = session[FIELD]
        weak = {"key_derivation": "hmac", "digest_method": hashlib.sha1}
        assert not is_token(str(URLSafeSerializer(KEY, salt=SALT, signer_kwargs=weak).dumps(text)))
        assert not is_token(str(URLSafeTimedSerializer(KEY, salt="wtf-csrf-token").dumps(text)))
        assert not is_token(text)


@pytest.mark.parametrize("shown", ["", ".", "x", "ы", "a.b.c", "\0", "." * 9000])
def test_what_is_no_token(writing_site: Flask, shown: str) -> None:
    with writing_site.test_request_context("/"):
        token()
        assert not is_token(shown)
