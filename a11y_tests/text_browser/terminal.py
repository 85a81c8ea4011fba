"""The screen of a VT52, the plainest terminal that full-screen programs know: letters and a cursor, no colours."""

import codecs

ROWS, COLUMNS = 24, 80
ESCAPE, BELL = "\x1b", "\x07"


class Screen:
    """What stands on the screen. Feed it what the program writes; a piece may end inside a letter or a command."""

    def __init__(self) -> None:
        self.row = self.column = 0
        self._cells = [[" "] * COLUMNS for _ in range(ROWS)]
        self._letters = codecs.getincrementaldecoder("utf-8")("replace")
        self._command = ""

    def feed(self, written: bytes) -> None:
        """Take in what was written."""
        for letter in self._letters.decode(written):
            if self._command or letter == ESCAPE:
                self._command += letter
                self._obey()
            else:
                self._put(letter)

    def lines(self) -> list[str]:
        """The rows, without spaces at their ends."""
        return ["".join(cells).rstrip() for cells in self._cells]

    def at_cursor(self) -> str:
        """What stands from the cursor to the end of its row."""
        return "".join(self._cells[self.row][self.column :]).strip()

    def _obey(self) -> None:
        """Carry out the command when it is whole; one that is not known to us changes nothing on the screen."""
        kind = self._command[1:2]
        wanted = {"": 2, "Y": 4}.get(kind, 2)
        if len(self._command) < wanted:
            return
        match kind:
            case "Y":
                self._go(ord(self._command[2]) - 32, ord(self._command[3]) - 32)
            case "H":
                self._go(0, 0)
            case "A" | "B" | "C" | "D":
                down, right = {"A": (-1, 0), "B": (1, 0), "C": (0, 1), "D": (0, -1)}[kind]
                self._go(self.row + down, self.column + right)
            case "I":
                self._reverse_feed()
            case "K" | "J":
                self._erase(to_the_end=kind == "J")
        self._command = ""

    def _put(self, letter: str) -> None:
        match letter:
            case "\r":
                self.column = 0
            case "\n":
                self._feed_line()
            case "\b":
                self._go(self.row, self.column - 1)
            case "\t":
                self._go(self.row, (self.column // 8 + 1) * 8)
            case _ if letter.isprintable() or letter == " ":
                self._cells[self.row][self.column] = letter
                self._go(self.row, self.column + 1)

    def _go(self, row: int, column: int) -> None:
        self.row, self.column = min(max(row, 0), ROWS - 1), min(max(column, 0), COLUMNS - 1)

    def _feed_line(self) -> None:
        if self.row < ROWS - 1:
            self.row += 1
        else:
            self._cells = [*self._cells[1:], [" "] * COLUMNS]

    def _reverse_feed(self) -> None:
        if self.row > 0:
            self.row -= 1
        else:
            self._cells = [[" "] * COLUMNS, *self._cells[:-1]]

    def _erase(self, to_the_end: bool) -> None:
        self._cells[self.row][self.column :] = [" "] * (COLUMNS - self.column)
        if to_the_end:
            for row in range(self.row + 1, ROWS):
                self._cells[row] = [" "] * COLUMNS
