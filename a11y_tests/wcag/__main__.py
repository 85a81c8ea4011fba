"""`python -m a11y_tests.wcag` writes the matrix: data of the site's statement, page of the documentation."""

from a11y_tests.wcag import statement, table


def main() -> None:
    """Write both files anew from the sources."""
    for file, text in ((statement.FILE, statement.text()), (table.FILE, table.text())):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
