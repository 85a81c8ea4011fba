"""Answers of the search: mended, in other words, without a word, by one kind, exactly, nothing but ways on."""

from a11y_tests.page import Page

ENDPOINT = "catalogue.find"
PAGES = (
    Page("search, mended", ENDPOINT, "/search?q=канляска", full=True),
    Page("search, in everyday words", ENDPOINT, "/search?q=увеличилка", full=True),
    Page("search, a size and what is not wanted", ENDPOINT, "/search?q=трость+90+сантиметров+не+складная"),
    Page("search, a code and a sum", ENDPOINT, "/search?q=трость+6-02-02+до+1000+рублей"),
    Page("search, of one kind", ENDPOINT, "/search?q=трость&kind=6-02", full=True),
    Page("search, exactly", ENDPOINT, "/search?q=канляска&exact=1"),
    Page("search, names without codes", ENDPOINT, "/search?q=протез+кисти"),
    Page("search, a maker", ENDPOINT, "/search?q=Ладья-М"),
    Page("search, a filter in the question", ENDPOINT, "/search?q=складная+трость+120+сантиметров", full=True),
    Page("search, not in the state list", ENDPOINT, "/search?q=говорящие+часы", full=True),
    Page("search, nothing has all words", ENDPOINT, "/search?q=тонометр+костыль", full=True),
)
