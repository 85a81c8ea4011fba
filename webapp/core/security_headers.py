"""Security headers on every answer. No inline script or style anywhere, so the policy needs no exceptions."""

from flask import Flask, Response, request

from webapp.settings import Settings


def policy(forms_end_at: str = "") -> str:
    """The content policy. Forms stay at this site, or are led on to one other origin."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "media-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            f"form-action 'self' {forms_end_at}".rstrip(),
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
        )
    )


CONTENT_SECURITY_POLICY = policy()
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "payment")
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TRANSPORT_SECURITY = "max-age=31536000; includeSubDomains"


def init_app(app: Flask, settings: Settings) -> None:
    always_secure = settings.is_production

    def add(response: Response) -> Response:
        response.headers.extend(HEADERS)
        if always_secure or request.is_secure:
            response.headers.setdefault("Strict-Transport-Security", TRANSPORT_SECURITY)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    app.after_request(add)
