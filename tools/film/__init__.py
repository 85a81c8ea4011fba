"""Films of our own, built from a script: drawn pictures, a synthetic voice that also describes, captions, transcripts.

`python -m tools.film` builds every script into `static/film/` and `webapp/catalogue/data/films.json`. It needs ffmpeg
and espeak-ng; the site and its tests need neither. The same script gives the same bytes on the same programs.
"""
