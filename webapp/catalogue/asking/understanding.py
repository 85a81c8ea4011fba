"""From a question to terms: what is known stays, what is not is read otherwise, mended or left out, and said so."""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from webapp.catalogue.asking import absent, everyday, question, readings, spelling
from webapp.catalogue.asking.everyday import forms
from webapp.catalogue.asking.question import UNITS, Measure, Side, Word
from webapp.catalogue.asking.readings import Reading
from webapp.catalogue.asking.terms import Absent, Correction, Forms, Term, Understood, Way
from webapp.reference import lemmas

SHORTEST_TELLING = 3
"""Letters that a word must have for others to be left out beside it."""


@dataclass(frozen=True, slots=True)
class Words:
    """What words there are: `occurring` says which of some forms products have, `named` are those of other names.

    `said` are those of everyday speech: they find nothing but where a whole saying stands. `near` finds mistyped ones.
    """

    occurring: Callable[[Iterable[str]], Set[str]]
    named: frozenset[str]
    said: frozenset[str]
    near: spelling.Near

    @property
    def others(self) -> frozenset[str]:
        """Words that products need not have."""
        return self.named | self.said


@dataclass(slots=True)
class _Row:
    """The words of a question on their way to terms, in order, and what was learnt on the way."""

    words: list[tuple[str, Forms]] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    absent: list[Absent] = field(default_factory=list)


def understand(asked_for: str, known: Words, is_exact: bool = False) -> Understood:
    """What a question means. Where it is to be taken exactly, nothing is mended, added or left out."""
    asked = question.taken_apart(asked_for)
    measures = tuple(map(_measure, asked.measures))
    unwanted = [_unwanted(group, () if is_exact else asked.words) for group in asked.unwanted]
    excluded = tuple(term for term, _ in unwanted)
    without, nowhere = _told(unwanted, known)
    if is_exact:
        terms = tuple(Term(word.text, ((forms(word.text),),)) for word in asked.words)
        return Understood((*terms, *measures), excluded, without=without, nowhere=nowhere, sums=asked.sums)
    row = _known_row(question.without_people(asked.words), known)
    terms = (*_terms(row), *measures)
    return Understood(
        terms,
        excluded,
        tuple(row.corrections),
        tuple(dict.fromkeys(row.also)),
        tuple(row.missing),
        without,
        nowhere,
        (
            *asked.measures,
            *(_bare(term.said, asked.words) for term in terms[: -len(measures) or None] if term.is_measure),
        ),
        asked.sums,
        tuple(dict.fromkeys(row.absent)),
    )


def _unwanted(group: Sequence[Word], beside: Sequence[Word]) -> tuple[Term, Sequence[str]]:
    """What is not wanted, and the catalogue's phrases for it: «без мотора» is without «электропривод».

    A saying may need a word that is wanted: «коляска не для улицы» is none of those «для улицы».
    """
    own = tuple(forms(word.text) for word in group)
    possible = [own, *((forms(word.text), *own) for word in beside)] if beside else []
    found = ((everyday.at(words), words) for words in possible)
    saying = next((one for one, words in found if one and len(one.said) == len(words)), None)
    said = " ".join(word.text for word in group)
    return (Term(said, (own, *saying.ways)), saying.meant) if saying else (Term(said, (own,)), ())


def _told(unwanted: Sequence[tuple[Term, Sequence[str]]], known: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is said of things not wanted: those that some name has, as asked and as meant, and those that none has."""
    if not unwanted:
        return (), ()
    asked = (form for term, _ in unwanted for way in term.ways for word in way for form in word)
    have = known.named | known.occurring(asked)
    without: list[str] = []
    nowhere: list[str] = []
    for term, meant in unwanted:
        found = [phrase for phrase, way in zip(meant, term.ways[1:], strict=True) if _is_had(way, have)]
        if found or _is_had(term.own, have):
            without += [term.said, *found]
        else:
            nowhere.append(term.said)
    return tuple(dict.fromkeys(without)), tuple(dict.fromkeys(nowhere))


def _is_had(way: Way, have: Set[str]) -> bool:
    return all(set(word) & have for word in way)


def _measure(asked: Measure) -> Term:
    units = tuple(dict.fromkeys((*forms(asked.unit), UNITS[asked.unit])))
    return Term(asked.said, ((*_digits(asked.number), units),), is_measure=True)


def _bare(number: str, words: Sequence[Word]) -> Measure:
    """A size without a unit, and what the word before it says."""
    before = next((word.before for word in words if word.text == number), "")
    return Measure(number, "", {"от": Side.LEAST, "до": Side.MOST}.get(before, Side.EXACTLY))


def _digits(number: str) -> Way:
    """A number as names hold it: «2,5» is two words there."""
    return tuple((part,) for part in lemmas.words_of(number))


def _known_row(words: Sequence[Word], known: Words) -> _Row:
    """The words, those that nobody knows read otherwise. Two questions to the vocabulary, however many words."""
    own = [forms(word.text) for word in words]
    in_names = known.named | known.occurring(form for word in own for form in word)
    have = in_names | known.said
    is_known = [bool(set(word) & have) for word in own]
    maybe = {place: list(readings.of(words[place])) for place, fits in enumerate(is_known) if not fits}
    pairs = {place: readings.joined(*words[place : place + 2]) for place in maybe if place + 1 < len(words)}
    pairs |= {place - 1: readings.joined(*words[place - 1 : place + 1]) for place in maybe if place}
    candidates = [reading for some in maybe.values() for reading in some] + list(pairs.values())
    if candidates:
        have |= known.occurring(form for one in candidates for word in one.forms for form in word)
    row, place = _Row(), 0
    while place < len(words):
        pair = pairs.get(place)
        if pair is not None and _is_known(pair, have):
            _take(row, f"{words[place].text} {words[place + 1].text}", pair)
            place += 2
            continue
        if is_known[place]:
            row.words.append((words[place].text, own[place]))
            if not set(own[place]) & in_names:  # a word of a saying: alone it finds nothing
                row.missing.append(words[place].text)
        else:
            _read_otherwise(row, words[place], own[place], maybe[place], have, known)
        place += 1
    return row


def _is_same(way: Way, own: Way) -> bool:
    """Whether the person used the catalogue's words already."""
    return all(any(set(word) & set(mine) for mine in own) for word in way)


def _is_known(reading: Reading, have: Set[str]) -> bool:
    return bool(reading.forms) and _is_had(reading.forms, have)


def _take(row: _Row, written: str, reading: Reading) -> None:
    row.words += zip(reading.words, reading.forms, strict=True)
    row.corrections.append(Correction(written, " ".join(reading.words)))


def _read_otherwise(row: _Row, word: Word, own: Forms, maybe: Sequence[Reading], have: Set[str], known: Words) -> None:
    """Another keyboard, glued words, a typing error; a word of the dictionary is no error."""
    fitting = next((reading for reading in maybe if _is_known(reading, have)), None)
    if fitting is not None:
        return _take(row, word.raw, fitting)
    turned = next((one for one in maybe if one.is_sure), None)
    text = turned.words[0] if turned is not None and len(turned.words) == 1 else word.text
    if not lemmas.is_word(text):
        near = spelling.near(text, known.near, known.others)
        if near:
            row.words.append((near[0], forms(near[0])))
            row.corrections.append(Correction(word.raw, near[0]))
            return None
    row.words.append((word.text, own))
    if word.text:
        row.missing.append(word.text)
    return None


def _terms(row: _Row) -> list[Term]:
    """Terms of the row, everyday sayings among them.

    Words that the catalogue lacks are left out where others tell, and a bare number is a size there: «трость 120».
    """
    missing = set(row.missing)
    terms: list[Term] = []
    lacking: list[Term] = []
    tells = False
    place = 0
    while place < len(row.words):
        ahead = [word for _, word in row.words[place:]]
        saying, gone = everyday.at(ahead), absent.at(ahead)
        if gone is not None and len(gone.said) >= (len(saying.said) if saying is not None else 1):
            row.absent.append(gone.thing)
            if saying is None or len(gone.said) > len(saying.said):
                place += len(gone.said)
                continue
        end = place + (len(saying.said) if saying is not None else 1)
        said = " ".join(text for text, _ in row.words[place:end])
        own = tuple(word for _, word in row.words[place:end])
        term = Term(said, (own, *(saying.ways if saying is not None else ())))
        terms.append(term)
        if saying is not None:
            row.also += (meant for meant, way in zip(saying.meant, saying.ways, strict=True) if not _is_same(way, own))
        elif said in missing:
            lacking.append(term)
        tells = tells or saying is not None or _names_a_thing(term, lacking)
        place = end
    row.missing = [term.said for term in lacking if not _is_nothing_to_say(term.said)] if tells else []
    if not tells:
        return [] if row.absent else terms  # what only describes goes with the thing: «часы, говорящие»
    kept = [term for term in terms if term not in lacking or question.is_size(term.said)]
    return [_size(term) if question.is_size(term.said) else term for term in kept]


def _is_nothing_to_say(lacking: str) -> bool:
    """Whether it goes without saying that no name has a word: a size, or what somebody's mother is like."""
    return question.is_size(lacking) or question.is_of_people(lacking)


def _names_a_thing(term: Term, lacking: Sequence[Term]) -> bool:
    """Whether a word tells what is looked for: «говорящие» of «говорящие часы» does not."""
    is_short = question.is_size(term.said) or len(term.said) < SHORTEST_TELLING
    return not (is_short or term in lacking or lemmas.describes(term.said))


def _size(term: Term) -> Term:
    return replace(term, ways=(_digits(term.said),), is_measure=True)
