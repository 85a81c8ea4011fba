"""The demo catalogue: invented makers and products, the same for the same seed.

``generate(seed, products)`` is all that others need; the records tell the shapes.
"""

from webapp.catalogue.demo.generator import generate
from webapp.catalogue.demo.records import ASPECTS, Aspect, DemoCatalogue, DemoMaker, DemoProduct, Value

__all__ = ["ASPECTS", "Aspect", "DemoCatalogue", "DemoMaker", "DemoProduct", "Value", "generate"]
