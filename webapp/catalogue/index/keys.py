"""Keys of sets: what products may have in common. Pure."""


def kind(code: str) -> str:
    """Products of a kind."""
    return f"k:{code}"


def item(code: str) -> str:
    """Products of an item of the classification."""
    return f"i:{code}"


def maker(slug: str) -> str:
    """Products of a maker, of any kind."""
    return f"m:{slug}"


def maker_in(kind_code: str, slug: str) -> str:
    """A maker's products of one kind."""
    return f"m:{kind_code}:{slug}"


def value(kind_code: str, characteristic: str, chosen: str) -> str:
    """Products of a kind that have this value, alone or among others."""
    return f"v:{kind_code}:{characteristic}:{chosen}"


def yes(kind_code: str, characteristic: str, is_so: bool = True) -> str:
    """Products of a kind that say «да» to a characteristic, or «нет»."""
    return f"y:{kind_code}:{characteristic}:{'1' if is_so else '0'}"


def lemma(form: str) -> str:
    """Products whose names hold a dictionary form: lower case, е for ё."""
    return f"l:{form}"


def number(kind_code: str, characteristic: str) -> str:
    """The number line of a characteristic in a kind."""
    return f"{kind_code}:{characteristic}"


def price(code: str) -> str:
    """The number line of prices, in kopecks, of a kind or of an item."""
    return f"price:{code}"
