"""Checks of our own: what no engine finds. Each takes a `Visit` and answers with findings."""

from a11y_tests.checks.autoplay import autoplay
from a11y_tests.checks.field_borders import field_borders
from a11y_tests.checks.field_errors import field_errors
from a11y_tests.checks.focus_ring import focus_ring
from a11y_tests.checks.forced_colors import forced_colors
from a11y_tests.checks.headings import headings
from a11y_tests.checks.heard_and_seen import heard_and_seen
from a11y_tests.checks.ids import ids
from a11y_tests.checks.images import images
from a11y_tests.checks.keyboard import keyboard
from a11y_tests.checks.language import language
from a11y_tests.checks.larger_font import larger_font
from a11y_tests.checks.links import links
from a11y_tests.checks.motion import motion
from a11y_tests.checks.reflow import reflow
from a11y_tests.checks.skip_link import skip_link
from a11y_tests.checks.split_texts import split_texts
from a11y_tests.checks.states import states
from a11y_tests.checks.tables import tables
from a11y_tests.checks.targets import targets
from a11y_tests.checks.text_spacing import text_spacing
from a11y_tests.checks.without_script import without_script
from a11y_tests.visit import Check

# Those that only read: cheap enough for every page in every state.
READING: dict[str, Check] = {
    check.__name__: check
    for check in (
        headings, tables, ids, images, autoplay, links, field_errors, field_borders, language, heard_and_seen,
        split_texts, skip_link,
    )
}  # fmt: skip
# Those that load the page anew, walk it or change how it is drawn: for one page of each kind.
HANDLING: dict[str, Check] = {
    check.__name__: check
    for check in (
        targets, reflow, text_spacing, larger_font, states, forced_colors, motion, without_script, focus_ring, keyboard,
    )
}  # fmt: skip
CHECKS = READING | HANDLING
