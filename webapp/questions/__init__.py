"""Forms of one question a page: what a question is, how an answer is typed, understood and kept. Knows no feature."""
