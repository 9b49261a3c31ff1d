from publish.theme.spelling import common, readings, traditional


def test_the_first_level_is_whole() -> None:
    assert (len(common()), common()[:2], common()[-1]) == (3755, "啊阿", "座")


def test_a_character_stands_under_each_reading_of_the_texts() -> None:
    found = readings(["提前还款", "还要还吗", "到银行", "行不行"])
    assert [key for key, listed in found.items() if "还" in listed] == ["hai", "huan"]
    assert [key for key, listed in found.items() if "行" in listed] == ["hang", "xing"]


def test_syllables_are_letters_without_tones() -> None:
    found = readings(["利率", "绿女"])
    assert all(key.isascii() and key.isalpha() for key in found)
    assert "率" in found["lv"]


def test_a_character_of_no_common_use_is_read_if_a_text_has_it() -> None:
    assert "呗" in readings(["花呗"])["bei"]


def test_traditional_characters_lead_to_those_known() -> None:
    pairs = dict(zip(*traditional("还款账单征逾"), strict=True))
    assert pairs["還"] == "还"
    assert pairs["單"] == "单"
    assert pairs["徵"] == "征"
    assert pairs["帳"] == pairs["賬"] == pairs["帐"] == "账"
    assert "貓" not in pairs
