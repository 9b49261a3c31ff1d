"""A section of the navigation is named by its title."""

from publish.theme.landmarks import named

SECTION = """<label for="__nav_3" id="__nav_3_label"><span></span></label>
<nav class="md-nav" aria-labelledby="__nav_3_label" aria-expanded="true">
  <label class="md-nav__title" for="__nav_3"><span></span>计算器</label></nav>"""


def test_the_title_names_the_section() -> None:
    html = named(SECTION)
    assert '<nav class="md-nav" aria-labelledby="__nav_3_title" aria-exp' in html
    assert '<label class="md-nav__title" id="__nav_3_title" for="__nav_3">' in html
    assert named(html) == html
