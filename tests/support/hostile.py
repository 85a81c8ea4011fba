"""Requests that no browser sends: what the whole site is asked with when it is asked anything."""

from urllib.parse import quote_from_bytes

from hypothesis import strategies as some

from tests.support.addresses import EXAMPLES

ADDRESSES = sorted({address.partition("?")[0] for addresses in EXAMPLES.values() for address in addresses})
HOSTILE = (
    "",
    "0",
    "-1",
    "²",
    "٣",
    "%",
    "'",
    '"><script>',
    "\x00",
    "\ufffd",
    "\ud800",
    "😀",
    "x" * 3000,
    "6-02-02",
    "../",
)

hostile_bytes = some.one_of(
    some.sampled_from(HOSTILE).map(lambda text: text.encode("utf-8", "surrogatepass")),
    some.text(max_size=40).map(lambda text: text.encode("utf-8", "replace")),
    some.binary(max_size=40),
)
escaped = hostile_bytes.map(quote_from_bytes)
names = some.one_of(
    some.sampled_from(["q", "page", "keep", "csrf_token", "bought-day", "endpoint", "_external"]), escaped
)
queries = some.lists(some.tuples(names, escaped), max_size=5).map(
    lambda pairs: "&".join("=".join(pair) for pair in pairs)
)
raw_queries = some.one_of(queries, hostile_bytes.map(lambda raw: raw.decode("latin-1")))
paths = some.one_of(
    some.sampled_from(ADDRESSES).map(str.encode),
    some.tuples(some.sampled_from(ADDRESSES), hostile_bytes).map(lambda two: two[0].encode() + b"/" + two[1]),
    some.tuples(some.sampled_from(["/catalogue/", "/products/", "/en/", "//", "/static/"]), hostile_bytes).map(
        lambda two: two[0].encode() + two[1]
    ),
)
methods = some.sampled_from(
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "x", "ГЕТ"]
)
types = some.sampled_from(
    [
        "",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=b",
        "multipart/form-data; boundary=" + "b" * 200,
        "application/json",
        "text/plain; charset=utf-99",
        "\xff",
    ]
)
bodies = some.one_of(
    queries.map(str.encode),
    hostile_bytes,
    some.just(b'--b\r\nContent-Disposition: form-data; name="keep"\r\n\r\nyes'),
    some.just(b'--b\r\nContent-Disposition: form-data; name="f"; filename="\x00"\r\n\r\n\xff\r\n--b--\r\n'),
    some.just(b"&".join([b"a=1"] * 5000)),
    some.just(b"x" * 300_000),
)
header_names = [
    "HTTP_COOKIE",
    "HTTP_HOST",
    "HTTP_ORIGIN",
    "HTTP_REFERER",
    "HTTP_SEC_FETCH_SITE",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_RANGE",
    "HTTP_HX_REQUEST",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PREFIX",
    "CONTENT_LENGTH",
    "REMOTE_ADDR",
]
values = some.one_of(
    hostile_bytes.map(lambda raw: raw.decode("latin-1")),
    some.sampled_from(
        ["true", "same-origin", "http://localhost", "orientir=x", "*", 'W/"x"', "bytes=0-1", "-1", "identity"]
    ),
)
headers = some.dictionaries(some.sampled_from(header_names), values, max_size=4)
requests = some.fixed_dictionaries(
    {"method": methods, "path": paths, "query": raw_queries, "kind": types, "body": bodies, "said": headers}
)
