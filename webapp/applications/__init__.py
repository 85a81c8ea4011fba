"""Applications of a person to those who decide or help: the engine. What a kind asks and says is the kind's own."""
