from publish.theme.words import vocabulary


def test_a_term_is_kept_whole_where_a_general_dictionary_cuts_it() -> None:
    text = "先用后付和花呗都要绑卡"
    terms = ["先用后付", "花呗", "绑卡"]
    assert set(terms) <= set(vocabulary([text], terms))


def test_neighbours_by_chance_are_no_word() -> None:
    words = vocabulary(["提前还款会上征信"], [])
    assert {"提前", "还款"} <= set(words)
    assert "前还" not in words


def test_only_chinese_of_two_characters_or_more() -> None:
    assert vocabulary(["用 APR 算 12 期"], ["IRR"]) == []
