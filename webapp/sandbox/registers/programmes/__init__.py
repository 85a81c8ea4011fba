"""The register of programmes (ИПРА): a request, later an answer with the extract «ВыпискаФРИ»."""
