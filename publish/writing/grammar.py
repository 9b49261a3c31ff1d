"""What a line may say to the press, and what only looks as if it did.

A block is a line of its own, `::: NAME …`; a quote is `[= …]`, a citation `[^KEY]`.
Inside `code` nothing is one.
"""

import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from publish.mistakes import Mistake, unknown

BLOCK = re.compile(r"::: (?P<name>[\w-]+)(?: (?P<rest>.*))?")
LIKE_BLOCK = re.compile(r"[:：]{2,}\s*(?P<rest>.*)")
WITHIN = re.compile(r"[:：]{3}")
QUOTE = re.compile(r"\[= (?P<what>[^\s\[\]]+)\]")
LIKE_QUOTE = re.compile(r"[\[［【]\s*[=＝]\s*(?P<what>[^\s\]］】]*)")
CITED = re.compile(r"\[\^([\w-]+)\](?!:)")
DEFINED = re.compile(r"\[\^[\w-]+\]:")
LIKE_CITED = re.compile(r"[\[［【]\s*[\^＾]\s*(?P<what>[\w-]*)")
CODE = re.compile(r"(`[^`]*`)")
LABEL = re.compile(r"#[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True)
class Words:
    """What follows the name of a block.

    Attributes:
        names: What is neither of the others: a calculator, a figure, a file.
        label: What the page calls it, without `#`; empty where it has no label.
        answers: `field=value`, each field once.
    """

    names: tuple[str, ...] = ()
    label: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """What has to follow the name of a block, and what may.

    Attributes:
        usage: The same for a writer to read.
        names: How many names.
        label: Whether there may be a label.
        answers: Whether there may be answers.
    """

    usage: str = ""
    names: int = 0
    label: bool = False
    answers: bool = False

    def misfit(self, words: Words) -> str:
        """What is too much or missing; empty if it fits."""
        extra = [*words.names[self.names :]]
        extra += [f"#{words.label}"] if words.label and not self.label else []
        extra += words.answers if not self.answers else ()
        if extra:
            return f"“{extra[0]}”多出来了"
        return "没有写全" if len(words.names) < self.names else ""


ANSWERED = "[#标签] 字段=值 …"
FORMS: Mapping[str, Form] = {
    "calc": Form(f"计算器 {ANSWERED}", 1, label=True, answers=True),
    "case": Form(f"计算器 {ANSWERED}", 1, label=True, answers=True),
    "check": Form("文件", 1),
    "keeper": Form(),
    "letter": Form("信名", 1),
    "licences": Form(),
    "next": Form(),
    "offline": Form(),
    "plans": Form(ANSWERED, label=True, answers=True),
    "presets": Form(),
    "quick": Form("计算器 数 字段=值,值 字段=值,值 字段=值 …", 2, answers=True),
    "sources": Form(),
}


def block(line: str) -> tuple[str, Words] | None:
    """The block that a line is, or none.

    Raises:
        Mistake: It looks like a block and is none.
    """
    text = line.strip()
    found = BLOCK.fullmatch(text)
    if found:
        name, words = found["name"], _words(found["rest"] or "")
        if name not in FORMS:
            raise unknown("块", name, FORMS)
        if wrong := FORMS[name].misfit(words):
            raise Mistake(f"{wrong}：要写成「{_right(name)}」")
        return name, words
    if like := LIKE_BLOCK.fullmatch(text):
        name = like["rest"].partition(" ")[0]
        hint = f"「{_right(name)}」" if name in FORMS else "「::: 块名 …」"
        raise Mistake(f"块要写成{hint}：三个半角冒号，一个空格")
    if any(WITHIN.search(prose) for prose in CODE.split(line)[::2]):
        raise Mistake("“:::”要在一行的开头，前面不能有字")
    return None


def quotes(line: str, value: Callable[[str], str]) -> str:
    """The line with the value of each quote in its place.

    Raises:
        Mistake: Something looks like a quote and is none, or has no value.
    """
    pieces = CODE.split(line)
    for number, prose in enumerate(pieces[::2]):
        if like := LIKE_QUOTE.search(QUOTE.sub("", prose)):
            what = like["what"] or "计算器.数"
            raise Mistake(f"引用要写成「[= {what}]」：半角方括号，等号后面一个空格")
        pieces[2 * number] = QUOTE.sub(lambda found: value(found["what"]), prose)
    return "".join(pieces)


def citations(line: str) -> list[str]:
    """The sources that the line cites.

    Raises:
        Mistake: Something looks like a citation and is none.
    """
    prose = "".join(CODE.split(line)[::2])
    if like := LIKE_CITED.search(DEFINED.sub("", CITED.sub("", prose))):
        what = like["what"] or "编号"
        raise Mistake(f"出处要写成「[^{what}]」：半角方括号，中间没有空格")
    return CITED.findall(prose)


def _right(name: str) -> str:
    return f"::: {name} {FORMS[name].usage}".rstrip()


def _words(text: str) -> Words:
    try:
        parts = shlex.split(text)
    except ValueError:
        raise Mistake("引号没有成对") from None
    labels = [part for part in parts if part.startswith("#")]
    answers = [part for part in parts if "=" in part and part not in labels]
    names = [part for part in parts if part not in labels and part not in answers]
    if wrong := [label for label in labels if not LABEL.fullmatch(label)]:
        raise Mistake(f"标签“{wrong[0]}”要用小写字母、数字和连字符")
    fields = [answer.partition("=")[0] for answer in answers]
    twice = [field for field in fields if fields.count(field) > 1]
    if len(labels) > 1 or twice:
        raise Mistake(f"“{[*twice, *labels][0]}”只能写一次")
    return Words(tuple(names), "".join(labels)[1:], tuple(answers))
