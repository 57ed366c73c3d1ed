"""The words by which a list says how a question is answered, and its usual options. Pure."""

import re

from form_templates.coding import code_of
from form_templates.model import Text
from omr.forms.question_lists.listed import ListedKind

SATISFACTION_LEVELS = (
    Text("Rất hài lòng", "Very satisfied"),
    Text("Hài lòng", "Satisfied"),
    Text("Bình thường", "Neutral"),
    Text("Không hài lòng", "Dissatisfied"),
    Text("Rất không hài lòng", "Very dissatisfied"),
)
"""From the good end to the other, as official forms print them."""

YES_NO = (Text("Có", "Yes"), Text("Không", "No"))

USUAL_LABELS = {text.vi.casefold(): text for text in (*SATISFACTION_LEVELS, *YES_NO)} | {
    text.en.casefold(): text for text in (*SATISFACTION_LEVELS, *YES_NO)
}
"""Labels that are known in both languages, by either of them."""

_KINDS = (
    (ListedKind.NPS, r"\bnps\b|^0 ?(den|to)? ?10\b|gioi thieu|recommend"),
    (ListedKind.SATISFACTION, r"hai long|satisf|likert|thang do|thang diem|\bscale\b|\b5 muc|nam muc|rating|danh gia"),
    (ListedKind.YES_NO, r"\bco (hay )?khong\b|yes ?(or )?no|boolean|dung sai|true false"),
    (ListedKind.MULTIPLE, r"nhieu|multi(?!ple choice$)|check ?box|hop kiem|several|toi da|at most|up to"),
    (
        ListedKind.SINGLE,
        r"\bmot\b|\bchon 1\b|^1 (dap an|lua)|single|radio|drop ?down|trac nghiem|lua chon|choice|one of|menu",
    ),
    (ListedKind.NUMBER, r"^so\b|chu so|con so|number|numeric|integer|digits?"),
    (ListedKind.TEXT, r"van ban|tu luan|cau mo|^mo$|text|open|viet|ghi|paragraph|doan van|comment|tra loi ngan|y kien"),
)
_KIND_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_LONGEST_KIND = 40

_YES = frozenset({"co", "yes", "dung", "true", "roi", "da", "da tung"})
_NO = frozenset({"khong", "no", "sai", "false", "chua", "chua tung"})

ASKS_RECOMMENDING = re.compile(r"gioi thieu.*\b0\b.*\b10\b|\b0 ?(den|toi|to)? ?10\b|recommend.*\b0\b.*\b10\b")
ASKS_SATISFACTION = re.compile(r"hai long|satisf")
ASKS_NUMBER = re.compile(
    r"bao nhieu|may (lan|nguoi|ngay|gio|phut|nam)\b|\bso (lan|luong|nguoi|ngay|gio|phut|nam|thanh vien)\b"
    r"|^so (?!nha\b|dien thoai|cmnd|cccd|the\b)"
    r"|nam sinh|^tuoi\b|\btuoi (cua|ong|ban|anh)|how (many|much|old|long|often)|number of|year of birth|^age\b|your age"
)
ASKS_YEAR = re.compile(r"nam sinh|nam nao|year")
ASKS_WORDS = re.compile(
    r"y kien|gop y|de xuat|kien nghi|de nghi|ghi ro|cu the la|vi sao|tai sao|ly do|nhu the nao|mong muon|ho (va )?ten"
    r"|dia chi|comment|suggest|please (state|describe|write|explain|specify)|^(why|what|how|where|describe|explain)\b"
)
ENDS_WITH_NO = re.compile(r"\b(co|da) .*\b(khong|chua)$")
BEGINS_WITH_VERB = re.compile(r"(do|does|did|is|are|was|were|have|has|can|could|will|would|should)\b")
ABOUT_ALL = re.compile(r"nhin chung|noi chung|tong the|chung ve|overall|in general|all in all")

ASKS_RANKING = re.compile(r"\bxep (hang|thu tu|theo thu tu|loai theo)\b|thu tu uu tien|\brank(ing)?\b|in order of")
SKIPS = re.compile(
    r"\b(chuyen|nhay|sang|bo qua|tiep tuc|di) (\w+ ){0,3}(cau|phan|muc) \w+|\b(skip|go|jump) (on )?to\b"
    r"|\b(neu|if) (\w+ ){0,4}(cau|question|q) ?\d|\b(hoi|ask) (\w+ ){0,2}(neu|if)\b"
)

BEGINS_THANKS = re.compile(r"((xin|tran trong|chan thanh) )*cam on|(many )?thank")
THANKS = re.compile(r"cam on|thank")
SAYS_WHICH = re.compile(r"\bkhac\b|\bothers?\b|ghi ro|cu the|\b(state|specify)\b")  # of an option with dots behind it
WRITE_IN = re.compile(r"^(y kien |ly do |muc |nghe |loai )?khac\b|^other\b|ghi ro|please (state|specify)|specify")


def folded(text: str) -> str:
    """Return the words of a text in small letters without accents and signs."""
    return code_of(text, " ", longest=400)


def kind_said(text: str) -> ListedKind | None:
    """Return the kind that a word such as "chọn nhiều" or "Yes/No" names; None if it names none."""
    words = folded(text)
    if not words or len(words) > _LONGEST_KIND:
        return None
    return next((kind for kind, pattern in _KIND_PATTERNS if pattern.search(words)), None)


def is_yes_no(options: tuple[str, ...]) -> bool:
    """Whether two options are yes and no, in any order."""
    words = [folded(option) for option in options]
    return len(words) == 2 and bool(_YES & set(words)) and bool(_NO & set(words))
