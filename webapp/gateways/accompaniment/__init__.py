"""Who gives a person accompaniment (Order 363н), and who may: the register of accompaniment."""
