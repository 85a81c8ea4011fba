"""The official classification, regions and cities: facts that every feature builds on."""
