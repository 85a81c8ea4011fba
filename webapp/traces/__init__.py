"""«Кто смотрел ваши сведения»: the log of access in plain sentences, to read and to take away."""
