"""Commands in this process: their exit code and what they print."""

from io import StringIO

from django.core.management import call_command


def run(*arguments: object) -> tuple[int, str, str]:
    """Return (exit code, standard output, standard error) of manage.py with `arguments`."""
    out, err = StringIO(), StringIO()
    try:
        call_command(*(str(argument) for argument in arguments), stdout=out, stderr=err)
    except SystemExit as stop:
        return int(stop.code or 0), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()
