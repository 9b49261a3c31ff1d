"""The theme's script runs after the first paint, and says so if it is another."""

import pytest
from mkdocs.exceptions import PluginError

from publish.theme.bundle import eased
from tests.publish.theme.test_paint import BUNDLE


def test_it_waits_for_the_first_paint() -> None:
    text = eased(BUNDLE).content.decode()
    assert text.startswith("requestAnimationFrame(()=>setTimeout(()=>{begin();")
    assert "DOMContentLoaded" not in text
    assert "sourceMappingURL" not in text


def test_what_it_starts_on_comes_in_the_end() -> None:
    text = eased(BUNDLE).content.decode()
    heard, told = (text.index(word) for word in ('h(document,"handbook', "dispatch"))
    assert heard < told


def test_its_name_changes_with_it() -> None:
    assert eased(BUNDLE).name != eased(f"{BUNDLE} ".replace("begin", "start")).name


@pytest.mark.parametrize("gone", ["DOMContentLoaded", "colorScheme", "outerHTML", "vi"])
def test_another_script_stops_the_build(gone: str) -> None:
    with pytest.raises(PluginError):
        eased(BUNDLE.replace(gone, ""))
