"""Forms made with python-docx as an office writes them in Word, turned into PDF by LibreOffice, with their truth.

The truth is known by construction: a second print of the same document has every answer in a colour of its own, that of
a cell's ground or of a sign; where that colour lies, the answer is. The first print is plain.
"""

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from form_templates.model import (
    AreaShape,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    MarkStyle,
    Option,
    PageLayout,
    Rect,
    ResponseArea,
    Scale,
    ScaleKind,
    Section,
    Text,
)
from omr.forms.office_documents import find_office

LEVELS = ("Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng")
STATEMENTS = (
    "Nơi ngồi chờ có đủ chỗ ngồi, thoáng mát",
    "Trang thiết bị phục vụ hiện đại, dễ sử dụng",
    "Thủ tục được niêm yết công khai, đầy đủ",
    "Thành phần hồ sơ phải nộp đúng quy định",
    "Phí, lệ phí phải nộp đúng với niêm yết",
    "Thời hạn giải quyết đúng như giấy hẹn đã ghi cho người dân khi nộp hồ sơ",
    "Công chức có thái độ lịch sự",
    "Công chức chú ý lắng nghe ý kiến của người dân",
    "Công chức trả lời, giải thích đầy đủ",
    "Công chức hướng dẫn kê khai hồ sơ tận tình, chu đáo",
    "Công chức tuân thủ đúng quy định",
    "Kết quả nhận được đúng quy định",
    "Kết quả có thông tin đầy đủ",
    "Kết quả có thông tin chính xác",
    "Có hình thức tiếp nhận góp ý, phản ánh, kiến nghị",
    "Thực hiện góp ý, phản ánh, kiến nghị dễ dàng",
    "Cơ quan tiếp nhận, xử lý tích cực các góp ý",
    "Kết quả xử lý góp ý được thông báo kịp thời",
    "Chỗ để xe thuận tiện, an toàn",
    "Nhà vệ sinh sạch sẽ",
)
_DPI = 300
_FEWEST_PX = 8
_FARTHEST_MM = 16.0  # from the middle of a cell to its edge
_SIGN, _DIGIT, _CELL = 100, 50, 200  # the blue of what stands for an answer; red tells the question, green the option
_RING = 2.1  # side of the place of a ring, in heights of its digit


@dataclass(slots=True)
class _Asked:
    label: str
    options: Sequence[str]
    blue: int
    several: bool = False
    values: Sequence[str] = ()


@dataclass(slots=True)
class Writer:
    """A document in the making."""

    is_tagged: bool
    document: Any = field(default_factory=Document)
    asked: list[_Asked] = field(default_factory=list)

    def ask(self, label: str, options: Sequence[str], blue: int = _SIGN, **more: Any) -> int:
        """Note a question; return its number."""
        self.asked.append(_Asked(label, options, blue, **more))
        return len(self.asked) - 1

    def line(self, text: str = "", size: float = 12, *, bold: bool = False, centred: bool = False) -> Any:
        """Write a paragraph."""
        paragraph = self.document.add_paragraph()
        return self.fill(paragraph, text, size, bold=bold, centred=centred)

    def fill(self, paragraph: Any, text: str, size: float = 12, *, bold: bool = False, centred: bool = False) -> Any:
        """Write into a paragraph."""
        paragraph.paragraph_format.space_after = Pt(3)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(size), bold
        return paragraph

    def sign(self, paragraph: Any, question: int, option: int, letter: str, size: float = 12) -> None:
        """Write a sign that is an answer."""
        run = paragraph.add_run(letter)
        run.font.size = Pt(size)
        if self.is_tagged:
            run.font.color.rgb = RGBColor(*_colour(question, option, self.asked[question].blue))

    def answer_cell(self, cell: Any, question: int, option: int) -> None:
        """Make a cell of a table an answer."""
        if self.is_tagged:
            red, green, blue = _colour(question, option, _CELL)
            _add(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=f"{red:02X}{green:02X}{blue:02X}")

    def cell_row(self, table: Any, number: str, label: str, options: Sequence[str], values: Sequence[str] = ()) -> None:
        """Add a row to a table that asks a question by its empty cells."""
        question = self.ask(label, options, _CELL, values=values)
        cells = table.add_row().cells
        texts = (number, label) if number else (label,)
        for cell, text in zip(cells, texts, strict=False):
            self.fill(cell.paragraphs[0], text, 11)
        for option in range(len(options)):
            self.answer_cell(cells[len(texts) + option], question, option)

    def table(self, rows: int, widths_cm: Sequence[float], borders: str = "all") -> Any:
        """Add a table whose columns are as wide as that; ``borders``: "all", "level" or "none"."""
        table = self.document.add_table(rows, len(widths_cm))
        table.autofit = False
        for column, width in zip(table.columns, widths_cm, strict=True):
            column.width = Cm(width)
            for cell in column.cells:
                cell.width = Cm(width)
        sides = {"all": ("top", "left", "bottom", "right", "insideH", "insideV"), "level": ("top", "bottom", "insideH")}
        around = _add(table._tbl.tblPr, "w:tblBorders")
        for side in sides.get(borders, ()):
            _add(around, f"w:{side}", val="single", sz="4", space="0", color="000000")
        return table


def _add(parent: Any, name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)
    return element


def _colour(question: int, option: int, blue: int) -> tuple[int, int, int]:
    return 8 + 3 * question, 8 + 12 * option, blue


def _heading(writer: Writer, title: str) -> None:
    head = writer.table(1, (7.5, 9.5), "none").rows[0].cells
    for cell, lines in (
        (head[0], ("ỦY BAN NHÂN DÂN", "XÃ AN BÌNH")),
        (head[1], ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")),
    ):
        writer.fill(cell.paragraphs[0], lines[0], 10, bold=True, centred=True)
        writer.fill(cell.add_paragraph(), lines[1], 10, bold=True, centred=True)
    writer.line()
    writer.line(title, 14, bold=True, centred=True)


def _signature(writer: Writer) -> None:
    writer.line("Ý kiến khác: " + "." * 60)
    foot = writer.table(1, (8.5, 8.5), "none").rows[0].cells
    writer.fill(foot[0].paragraphs[0], "Người khảo sát", bold=True, centred=True)
    writer.fill(foot[1].paragraphs[0], "Ngày ..... tháng ..... năm 20.....", centred=True)
    writer.fill(foot[1].add_paragraph(), "Người trả lời (Ký, ghi rõ họ tên)", 10, centred=True)


def _listed(writer: Writer, label: str, options: Sequence[str], letter: str, **more: Any) -> None:
    """Ask a question with its options below each other."""
    question = writer.ask(label, options, **more)
    writer.line(label)
    for number, option in enumerate(options):
        paragraph = writer.line()
        paragraph.paragraph_format.left_indent = Cm(1)
        writer.sign(paragraph, question, number, letter)
        writer.fill(paragraph, f" {option}")


def _inline(writer: Writer, label: str, options: Sequence[str], letter: str, *, before: bool = True) -> None:
    question = writer.ask(label, options)
    paragraph = writer.line(f"{label}: ")
    for number, option in enumerate(options):
        if not before:
            writer.fill(paragraph, f"    {option} ")
        writer.sign(paragraph, question, number, letter)
        if before:
            writer.fill(paragraph, f" {option}     ")


def merged_grid(writer: Writer) -> None:
    """Empty cells under merged heads, with rows of headings between; national heading and signature."""
    _heading(writer, "PHIẾU KHẢO SÁT Ý KIẾN NGƯỜI DÂN")
    writer.line("Xin Ông/Bà đánh dấu X vào ô phù hợp với ý kiến của mình.", 11)
    _inline(writer, "Giới tính", ("Nam", "Nữ"), "☐")
    table = writer.table(2, (1.2, 6.8, 1.8, 1.8, 1.8, 1.8, 1.8))
    for column, text in enumerate(("STT", "Nội dung đánh giá")):
        top = table.cell(0, column).merge(table.cell(1, column))
        writer.fill(top.paragraphs[0], text, 11, bold=True, centred=True)
    writer.fill(table.cell(0, 2).merge(table.cell(0, 6)).paragraphs[0], "Mức độ hài lòng", 11, bold=True, centred=True)
    for column, level in enumerate(LEVELS):
        writer.fill(table.cell(1, 2 + column).paragraphs[0], level, 9, bold=True, centred=True)
    for number, label in enumerate(STATEMENTS[:18]):
        if number % 6 == 0:
            cells = table.add_row().cells
            name = ("I. Cơ sở vật chất", "II. Công chức", "III. Kết quả")[number // 6]
            writer.fill(cells[0].merge(cells[6]).paragraphs[0], name, 11, bold=True)
        writer.cell_row(table, f"{number + 1}", label, LEVELS, "12345")
    _signature(writer)


def ringed_rows(writer: Writer) -> None:
    """Bare digits 1 to 5 in the cells of a table, on two pages, to be ringed."""
    writer.line("PHIẾU LẤY Ý KIẾN", 14, bold=True, centred=True)
    writer.line("Xin khoanh tròn vào một số ở mỗi dòng: 1 là rất không hài lòng, 5 là rất hài lòng.", 11)
    table = writer.table(1, (7.5, 1.9, 1.9, 1.9, 1.9, 1.9))
    for column, text in enumerate(("Nội dung", *LEVELS)):
        writer.fill(table.cell(0, column).paragraphs[0], text, 9, bold=True, centred=True)
    _add(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader", val="true")
    for number, label in enumerate(STATEMENTS):
        question = writer.ask(label, LEVELS, _DIGIT, values="12345")
        cells = table.add_row().cells
        writer.fill(cells[0].paragraphs[0], f"{number + 1}. {label}", 13)
        for option in range(5):
            paragraph = writer.fill(cells[1 + option].paragraphs[0], "", centred=True)
            writer.sign(paragraph, question, option, "12345"[option], 13)


def box_lists(writer: Writer) -> None:
    """Box signs before and behind options, in lists of one and two columns, with lines to write on."""
    _heading(writer, "PHIẾU HỎI Ý KIẾN DOANH NGHIỆP")
    writer.line("Phần A. Thông tin chung", bold=True)
    _listed(writer, "1. Loại hình doanh nghiệp?", ("Công ty cổ phần", "Công ty TNHH", "Hộ kinh doanh"), "☐")
    _inline(writer, "2. Doanh nghiệp đã từng nộp hồ sơ trực tuyến chưa", ("Có", "Không"), "☐", before=False)
    ways = ("Báo, đài", "Cổng thông tin điện tử", "Trụ sở xã", "Người quen", "Loa phát thanh", "Mạng xã hội")
    question = writer.ask("kênh", ways, several=True)
    writer.line("3. Doanh nghiệp biết thông tin qua kênh nào? (có thể chọn nhiều phương án)")
    table = writer.table(3, (8, 8), "none")
    for number, way in enumerate(ways):
        paragraph = table.cell(number % 3, number // 3).paragraphs[0]
        writer.sign(paragraph, question, number, "☐")
        writer.fill(paragraph, f" {way}")
    writer.line("Phần B. Đánh giá", bold=True)
    reasons = ("Thủ tục phức tạp", "Thời gian kéo dài", "Chi phí cao", "Khác: " + "." * 40)
    _listed(writer, "4. Khó khăn lớn nhất khi làm thủ tục là gì?", reasons, "☐")
    for number, label in enumerate(STATEMENTS[:5]):
        _inline(writer, f"{number + 5}. {label}", ("Có", "Không"), "☐")
    _signature(writer)


def level_rules(writer: Writer) -> None:
    """Box signs in a table that has level rules only, the best level first."""
    writer.line("ĐÁNH GIÁ CHẤT LƯỢNG PHỤC VỤ", 14, bold=True, centred=True)
    writer.line("Đánh dấu X vào một ô trong mỗi dòng.", 11)
    table = writer.table(1, (7, 2, 2, 2, 2, 2), "level")
    for column, text in enumerate(("Nội dung", *reversed(LEVELS))):
        writer.fill(table.cell(0, column).paragraphs[0], text, 9, bold=True, centred=True)
    for number, label in enumerate(STATEMENTS[:14]):
        question = writer.ask(label, LEVELS[::-1], values="54321")
        cells = table.add_row().cells
        writer.fill(cells[0].paragraphs[0], f"{number + 1}. {label}", 11)
        for option in range(5):
            paragraph = writer.fill(cells[1 + option].paragraphs[0], "", centred=True)
            writer.sign(paragraph, question, option, "☐", 14)


def yes_no_grid(writer: Writer) -> None:
    """Empty cells for yes, no and not applicable, rows of one and two lines."""
    _heading(writer, "PHIẾU KIỂM TRA CÔNG TÁC TIẾP DÂN")
    table = writer.table(1, (1.2, 9.3, 1.8, 1.8, 2.6))
    for column, text in enumerate(("TT", "Nội dung", "Có", "Không", "Không áp dụng")):
        writer.fill(table.cell(0, column).paragraphs[0], text, 11, bold=True, centred=True)
    for number, label in enumerate(STATEMENTS[:15]):
        writer.cell_row(table, f"{number + 1}", label, ("Có", "Không", "Không áp dụng"))
    writer.line("Ghi chú: " + "." * 70)


def aligned_circles(writer: Writer) -> None:
    """Circles in aligned columns without any rule, then lists with circles."""
    writer.line("CUSTOMER SURVEY / KHẢO SÁT KHÁCH HÀNG", 14, bold=True, centred=True)
    table = writer.table(1, (8, 2.2, 2.2, 2.2, 2.2), "none")
    for column, text in enumerate(("", "Kém", "Trung bình", "Khá", "Tốt")):
        writer.fill(table.cell(0, column).paragraphs[0], text, 10, bold=True, centred=True)
    for number, label in enumerate(STATEMENTS[:10]):
        question = writer.ask(label, ("Kém", "Trung bình", "Khá", "Tốt"))
        cells = table.add_row().cells
        writer.fill(cells[0].paragraphs[0], f"{number + 1}. {label}", 11)
        for option in range(4):
            paragraph = writer.fill(cells[1 + option].paragraphs[0], "", centred=True)
            writer.sign(paragraph, question, option, "○", 16)
    _listed(writer, "11. Ông/Bà đến đây lần thứ mấy?", ("Lần đầu", "Lần thứ hai", "Nhiều lần"), "○")
    _signature(writer)


DOCUMENTS: tuple[Callable[[Writer], None], ...] = (
    merged_grid,
    ringed_rows,
    box_lists,
    level_rules,
    yes_no_grid,
    aligned_circles,
)


def print_documents(
    folder: Path, documents: Sequence[Callable[[Writer], None]] = DOCUMENTS
) -> list[tuple[FormTemplate, bytes]]:
    """Return the forms as LibreOffice prints them, each with its truth; none where LibreOffice is not installed.

    Args:
        folder: For files: the documents themselves stay there, called after what wrote them.
        documents: What writes each of them.
    """
    office = find_office()
    if office is None:
        return []
    asked: dict[str, list[_Asked]] = {}
    paths = []
    for write in documents:
        for is_tagged in (False, True):
            writer = Writer(is_tagged)
            for section in writer.document.sections:
                section.page_width, section.page_height = Cm(21.0), Cm(29.7)
                section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
            write(writer)
            paths.append(folder / f"{write.__name__}{'-tagged' if is_tagged else ''}.docx")
            writer.document.save(str(paths[-1]))
            asked[write.__name__] = writer.asked
    profile = f"-env:UserInstallation={(folder / 'profile').absolute().as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True)
    return [
        (_template(name, questions, folder / f"{name}-tagged.pdf"), (folder / f"{name}.pdf").read_bytes())
        for name, questions in asked.items()
    ]


def _template(name: str, asked: Sequence[_Asked], tagged: Path) -> FormTemplate:
    areas: dict[int, list[ResponseArea]] = {}
    pages = list(pdfium.PdfDocument(tagged))
    coloured = [_coloured(page) for page in pages]
    items = [_item(number, question) for number, question in enumerate(asked)]
    for number, (question, item) in enumerate(zip(asked, items, strict=True)):
        for place, option in enumerate(item.options):
            page, rect = _where(coloured, _colour(number, place, question.blue))
            if question.blue == _DIGIT:
                side, (x_mm, y_mm) = _RING * rect.h_mm, rect.center_mm
                rect = Rect(x_mm - side / 2, y_mm - side / 2, side, side)
            areas.setdefault(page, []).append(ResponseArea(item.item_id, option.value, rect, AreaShape.BOX, item.style))
    options = tuple(Option(value, Text(level)) for value, level in zip("12345", LEVELS, strict=True))
    scales = tuple(
        Scale(scale_id, ScaleKind.SATISFACTION, order, frozenset("45"), frozenset("12"))
        for scale_id, order in (("up", options), ("down", options[::-1]))
    )
    layouts = tuple(PageLayout(page + 1, 210.0, 297.0, tuple(areas.get(page, ()))) for page in range(len(pages)))
    sections = (Section("s1", Text("Câu hỏi"), tuple(items)),)
    return FormTemplate(name.replace("_", "-"), 1, Text(name), sections, scales, pages=layouts)


def _item(number: int, question: _Asked) -> Item:
    values = question.values or [str(place + 1) for place in range(len(question.options))]
    options = tuple(Option(value, Text(label)) for value, label in zip(values, question.options, strict=True))
    scale_id = {"12345": "up", "54321": "down"}.get("".join(question.values))
    style = MarkStyle.RING if question.blue == _DIGIT else MarkStyle.BOX
    kind = ItemKind.MULTIPLE if question.several else ItemKind.SINGLE
    return Item(ItemId(f"q{number + 1:02}"), kind, Text(question.label), options, scale_id=scale_id, style=style)


@dataclass(frozen=True, slots=True)
class _Coloured:
    """The pixels of a page that have the blue of an answer: rows, columns, and colours as numbers."""

    rows: np.ndarray
    columns: np.ndarray
    colours: np.ndarray


def _coloured(page: Any) -> _Coloured:
    raster = page.render(scale=_DPI / 72, rev_byteorder=True).to_numpy()
    rows, columns = np.nonzero((raster[..., 2] == _SIGN) | (raster[..., 2] == _DIGIT) | (raster[..., 2] == _CELL))
    red, green, blue = (raster[rows, columns, place].astype(np.int64) for place in range(3))
    return _Coloured(rows, columns, red << 16 | green << 8 | blue)


def _where(pages: Sequence[_Coloured], colour: tuple[int, int, int]) -> tuple[int, Rect]:
    """Return the page, 0-based, and the place that has a colour."""
    wanted = colour[0] << 16 | colour[1] << 8 | colour[2]
    counts = [int((page.colours == wanted).sum()) for page in pages]
    number = int(np.argmax(counts))
    assert counts[number] > _FEWEST_PX, f"an answer is missing from the print: {colour}"
    mine = pages[number].colours == wanted
    sides = []
    for places in (pages[number].columns[mine], pages[number].rows[mine]):
        near = places[np.abs(places - np.median(places)) < _FARTHEST_MM * _DPI / 25.4]  # elsewhere it is a mixture
        sides.append((int(near.min()), int(near.max()) + 1))
    (left, right), (top, low) = sides
    return number, Rect(*(side * 25.4 / _DPI for side in (left, top, right - left, low - top)))
