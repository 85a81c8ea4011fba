"""The title is the first thing heard: what happened, the h1, where in the list, the site (U1)."""

import re

from a11y_tests.finding import Finding
from a11y_tests.lint.hearing import fault, found_in
from a11y_tests.tree_text import Node
from a11y_tests.wording import wording


def title(tree: Node) -> list[Finding]:
    """`[what happened: ][h1][, page 2 of 9] — site`, with the h1 word for word."""
    body, _, site = tree.name.rpartition(" — ")
    if site not in wording("site_names"):
        return [fault("title-without-site", tree, "the title does not end with a dash and the name of the site")]
    h1 = next((heading.name for heading in found_in(tree, "heading") if heading.level == 1), "")
    ways = rf"(.+[:.] )?{re.escape(h1)}(, ({'|'.join(wording('page_of'))}))?"
    if h1 and not re.fullmatch(ways, body):
        return [fault("title-without-h1", tree, f'the title does not hold the h1 "{h1}" as it is')]
    return []
