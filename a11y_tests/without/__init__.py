"""The site without what many take for granted (U27): style sheets, pictures, colours, a screen.

Each check takes a `Visit` and answers with findings, as those of `checks/` do. They load a page several times, so they
go over one page of each kind only.
"""

from a11y_tests.visit import Check
from a11y_tests.without.colours import without_colours
from a11y_tests.without.pictures import without_pictures
from a11y_tests.without.printed import printed
from a11y_tests.without.styles import without_styles

WITHOUT: dict[str, Check] = {
    check.__name__: check for check in (without_styles, without_pictures, without_colours, printed)
}
