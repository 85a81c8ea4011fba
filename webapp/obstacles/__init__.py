"""«Сообщить о препятствии»: what keeps somebody from using a page, a number, and an answer by a promised day."""
