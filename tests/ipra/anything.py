"""Programmes of any shape that the port allows, for tests that take random ones."""

from datetime import date

from hypothesis import strategies as some

from tests.support.registers import programme
from webapp.gateways.programmes.port import (
    Direction,
    Event,
    Execution,
    Extract,
    Group,
    LifeActivity,
    Limitation,
    Measure,
    Programme,
    Source,
    TargetGroup,
    TsrLine,
)

NAMES = ("Трость белая тактильная складная", "ТРОСТЬ белая тактильная складная.", "Ремонт ТСР", "Трость", "облако")
text = some.text(max_size=30)
names = some.one_of(some.sampled_from(NAMES), some.text(min_size=1, max_size=30))
near_days = some.dates(date(2020, 1, 1), date(2032, 12, 31))
any_days = some.one_of(near_days, some.dates())
maybe_days = some.none() | any_days
quantities = some.integers(1, 10_000)

tsr_lines = some.builds(
    TsrLine, some.sampled_from(Source), names, quantities, text, starts=maybe_days, until=maybe_days, executor=text
)
executions = some.builds(Execution, names, some.sampled_from(Event), any_days, until=maybe_days, number=text)
measures = some.builds(
    Measure, some.sampled_from(Direction), text, some.booleans(), starts=maybe_days, until=maybe_days, executor=text
)
limitations = some.builds(Limitation, some.sampled_from(LifeActivity), some.integers(1, 3))
target_groups = some.builds(TargetGroup, text, text, some.booleans())
numbers = some.sampled_from(["1", "2", "3", "4"])


def few(strategy: some.SearchStrategy[object]) -> some.SearchStrategy[tuple[object, ...]]:
    return some.lists(strategy, max_size=4).map(tuple)


plain_programmes = some.builds(
    programme,
    number=numbers,
    ends=some.none() | near_days,
    replaces=some.none() | numbers,
    tsr=few(tsr_lines),
    executions=few(executions),
)
"""Random in what decides about items, and in nothing else."""
programmes = some.builds(
    Programme,
    number=numbers,
    kind=text,
    issued=any_days,
    decided=maybe_days,
    ends=maybe_days,
    replaces=some.none() | numbers,
    office=text,
    protocol=text,
    is_first=some.none() | some.booleans(),
    potential=text,
    prognosis=text,
    limitations=few(limitations),
    target_groups=few(target_groups),
    measures=few(measures),
    tsr=few(tsr_lines),
    executions=few(executions),
    helps=few(text),
    forecasts=few(some.tuples(text, text)),
    needs_tsr=some.none() | some.booleans(),
    needs_escort=some.none() | some.booleans(),
)
extracts = some.builds(
    Extract,
    snils=text,
    last_name=text,
    first_name=text,
    middle_name=text,
    birth_date=maybe_days,
    group=some.none() | some.sampled_from(Group),
    cause=text,
    disabled_since=maybe_days,
    disabled_until=maybe_days,
    programmes=few(programmes),
)
