"""Which words can be Vietnamese, by their spelling alone, for no dictionary knows the names of places. Pure."""

import re
import unicodedata

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot oăc oăm oăn oăng oăt
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung uơ up ut uy uya uych uynh uyp uyt uyu uyên uyêt uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông
uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y ych yn ynh yp yt yu yêm yên yêt yêu
"""
_SYLLABLES = frozenset(onset + rhyme for onset in ("", *_ONSETS.split()) for rhyme in _RHYMES.split())
_TONES = {"\u0300": "", "\u0301": "´", "\u0303": "", "\u0309": "", "\u0323": "´"}
_STOPPED = ("p", "t", "c", "ch")
_BETWEEN = re.compile(r"[\s!-/:-@\[-`{-~0-9\u2010-\u205e]+")  # dashes and quotation marks of word processors too


def words_of(text: str) -> list[str]:
    """Return the words of a text; whatever is no ASCII sign belongs to a word, for in other letters it may be one."""
    return [word for word in _BETWEEN.split(text) if word]


def is_syllable(word: str) -> bool:
    """Whether a word can be a Vietnamese syllable: its letters, its one tone, and the tone before a final p, t or c."""
    letters, tones = [], []
    for sign in unicodedata.normalize("NFD", word.casefold()):
        if sign in _TONES:
            tones.append(_TONES[sign])
        else:
            letters.append(sign)
    plain = unicodedata.normalize("NFC", "".join(letters))
    if len(tones) > 1 or plain not in _SYLLABLES:
        return False
    return not plain.endswith(_STOPPED) or tones == ["´"]
