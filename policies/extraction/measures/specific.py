"""Whether a measure commits to something that can be checked."""

from policies.extraction.records import ActorLink, Number
from policies.extraction.vocabulary.measure_words import load_measure_words


def is_specific(
    sentence: str,
    numbers: tuple[Number, ...],
    actors: tuple[ActorLink, ...],
    conditions: tuple[str, ...],
    force: str,
) -> bool:
    """Return whether it has a number, a deadline, a named lead, a condition or a prohibition."""
    led = any(actor.role == "lead" for actor in actors)
    dated = load_measure_words().deadline.search(sentence)
    return bool(numbers or dated or led or conditions or force == "prohibited")
