"""ГОСТ R 34.10-2012 verified by plain numbers: what the standard says, in the open, without anybody's library.

The curve is id-GostR3410-2001-CryptoPro-A-ParamSet (RFC 4357, 11.4). Only the digest comes from elsewhere.
"""

P = 2**256 - 617
A = P - 3
Q = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF6C611070995AD10045841B09B761B893
BASE = (1, 0x8D91E471E0989CDA27DF505A453F2B7635294F2DDF23E3B122ACC99C9E9F1E14)
Point = tuple[int, int] | None
"""None is the point at infinity."""


def added(one: Point, other: Point) -> Point:
    if one is None or other is None:
        return one or other
    (x1, y1), (x2, y2) = one, other
    if x1 == x2 and (y1 + y2) % P == 0:
        return None
    steep = (3 * x1 * x1 + A) * pow(2 * y1, -1, P) if one == other else (y2 - y1) * pow(x2 - x1, -1, P)
    x = (steep * steep - x1 - x2) % P
    return x, (steep * (x1 - x) - y1) % P


def multiplied(times: int, point: Point) -> Point:
    result: Point = None
    while times:
        if times & 1:
            result = added(result, point)
        point, times = added(point, point), times >> 1
    return result


def point_of(subject_public_key: bytes) -> Point:
    """The public point: the last 64 bytes of the key in DER are x and y, least significant byte first."""
    return int.from_bytes(subject_public_key[-64:-32], "little"), int.from_bytes(subject_public_key[-32:], "little")


def is_signed(digest: bytes, signature: bytes, public: Point) -> bool:
    """Whether s and r (s first, each from its most significant byte) sign the digest as OpenSSL writes it."""
    s, r = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if not (0 < r < Q and 0 < s < Q):
        return False
    e = int.from_bytes(digest, "little") % Q or 1
    v = pow(e, -1, Q)
    found = added(multiplied(s * v % Q, BASE), multiplied(-r * v % Q, public))
    return found is not None and found[0] % Q == r
