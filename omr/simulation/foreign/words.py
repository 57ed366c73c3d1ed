"""Words that mean nothing together, in Vietnamese or in English, for forms made at random."""

import numpy as np

_VIETNAMESE = """
    công dân dịch vụ hồ sơ thủ tục đất đai cán bộ tiếp nhận trả kết quả thời gian chờ phí lệ phí thái độ phục vụ rõ
    ràng đầy đủ dễ hiểu hướng dẫn nơi ngồi bàn ghế thuận tiện sạch sẽ đúng hẹn góp ý phản ánh kiến nghị xã phường
    huyện tỉnh năm tháng ngày người được không có của và cho khi từ đến với trong một hai ba nhiều ít lần giờ tuổi
    nghề nghiệp trình độ học vấn giới tính đường ở quê ngõ số nhà mẫu giấy tờ bệnh viện trường lớp học sinh giáo viên
"""
_ENGLISH = """
    the of and to in is was for with service office staff clear time waiting result form question answer quality
    support information access very easy helpful number course lecture material group work exam score school class
    student teacher hour week month year person family health doctor room clean price cost often never about which
    how long please mark choose one level overall rate your experience using our new product delivery order store
"""
VALUES_OF_TWO = (("yes", "no"), ("Y", "N"), ("true", "false"), ("1", "0"), ("A", "B"))
"""Option values of questions with two answers."""


class Words:
    """A source of words in one language.

    Attributes:
        is_vietnamese: Which language; the accents ask for a font that has them.
    """

    def __init__(self, rng: np.random.Generator, *, is_vietnamese: bool) -> None:
        self._rng = rng
        self._words = (_VIETNAMESE if is_vietnamese else _ENGLISH).split()
        self.is_vietnamese = is_vietnamese

    def some(self, fewest: int, most: int) -> str:
        """Return between ``fewest`` and ``most`` words, in lower case."""
        count = int(self._rng.integers(fewest, most + 1))
        return " ".join(self._words[int(index)] for index in self._rng.integers(len(self._words), size=count))

    def sentence(self, fewest: int, most: int, end: str = ".") -> str:
        """Return words that begin with a capital letter and end in ``end``."""
        return self.some(fewest, most).capitalize() + end

    def heading(self, fewest: int = 2, most: int = 6) -> str:
        """Return words for a heading: capitals, or as in a sentence."""
        words = self.some(fewest, most)
        return words.upper() if self._rng.random() < 0.5 else words.capitalize()
