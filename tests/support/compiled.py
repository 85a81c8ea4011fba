"""Templates are compiled once in a process: hundreds of sites are made for tests, and each would do it anew."""

from types import CodeType

from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache


class _Compiled(BytecodeCache):
    """Code by the template's name and the digest of its source, so that a changed template is compiled."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        self._kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


def compiled_once(app: Flask) -> Flask:
    """The same application; what others of this process have compiled it takes as it is."""
    app.jinja_env.bytecode_cache = _COMPILED
    return app
