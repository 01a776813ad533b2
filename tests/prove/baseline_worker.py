"""Runs recognizers-text-number over texts; started by baseline_numbers in its own environment.

Standard input: a JSON list of texts. Standard output: JSON with the version and, for each text,
[value, per cent or not, start, end] of every number, offsets in code points.
"""

import json
import sys
from importlib.metadata import version


def main() -> None:
    from recognizers_number import Culture, NumberRecognizer

    recognizer = NumberRecognizer(Culture.Chinese)
    models = (recognizer.get_number_model(), recognizer.get_percentage_model())
    texts = json.load(sys.stdin)
    answer = {
        "version": f"recognizers-text-number {version('recognizers-text-number')}",
        "numbers": [_numbers(text, models) for text in texts],
    }
    json.dump(answer, sys.stdout)


def _numbers(text: str, models: tuple) -> list[list]:
    found = []
    start = 0
    for line in text.split("\n"):  # its patterns are slow on long texts
        for model in models:
            for hit in model.parse(line):
                value = hit.resolution["value"] if hit.resolution else None
                if value:
                    place = [start + hit.start, start + hit.end + 1]
                    found.append([value.rstrip("%"), value.endswith("%"), *place])
        start += len(line) + 1
    return found


if __name__ == "__main__":
    main()
