"""A client of ЕСИА that is not ours signs people in here, in every profile, by RSA and by GOST."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.sandbox import running_sandbox, with_free_port
from tests.support.sites import settings_in
from webapp.settings import PROJECT_ROOT

SCRIPT = Path(__file__).with_name("foreign_client.py")
PATIENCE_SECONDS = 60


def learnt(tmp_path: Path, profile: str, kind: str, slug: str) -> dict[str, Any]:
    """What the foreign client printed, run as a program of its own against a running sandbox."""
    settings = with_free_port(settings_in(tmp_path / "data"))
    environment = os.environ | {"ORIENTIR_ENV": "test", "ORIENTIR_DATA_DIR": str(settings.data_dir)}
    with running_sandbox(settings) as address:
        words = (address, str(tmp_path / "site"), profile, kind, slug)
        done = subprocess.run(
            (sys.executable, str(SCRIPT), *words),
            cwd=PROJECT_ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    read: dict[str, Any] = json.loads(done.stdout)
    return read


@pytest.mark.parametrize(
    ("profile", "kind"),
    [("v2v3-raw", "rsa"), ("v2v3-raw", "gost"), ("v1-pkcs7", "rsa"), ("v1-pkcs7", "gost"), ("gateway-oidc", "rsa")],
)
def test_a_foreign_client_signs_a_mother_in_and_reads_all_that_it_asked_for(
    tmp_path: Path, profile: str, kind: str
) -> None:
    told = learnt(tmp_path, profile, kind, "mother")
    assert told["sub"] == "1000600009"
    assert (told["person"]["lastName"], told["person"]["snils"]) == ("Белова", "000-000-609 09")
    assert [each["type"] for each in told["documents"]] == ["RF_PASSPORT"]
    assert [kid["firstName"] for kid in told["kids"]] == ["Тимофей"]
    assert [[paper["type"] for paper in papers] for papers in told["papers"]] == [["RF_BRTH_CERT"]]


def test_the_foreign_client_knows_nothing_of_ours() -> None:
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    imports = {line.split()[1].partition(".")[0] for line in lines if line.startswith(("import ", "from "))}
    assert "requests" in imports
    assert imports - sys.stdlib_module_names == {"requests"}
