"""Words typed with the keyboard in the other language: «rjkzcrf» is «коляска». Pure."""

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_TO_RUSSIAN = str.maketrans(_LATIN + '~{}:"<>', _RUSSIAN + "ёхъжэбю")
_TO_LATIN = str.maketrans(_RUSSIAN, _LATIN)
_ALIKE = str.maketrans("aceopxykbhmt", "асеорхуквнмт")
"""Latin letters that look like Russian ones, the capitals among them: «b» is «В»."""


def in_russian(chunk: str) -> str:
    """The same keys in the Russian layout; empty where the chunk already has a Russian letter or no Latin one."""
    small = chunk.lower()
    if not any("a" <= sign <= "z" for sign in small) or any(_is_russian(sign) for sign in small):
        return ""
    return small.translate(_TO_RUSSIAN)


def in_latin(chunk: str) -> str:
    """The same keys in the Latin layout; empty unless every letter is Russian and gives a letter."""
    small = chunk.lower()
    if not small or not all(_is_russian(sign) or sign.isdigit() or sign == "-" for sign in small):
        return ""
    turned = small.translate(_TO_LATIN)
    return turned if all(sign.isalnum() or sign == "-" for sign in turned) else ""


def look_alike(word: str) -> str:
    """A word of Latin letters all of which look Russian, in Russian ones; empty where one does not."""
    turned = word.lower().translate(_ALIKE)
    letters = [sign for sign in turned if sign.isalpha()]
    return turned if letters and turned != word.lower() and all(_is_russian(sign) for sign in letters) else ""


def _is_russian(sign: str) -> bool:
    return "а" <= sign <= "я" or sign == "ё"
