"""Where tests are that take seconds together: `make test` runs them, `make check` does not."""

SLOW_PLACES = (
    "a11y/test_session",
    "auth/",
    "bench/",
    "catalogue/test_demo_generator",
    "cli/test_forget_person",
    "cli/test_key_change",
    "catalogue/test_walking_the_catalogue",
    "consents/",
    "core/test_any_request",
    "core/test_encryption",
    "core/test_rate_limits",
    "core/test_signed_in_sessions",
    "favourites/",
    "gateways/",
    "guards/test_titles_tell_apart",
    "ipra/test_any_programme",
    "ipra/test_refresh",
    "journeys/",
    "pages/test_weights",
    "people/",
    "reference/test_matching",
    "representatives/",
    "sandbox/",
    "style_guide/",
    "traces/",
)
FAST_PLACES = ("consents/test_rules", "journeys/test_isolation", "gateways/test_ports", "representatives/test_rules")
SLOW_FIXTURES = frozenset({"stage"})
