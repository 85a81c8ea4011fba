"""Where requests go: what the settings say, else the paths of the profile."""

from dataclasses import dataclass, fields

from webapp.esia_settings import EsiaProfile, EsiaSettings


@dataclass(frozen=True, slots=True)
class Paths:
    """Below `base_url`. `keys_path` is a gateway's alone."""

    authorise_path: str
    token_path: str
    person_path: str
    sign_out_path: str
    keys_path: str = ""


_BY_PROFILE = {
    EsiaProfile.RAW: Paths("/aas/oauth2/v2/ac", "/aas/oauth2/v3/te", "/rs/prns", "/idp/ext/Logout"),
    EsiaProfile.PKCS7: Paths("/aas/oauth2/ac", "/aas/oauth2/te", "/rs/prns", "/idp/ext/Logout"),
    EsiaProfile.GATEWAY: Paths("/auth/authorize", "/auth/token", "/auth/userinfo", "/auth/logout", "/auth/jwks"),
}


def addresses_of(settings: EsiaSettings) -> Paths:
    """The whole addresses."""
    usual = _BY_PROFILE[settings.profile]
    chosen = {each.name: getattr(settings, each.name) or getattr(usual, each.name) for each in fields(Paths)}
    return Paths(**{name: settings.base_url + path for name, path in chosen.items()})
