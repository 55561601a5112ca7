import io

import pytest

from jargon_scanner.outputs import Look, find_output


@pytest.fixture
def show():
    """What an output writes for some results."""

    def show(name, *results, width=80, colour=False):
        out = io.BytesIO()
        find_output(name).write(iter(results), out, Look(width, colour))
        return out.getvalue().decode("utf-8")

    return show
