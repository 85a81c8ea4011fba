"""The words of a page as a synthesizer and a Braille line take them: rules over texts, without a browser."""
