"""Half-width characters, none that cannot be seen."""

from hypothesis import given
from hypothesis import strategies as st

from calc.reading.plain import plain


@given(st.text())
def test_plain_text_has_no_control_or_format_characters(text: str) -> None:
    clean = plain(text)
    assert not set(clean) & set("\x00\x07\r\n\u200b\u202a\u202e\u2066\ufeff\ud800")
    assert plain(clean) == clean
