"""Cards: one function a profile, each inventing the values of a product and telling it in plain words."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from webapp.catalogue.demo.cards import (
    absorbent,
    access,
    canes,
    care,
    daily,
    devices,
    electric,
    hearing,
    limbs,
    phones,
    rails,
    reading,
    rest,
    shoes,
    supports,
    wheelchairs,
)
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.records import Telling

CARDS: Mapping[str, Callable[[Draft], Telling]] = MappingProxyType(
    {
        "cane": canes.cane,
        "white_cane": canes.white_cane,
        "crutch": canes.crutch,
        "bed_support": supports.bed_support,
        "child_support": supports.child_support,
        "walker": supports.walker,
        "handrail": rails.handrail,
        "wheelchair_manual": wheelchairs.manual_wheelchair,
        "wheelchair_active": wheelchairs.active_wheelchair,
        "wheelchair_electric": electric.electric_wheelchair,
        "wheelchair_small": wheelchairs.small_wheelchair,
        "prosthesis_lower": limbs.leg_prosthesis,
        "orthosis": limbs.orthosis,
        "footwear": shoes.footwear,
        "mattress": rest.mattress,
        "cushion": rest.cushion,
        "dressing_aid": daily.dressing_aid,
        "clothing": daily.clothing,
        "reading_aid": reading.reading_aid,
        "guide_dog": daily.guide_dog,
        "talking_medical": devices.talking_medical,
        "sound_signal": hearing.sound_signal,
        "hearing_aid": hearing.hearing_aid,
        "tv": devices.television,
        "phone": phones.phone,
        "voice_device": phones.voice_device,
        "ostomy_urology": care.ostomy,
        "absorbent": absorbent.absorbent,
        "commode": rest.commode,
        "braille": access.braille,
        "orientation": access.orientation,
    }
)
