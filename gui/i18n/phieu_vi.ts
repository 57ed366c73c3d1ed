<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AnswerEdit</name>
    <message>
        <source>Proposed by the program. Enter keeps it, Tab goes on from it, Esc empties.</source>
        <translation>Máy gợi ý. Enter nhận, Tab sửa tiếp, Esc xóa.</translation>
    </message>
    <message>
        <source>Earlier entries come up while you type; ↓ chooses one.</source>
        <translation>Nội dung đã gõ trước hiện ra khi gõ; ↓ để chọn.</translation>
    </message>
    <message>
        <source>Type what is written; leave empty if nothing is</source>
        <translation>Gõ nội dung được viết; để trống nếu không có gì</translation>
    </message>
    <message>
        <source>What is written on the paper</source>
        <translation>Nội dung viết trên phiếu</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Starting to read…</source>
        <translation>Đang bắt đầu đọc…</translation>
    </message>
    <message>
        <source>{done} of {total} pages</source>
        <translation>{done} / {total} trang</translation>
    </message>
    <message>
        <source>{rate} pages/s</source>
        <translation>{rate} trang/giây</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>còn %n giây</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>còn %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping; finished pages are kept…</source>
        <translation>Đang dừng; các trang đã đọc xong được giữ lại…</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n page(s) delivered.</source>
        <translation>
            <numerusform>Xong: đã nhận %n trang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Finished pages are kept; add the same files again to go on.</source>
        <translation>Đã dừng. Các trang đọc xong được giữ lại; thêm lại chính các tệp đó để đọc tiếp.</translation>
    </message>
    <message>
        <source>Stopped by an error. Finished pages are kept.</source>
        <translation>Dừng do lỗi. Các trang đọc xong được giữ lại.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Progress of reading</source>
        <translation>Tiến độ đọc</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Blank</source>
        <translation>Bỏ trống</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Không đọc được</translation>
    </message>
    <message>
        <source>Several marks</source>
        <translation>Đánh trùng</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Back without deciding (PgUp)</source>
        <translation>Quay lại, chưa quyết định (PgUp)</translation>
    </message>
    <message>
        <source>On without deciding (PgDn)</source>
        <translation>Sang tiếp, chưa quyết định (PgDn)</translation>
    </message>
    <message>
        <source>Accept reading</source>
        <translation>Chấp nhận kết quả đọc</translation>
    </message>
    <message>
        <source>Confirm choice</source>
        <translation>Xác nhận lựa chọn</translation>
    </message>
    <message>
        <source>Save text</source>
        <translation>Lưu nội dung</translation>
    </message>
</context>
<context>
    <name>GalleryDelegate</name>
    <message>
        <source>Set aside</source>
        <translation>Để riêng</translation>
    </message>
</context>
<context>
    <name>GalleryFilters</name>
    <message>
        <source>All questions</source>
        <translation>Tất cả câu hỏi</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Câu hỏi</translation>
    </message>
    <message>
        <source>&amp;Read as</source>
        <translation>&amp;Đọc là</translation>
    </message>
    <message>
        <source>&amp;Doubt</source>
        <translation>&amp;Nghi vấn</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Đọc là</translation>
    </message>
    <message>
        <source>Kind of doubt</source>
        <translation>Loại nghi vấn</translation>
    </message>
    <message>
        <source>&amp;Accepted ones too</source>
        <translation>Cả câu &amp;máy đã nhận</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>{answer}, set aside</source>
        <translation>{answer}, để riêng</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message numerus="yes">
        <source>Confirm %n shown  (Enter)</source>
        <translation>
            <numerusform>Xác nhận %n câu đã hiện  (Enter)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln câu trả lời</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation>
            <numerusform>%n để riêng</numerusform>
        </translation>
    </message>
    <message>
        <source>‹ One by one  (Esc)</source>
        <translation>‹ Từng câu  (Esc)</translation>
    </message>
    <message>
        <source>Undo  (Ctrl+Z)</source>
        <translation>Hoàn tác  (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Click or Space: leave odd ones out, they stay for review one by one.</source>
        <translation>Bấm hoặc phím cách: để riêng câu khác lạ, kiểm tra từng câu sau.</translation>
    </message>
    <message>
        <source>No answer is open here. Choose something else above.</source>
        <translation>Không còn câu nào ở đây. Hãy chọn mục khác ở trên.</translation>
    </message>
    <message>
        <source>Answers read alike</source>
        <translation>Các câu trả lời đọc giống nhau</translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>Scanner and paper</source>
        <translation>Máy quét và giấy</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Thu gọn</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n mục nữa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a form</source>
        <translation>Nhập mẫu phiếu có sẵn</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập mẫu</translation>
    </message>
    <message>
        <source>For forms that exist on paper already. The layout says where the boxes lie; the blank pages show what is printed, as images or PDF, each the whole sheet.</source>
        <translation>Dành cho phiếu đã có sẵn trên giấy. Tệp bố cục cho biết các ô nằm ở đâu; các trang trắng cho thấy nội dung in sẵn, là ảnh hoặc PDF, mỗi ảnh trọn một trang giấy.</translation>
    </message>
    <message>
        <source>Layout file</source>
        <translation>Tệp bố cục</translation>
    </message>
    <message>
        <source>Folder of the form template</source>
        <translation>Thư mục của mẫu phiếu</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Bố cục</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Trang trắng</translation>
    </message>
    <message>
        <source>&amp;Keep in</source>
        <translation>&amp;Lưu tại</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Layouts (*.json)</source>
        <translation>Tệp bố cục (*.json)</translation>
    </message>
    <message>
        <source>Choose the layout</source>
        <translation>Chọn tệp bố cục</translation>
    </message>
    <message>
        <source>Choose where the template&apos;s folder is made</source>
        <translation>Chọn nơi tạo thư mục của mẫu phiếu</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open survey</source>
        <translation>Mở đợt khảo sát</translation>
    </message>
    <message>
        <source>&amp;Survey</source>
        <translation>&amp;Khảo sát</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Trợ giúp</translation>
    </message>
    <message>
        <source>&amp;New survey…</source>
        <translation>&amp;Tạo đợt khảo sát…</translation>
    </message>
    <message>
        <source>&amp;Open survey…</source>
        <translation>&amp;Mở đợt khảo sát…</translation>
    </message>
    <message>
        <source>&amp;Add scans…</source>
        <translation>Thêm &amp;bản quét…</translation>
    </message>
    <message>
        <source>&amp;Close survey</source>
        <translation>Đó&amp;ng đợt khảo sát</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>T&amp;hoát</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Phím tắt</translation>
    </message>
</context>
<context>
    <name>NewSurveyDialog</name>
    <message>
        <source>New survey</source>
        <translation>Đợt khảo sát mới</translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation>Từ thư mục…</translation>
    </message>
    <message>
        <source>Bắc Ninh 2020: 135 one-stop offices</source>
        <translation>Bắc Ninh 2020: 135 bộ phận một cửa</translation>
    </message>
    <message>
        <source>No units</source>
        <translation>Không có đơn vị</translation>
    </message>
    <message>
        <source>From a CSV file…</source>
        <translation>Từ tệp CSV…</translation>
    </message>
    <message>
        <source>Create survey</source>
        <translation>Tạo đợt khảo sát</translation>
    </message>
    <message>
        <source>Citizen satisfaction, Bắc Ninh</source>
        <translation>Sự hài lòng của người dân, Bắc Ninh</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Tên</translation>
    </message>
    <message>
        <source>&amp;Round</source>
        <translation>Đ&amp;ợt</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Mẫu phiếu</translation>
    </message>
    <message>
        <source>&amp;Units</source>
        <translation>Đơn &amp;vị</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>Thư mụ&amp;c</translation>
    </message>
    <message>
        <source>Import a form…</source>
        <translation>Nhập mẫu phiếu có sẵn…</translation>
    </message>
    <message>
        <source>Folder of the survey</source>
        <translation>Thư mục của đợt khảo sát</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Choose where the survey&apos;s folder is made</source>
        <translation>Chọn nơi tạo thư mục khảo sát</translation>
    </message>
    <message>
        <source>Unit lists (*.csv)</source>
        <translation>Danh sách đơn vị (*.csv)</translation>
    </message>
    <message>
        <source>Choose a unit list</source>
        <translation>Chọn danh sách đơn vị</translation>
    </message>
    <message>
        <source>Choose the folder of a form template</source>
        <translation>Chọn thư mục của mẫu phiếu</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Enter keeps the note, Esc leaves it</source>
        <translation>Enter để giữ ghi chú, Esc để thôi</translation>
    </message>
    <message>
        <source>Note on this answer</source>
        <translation>Ghi chú cho câu trả lời này</translation>
    </message>
</context>
<context>
    <name>OperatorForm</name>
    <message>
        <source>Who decides?</source>
        <translation>Ai kiểm tra?</translation>
    </message>
    <message>
        <source>Your name is kept with every answer you decide. This is asked once.</source>
        <translation>Tên của bạn được lưu cùng mỗi câu trả lời bạn quyết định. Chỉ hỏi một lần.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tên của bạn</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
</context>
<context>
    <name>OptionPanel</name>
    <message>
        <source>read</source>
        <translation>đã đọc</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Blank pages</source>
        <translation>Các trang trắng</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Thêm…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Lên trên</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Xuống dưới</translation>
    </message>
    <message>
        <source>Choose the blank pages</source>
        <translation>Chọn các trang trắng</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Trang {number}</translation>
    </message>
    <message>
        <source>Pages {first}–{last}</source>
        <translation>Trang {first}–{last}</translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message>
        <source>There is no picture of this page.</source>
        <translation>Trang này không có hình.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
    <message>
        <source>{file}, page {number}</source>
        <translation>{file}, trang {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait for review.</source>
        <translation>
            <numerusform>%n câu trả lời chờ kiểm tra.</numerusform>
        </translation>
    </message>
    <message>
        <source>All read.</source>
        <translation>Đã đọc hết.</translation>
    </message>
    <message>
        <source>Note on {item}: {note} ({operator})</source>
        <translation>Ghi chú câu {item}: {note} ({operator})</translation>
    </message>
</context>
<context>
    <name>PageTableModel</name>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Số phiếu</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Mặt</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print forms</source>
        <translation>In phiếu</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Tất cả đơn vị</translation>
    </message>
    <message>
        <source>Search a unit by name or code</source>
        <translation>Tìm đơn vị theo tên hoặc mã</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>&amp;Copies for each unit</source>
        <translation>&amp;Số phiếu mỗi đơn vị</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>{forms} forms, {pages} pages</source>
        <translation>{forms} phiếu, {pages} trang</translation>
    </message>
    <message>
        <source>No unit is chosen: the forms leave a line for its name.</source>
        <translation>Chưa chọn đơn vị: phiếu chừa một dòng để ghi tên đơn vị.</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Tìm trong:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Thư mục:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Tê&amp;n tệp:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Loại tệp:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Chọn</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Lùi</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tiến</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Thư mục cha</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ngày sửa</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cắ&amp;t</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation>Xem chi tiết...</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Ẩn chi tiết...</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Có</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Không</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Áp dụng</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Ngừng</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Don&apos;t Save</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Đặt lại</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Note: {note}</source>
        <translation>Ghi chú: {note}</translation>
    </message>
    <message>
        <source>Decided: {answer}</source>
        <translation>Đã quyết định: {answer}</translation>
    </message>
    <message>
        <source>The program reads: {answer} ({sure} sure)</source>
        <translation>Máy đọc: {answer} (chắc {sure})</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>{count} valid</source>
        <translation>{count} hợp lệ</translation>
    </message>
    <message>
        <source>about {count} of them wrong</source>
        <translation>ước khoảng {count} câu sai</translation>
    </message>
    <message>
        <source>{count} of them handwriting</source>
        <translation>trong đó {count} chữ viết tay</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait for review; until then all figures are provisional.</source>
        <translation>
            <numerusform>%n câu trả lời chờ kiểm tra; đến khi xong, mọi con số chỉ là tạm tính.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {total} answers satisfied</source>
        <translation>{count} / {total} câu trả lời hài lòng</translation>
    </message>
    <message>
        <source>Where the survey stands</source>
        <translation>Tình hình đợt khảo sát</translation>
    </message>
    <message>
        <source>Respondents</source>
        <translation>Người trả lời</translation>
    </message>
    <message>
        <source>Answers accepted</source>
        <translation>Câu trả lời được chấp nhận</translation>
    </message>
    <message>
        <source>Answers to review</source>
        <translation>Câu trả lời chờ kiểm tra</translation>
    </message>
    <message>
        <source>Decided by people</source>
        <translation>Đã có người quyết định</translation>
    </message>
    <message>
        <source>Satisfaction index</source>
        <translation>Chỉ số hài lòng</translation>
    </message>
    <message>
        <source>Review them</source>
        <translation>Kiểm tra ngay</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Kết quả mang đi</translation>
    </message>
    <message>
        <source>Export workbook…</source>
        <translation>Xuất bảng tính…</translation>
    </message>
    <message>
        <source>Excel: overview, index, every question and unit, all answers. In the window&apos;s language.</source>
        <translation>Excel: tổng quan, chỉ số, từng tiêu chí và đơn vị, toàn bộ câu trả lời. Theo ngôn ngữ của cửa sổ.</translation>
    </message>
    <message>
        <source>Export answers…</source>
        <translation>Xuất câu trả lời…</translation>
    </message>
    <message>
        <source>CSV: one row per answer with its page, its reading and who decided.</source>
        <translation>CSV: mỗi câu trả lời một dòng, kèm trang, kết quả đọc và người quyết định.</translation>
    </message>
    <message>
        <source>Print forms…</source>
        <translation>In phiếu…</translation>
    </message>
    <message>
        <source>PDF with a code on every page, for the units you choose.</source>
        <translation>PDF có mã trên từng trang, cho các đơn vị bạn chọn.</translation>
    </message>
    <message>
        <source>Open survey folder</source>
        <translation>Mở thư mục khảo sát</translation>
    </message>
    <message>
        <source>Everything of this survey lies here; copy it to keep it safe.</source>
        <translation>Mọi thứ của đợt khảo sát nằm ở đây; sao chép để lưu giữ.</translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>Note  (M)</source>
        <translation>Ghi chú  (M)</translation>
    </message>
    <message>
        <source>Whole page  (F)</source>
        <translation>Cả trang  (F)</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Pages are being read</source>
        <translation>Đang đọc các trang</translation>
    </message>
    <message>
        <source>Review opens when the batch is finished or stopped.</source>
        <translation>Phần kiểm tra mở khi lô đọc xong hoặc dừng.</translation>
    </message>
    <message>
        <source>Looking for what is doubtful…</source>
        <translation>Đang tìm những câu còn nghi ngờ…</translation>
    </message>
    <message>
        <source>Nothing waits for review</source>
        <translation>Không còn gì chờ kiểm tra</translation>
    </message>
    <message>
        <source>Every doubtful answer is decided. Ctrl+Z takes the last decision back.</source>
        <translation>Mọi câu trả lời còn ngờ đã được quyết định. Ctrl+Z lấy lại quyết định cuối.</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>còn %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Many at once  (G)</source>
        <translation>Duyệt nhiều câu  (G)</translation>
    </message>
    <message>
        <source>Look over accepted answers  (G)</source>
        <translation>Xem lại câu máy đã nhận  (G)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Đổi</translation>
    </message>
    <message>
        <source>Change who decides</source>
        <translation>Đổi người kiểm tra</translation>
    </message>
    <message>
        <source>Progress of review</source>
        <translation>Tiến độ kiểm tra</translation>
    </message>
    <message>
        <source>To the results</source>
        <translation>Xem kết quả</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>{delivered} pages delivered = {parts}</source>
        <translation>{delivered} trang đã nhận = {parts}</translation>
    </message>
    <message>
        <source>Add scans…</source>
        <translation>Thêm bản quét…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Thêm thư mục…</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Drop scans here</source>
        <translation>Thả bản quét vào đây</translation>
    </message>
    <message>
        <source>PDF, TIFF, JPEG and PNG files or whole folders, in any order and any way up.</source>
        <translation>Tệp PDF, TIFF, JPEG, PNG hoặc cả thư mục; thứ tự nào, chiều nào cũng được.</translation>
    </message>
    <message>
        <source>Delivered pages</source>
        <translation>Các trang đã nhận</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Bàn phím</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Mọi nơi</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Review: many at once</source>
        <translation>Kiểm tra: duyệt nhiều câu</translation>
    </message>
    <message>
        <source>New survey</source>
        <translation>Đợt khảo sát mới</translation>
    </message>
    <message>
        <source>Open survey</source>
        <translation>Mở đợt khảo sát</translation>
    </message>
    <message>
        <source>Scan, Review, Results</source>
        <translation>Quét, Kiểm tra, Kết quả</translation>
    </message>
    <message>
        <source>Add scans</source>
        <translation>Thêm bản quét</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Trang này</translation>
    </message>
    <message>
        <source>Choose this option; where several may be, tick it</source>
        <translation>Chọn phương án này; câu chọn nhiều: đánh dấu</translation>
    </message>
    <message>
        <source>Accept what was read, ticked or typed</source>
        <translation>Nhận điều máy đọc, đã đánh dấu hoặc đã gõ</translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves, click on a box chooses it</source>
        <translation>Lăn để thu phóng, kéo để di chuyển, bấm ô để chọn</translation>
    </message>
    <message>
        <source>Confirm all that were shown, but not the odd ones</source>
        <translation>Xác nhận mọi câu đã hiện, trừ câu để riêng</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>Bỏ trống</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Không đọc được</translation>
    </message>
    <message>
        <source>Write a note, kept with the decision</source>
        <translation>Viết ghi chú, lưu cùng quyết định</translation>
    </message>
    <message>
        <source>Whole page and back; + − * zoom, arrows move</source>
        <translation>Cả trang và trở lại; + − * thu phóng, mũi tên di chuyển</translation>
    </message>
    <message>
        <source>Many answers at once</source>
        <translation>Duyệt nhiều câu cùng lúc</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Lấy lại bước cuối</translation>
    </message>
    <message>
        <source>Click, Space</source>
        <translation>Bấm, phím cách</translation>
    </message>
    <message>
        <source>Leave an odd one out, or take it in again</source>
        <translation>Để riêng câu khác lạ, hoặc lấy lại</translation>
    </message>
    <message>
        <source>Take the whole step back</source>
        <translation>Lấy lại cả bước vừa làm</translation>
    </message>
    <message>
        <source>Back to one by one</source>
        <translation>Trở về từng câu</translation>
    </message>
    <message>
        <source>More than one option is marked</source>
        <translation>Đánh dấu nhiều hơn một phương án</translation>
    </message>
    <message>
        <source>Look at others without deciding</source>
        <translation>Xem câu khác, chưa quyết định</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Khi gõ</translation>
    </message>
    <message>
        <source>Ctrl+U, M, F, G; Tab edits a proposal, Esc empties</source>
        <translation>Ctrl+U, M, F, G; Tab sửa gợi ý, Esc xóa</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Chuột</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Prints, scans and reads questionnaires. Every answer can be traced to ink; what is doubtful is shown.</source>
        <translation>In, quét và đọc phiếu khảo sát. Mỗi câu trả lời đều truy được về nét mực; chỗ còn ngờ được chỉ ra.</translation>
    </message>
    <message>
        <source>New survey…</source>
        <translation>Đợt khảo sát mới…</translation>
    </message>
    <message>
        <source>Open survey…</source>
        <translation>Mở đợt khảo sát…</translation>
    </message>
    <message>
        <source>Recent surveys</source>
        <translation>Các đợt gần đây</translation>
    </message>
</context>
<context>
    <name>SurveyView</name>
    <message>
        <source>Add a folder of scans</source>
        <translation>Thêm thư mục bản quét</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Bảng tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>Bảng CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Print forms</source>
        <translation>In phiếu</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Đã ghi: {path}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>{title}, version {version}</source>
        <translation>{title}, phiên bản {version}</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>‹  Close survey</source>
        <translation>‹  Đóng khảo sát</translation>
    </message>
</context>
<context>
    <name>UnitBox</name>
    <message>
        <source>As printed on the form</source>
        <translation>Theo mã in trên phiếu</translation>
    </message>
    <message>
        <source>Unit that all added pages belong to</source>
        <translation>Đơn vị của mọi trang thêm vào</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Add scans</source>
        <translation>Thêm bản quét</translation>
    </message>
    <message>
        <source>Scans ({endings})</source>
        <translation>Bản quét ({endings})</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>There is no survey in {folder}.</source>
        <translation>Thư mục {folder} không có đợt khảo sát nào.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose the folder that holds the file survey.toml.</source>
        <translation>Không có gì thay đổi. Hãy chọn thư mục chứa tệp survey.toml.</translation>
    </message>
    <message>
        <source>The folder {folder} is not empty.</source>
        <translation>Thư mục {folder} không trống.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a new or an empty folder for the survey.</source>
        <translation>Chưa ghi gì. Hãy chọn thư mục mới hoặc thư mục trống.</translation>
    </message>
    <message>
        <source>{folder} is no new or empty folder.</source>
        <translation>{folder} không phải là thư mục mới hoặc trống.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a new or an empty folder for the form template.</source>
        <translation>Chưa ghi gì cả. Hãy chọn một thư mục mới hoặc trống cho mẫu phiếu.</translation>
    </message>
    <message>
        <source>The survey in {folder} was written by a newer version of Phiếu.</source>
        <translation>Đợt khảo sát trong {folder} được ghi bởi phiên bản Phiếu mới hơn.</translation>
    </message>
    <message>
        <source>Nothing was changed. Open it with that version or a later one.</source>
        <translation>Không có gì thay đổi. Hãy mở bằng phiên bản đó hoặc mới hơn.</translation>
    </message>
    <message>
        <source>The file {path} cannot be used ({fact}).</source>
        <translation>Không dùng được tệp {path} ({fact}).</translation>
    </message>
    <message>
        <source>Nothing was changed. Restore this file from a copy of the survey folder.</source>
        <translation>Không có gì thay đổi. Hãy khôi phục tệp này từ bản sao của thư mục khảo sát.</translation>
    </message>
    <message>
        <source>The unit list {path} has mistakes:
{findings}</source>
        <translation>Danh sách đơn vị {path} có lỗi:
{findings}</translation>
    </message>
    <message>
        <source>Nothing was changed. Mend these lines, save as CSV UTF-8 and choose it again.</source>
        <translation>Không có gì thay đổi. Hãy sửa các dòng này, lưu dạng CSV UTF-8 rồi chọn lại.</translation>
    </message>
    <message>
        <source>The survey has no unit with the code {code}.</source>
        <translation>Đợt khảo sát không có đơn vị mã {code}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose a unit from the list.</source>
        <translation>Không có gì thay đổi. Hãy chọn đơn vị trong danh sách.</translation>
    </message>
    <message>
        <source>No scan was found in:
{paths}</source>
        <translation>Không thấy bản quét nào trong:
{paths}</translation>
    </message>
    <message>
        <source>Nothing was changed. PDF, TIFF, JPEG and PNG files can be read.</source>
        <translation>Không có gì thay đổi. Chương trình đọc được tệp PDF, TIFF, JPEG và PNG.</translation>
    </message>
    <message>
        <source>The disk that holds {folder} is full.</source>
        <translation>Ổ đĩa chứa {folder} đã đầy.</translation>
    </message>
    <message>
        <source>Every finished page is kept. Free some space, then add the same files again to go on.</source>
        <translation>Mọi trang đọc xong được giữ lại. Hãy giải phóng dung lượng rồi thêm lại chính các tệp đó để đọc tiếp.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({fact}).</source>
        <translation>Không ghi được vào thư mục {folder} ({fact}).</translation>
    </message>
    <message>
        <source>What was there is kept. Check the drive and your rights, then try again.</source>
        <translation>Dữ liệu sẵn có được giữ nguyên. Hãy kiểm tra ổ đĩa và quyền của bạn rồi thử lại.</translation>
    </message>
    <message>
        <source>The survey in {folder} is in use by another program.</source>
        <translation>Đợt khảo sát trong {folder} đang được chương trình khác dùng.</translation>
    </message>
    <message>
        <source>Nothing was changed. Close it there and try again.</source>
        <translation>Không có gì thay đổi. Hãy đóng ở đó rồi thử lại.</translation>
    </message>
    <message>
        <source>The form template has mistakes:
{findings}</source>
        <translation>Mẫu phiếu có lỗi:
{findings}</translation>
    </message>
    <message>
        <source>Nothing was changed. Mend these places, then choose the template again.</source>
        <translation>Không có gì thay đổi. Hãy sửa các chỗ này rồi chọn lại mẫu.</translation>
    </message>
    <message>
        <source>The form {template_id} cannot be printed like this: {reason}</source>
        <translation>Không in được mẫu {template_id} như vậy: {reason}</translation>
    </message>
    <message>
        <source>Nothing was written. Change what is asked for and print again.</source>
        <translation>Chưa ghi gì. Hãy sửa yêu cầu rồi in lại.</translation>
    </message>
    <message>
        <source>The name {path} does not say which kind of file to write.</source>
        <translation>Tên {path} không cho biết cần ghi loại tệp nào.</translation>
    </message>
    <message>
        <source>Nothing was written. End the name in one of: {endings}</source>
        <translation>Chưa ghi gì. Hãy đặt đuôi tên là một trong: {endings}</translation>
    </message>
    <message>
        <source>The file {path} could not be written ({fact}).</source>
        <translation>Không ghi được tệp {path} ({fact}).</translation>
    </message>
    <message>
        <source>A file that was there before is kept. Close it in Excel or choose another place, then export again.</source>
        <translation>Tệp có từ trước được giữ nguyên. Hãy đóng nó trong Excel hoặc chọn chỗ khác rồi xuất lại.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… và {count} lỗi khác</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({fact}).</source>
        <translation>Có lỗi bên trong chương trình ({fact}).</translation>
    </message>
    <message>
        <source>Everything that was finished is kept. Try again; if it returns, send us the details below.</source>
        <translation>Mọi việc đã xong được giữ lại. Hãy thử lại; nếu vẫn lỗi, gửi cho chúng tôi chi tiết bên dưới.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Tệp rỗng</translation>
    </message>
    <message>
        <source>Scan these sheets again; copying the file may have been interrupted.</source>
        <translation>Hãy quét lại các tờ này; có thể việc sao chép tệp bị gián đoạn.</translation>
    </message>
    <message>
        <source>The file is not there</source>
        <translation>Không thấy tệp</translation>
    </message>
    <message>
        <source>It was moved or renamed. Find it and add it again.</source>
        <translation>Tệp đã bị chuyển hoặc đổi tên. Hãy tìm và thêm lại.</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>Không mở được tệp</translation>
    </message>
    <message>
        <source>Check the network drive and your rights, then add the file again.</source>
        <translation>Hãy kiểm tra ổ mạng và quyền của bạn rồi thêm lại tệp.</translation>
    </message>
    <message>
        <source>The file is cut off</source>
        <translation>Tệp bị cụt</translation>
    </message>
    <message>
        <source>Copy it again from the scanner, or scan these sheets again.</source>
        <translation>Hãy sao chép lại từ máy quét, hoặc quét lại các tờ này.</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Tệp bị hỏng</translation>
    </message>
    <message>
        <source>The file has a password</source>
        <translation>Tệp có mật khẩu</translation>
    </message>
    <message>
        <source>Save it without a password and add it again.</source>
        <translation>Hãy lưu lại không mật khẩu rồi thêm lại.</translation>
    </message>
    <message>
        <source>The file has no pages</source>
        <translation>Tệp không có trang nào</translation>
    </message>
    <message>
        <source>Scan these sheets again.</source>
        <translation>Hãy quét lại các tờ này.</translation>
    </message>
    <message>
        <source>The file is no scan we know</source>
        <translation>Tệp không phải bản quét</translation>
    </message>
    <message>
        <source>Save it as PDF, TIFF, JPEG or PNG and add it again.</source>
        <translation>Hãy lưu dạng PDF, TIFF, JPEG hoặc PNG rồi thêm lại.</translation>
    </message>
    <message>
        <source>The picture is too large</source>
        <translation>Ảnh quá lớn</translation>
    </message>
    <message>
        <source>Scan at 300 dpi in grey and add it again.</source>
        <translation>Hãy quét xám 300 dpi rồi thêm lại.</translation>
    </message>
    <message>
        <source>The picture is too small</source>
        <translation>Ảnh quá nhỏ</translation>
    </message>
    <message>
        <source>Scan at 200 dpi or more and add it again.</source>
        <translation>Hãy quét từ 200 dpi trở lên rồi thêm lại.</translation>
    </message>
    <message>
        <source>The page is empty</source>
        <translation>Trang trắng</translation>
    </message>
    <message>
        <source>Nothing to do: backs of one-sided forms look like this.</source>
        <translation>Không cần làm gì: mặt sau của phiếu một mặt trông như vậy.</translation>
    </message>
    <message>
        <source>No corner target was found</source>
        <translation>Không thấy dấu định vị ở góc</translation>
    </message>
    <message>
        <source>Check that it is a page of this form, then scan it again with all corners.</source>
        <translation>Kiểm tra xem có đúng là trang của mẫu này, rồi quét lại đủ bốn góc.</translation>
    </message>
    <message>
        <source>Too few corner targets were found</source>
        <translation>Thấy quá ít dấu định vị ở góc</translation>
    </message>
    <message>
        <source>Scan the page again so that all four corners can be seen.</source>
        <translation>Hãy quét lại trang sao cho thấy đủ bốn góc.</translation>
    </message>
    <message>
        <source>A page of another form</source>
        <translation>Trang của mẫu phiếu khác</translation>
    </message>
    <message>
        <source>It was left out. Add it to the survey it belongs to.</source>
        <translation>Trang đã được để riêng. Hãy thêm vào đợt khảo sát của nó.</translation>
    </message>
    <message>
        <source>The page could not be told</source>
        <translation>Không nhận ra trang</translation>
    </message>
    <message>
        <source>Check that it is a page of this form, then scan it again.</source>
        <translation>Kiểm tra xem có đúng là trang của mẫu này, rồi quét lại.</translation>
    </message>
    <message>
        <source>The print does not match the form</source>
        <translation>Bản in không khớp mẫu phiếu</translation>
    </message>
    <message>
        <source>Check that it is this version of the form, then scan it again lying flat.</source>
        <translation>Kiểm tra đúng phiên bản của mẫu, rồi quét lại cho phẳng.</translation>
    </message>
    <message>
        <source>The same page came before</source>
        <translation>Trang này đã nhận trước đó</translation>
    </message>
    <message>
        <source>It is counted once. Nothing to do.</source>
        <translation>Chỉ tính một lần. Không cần làm gì.</translation>
    </message>
    <message>
        <source>The same sheet was scanned before</source>
        <translation>Tờ này đã được quét trước đó</translation>
    </message>
    <message>
        <source>It is counted once; the earlier scan counts. Nothing to do.</source>
        <translation>Chỉ tính một lần, theo bản quét trước. Không cần làm gì.</translation>
    </message>
    <message>
        <source>Reading stopped on this page</source>
        <translation>Việc đọc dừng ở trang này</translation>
    </message>
    <message>
        <source>All other pages are kept. Scan this page again; please send us the scan.</source>
        <translation>Các trang khác được giữ lại. Hãy quét lại trang này và gửi bản quét cho chúng tôi.</translation>
    </message>
    <message>
        <source>The picture ({image}) has not the shape of page {page} ({paper}). It is probably another page, cropped, or lying on its side.</source>
        <translation>Ảnh ({image}) không có tỷ lệ của trang {page} ({paper}). Có lẽ đây là trang khác, bị cắt xén hoặc nằm ngang.</translation>
    </message>
    <message>
        <source>Pages in the layout: {wanted}, page images chosen: {given}. Choose one for each page, in order.</source>
        <translation>Số trang trong bố cục: {wanted}, số ảnh trang đã chọn: {given}. Hãy chọn mỗi trang một ảnh, theo đúng thứ tự.</translation>
    </message>
    <message>
        <source>The file cannot be opened ({fact}).</source>
        <translation>Không mở được tệp ({fact}).</translation>
    </message>
    <message>
        <source>More marks than the question allows.</source>
        <translation>Nhiều dấu hơn câu hỏi cho phép.</translation>
    </message>
    <message>
        <source>There is something faint that may or may not be a mark.</source>
        <translation>Có nét mờ, có thể là dấu hoặc không.</translation>
    </message>
    <message>
        <source>The reading is not certain enough.</source>
        <translation>Kết quả đọc chưa đủ chắc chắn.</translation>
    </message>
    <message>
        <source>A mark looks crossed out or corrected.</source>
        <translation>Có dấu trông như đã hủy hoặc sửa.</translation>
    </message>
    <message>
        <source>A box is covered, torn off or not printed: a mark may be missing.</source>
        <translation>Có ô bị che, bị rách hoặc không in ra: có thể thiếu dấu đánh.</translation>
    </message>
    <message>
        <source>The boxes could not be placed exactly on this scan.</source>
        <translation>Không định vị chính xác được các ô trên bản quét này.</translation>
    </message>
    <message>
        <source>Handwriting: please type what is written.</source>
        <translation>Chữ viết tay: hãy gõ lại nội dung.</translation>
    </message>
    <message>
        <source>The page with this question was not delivered.</source>
        <translation>Chưa nhận được trang có câu hỏi này.</translation>
    </message>
    <message>
        <source>Set aside in the gallery: the reading looked odd.</source>
        <translation>Được để riêng khi duyệt nhiều câu: kết quả đọc trông lạ.</translation>
    </message>
    <message>
        <source>Several marks</source>
        <translation>Đánh trùng</translation>
    </message>
    <message>
        <source>Faint mark</source>
        <translation>Dấu mờ</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Chưa chắc</translation>
    </message>
    <message>
        <source>Cancelled mark</source>
        <translation>Dấu đã hủy</translation>
    </message>
    <message>
        <source>Box not seen</source>
        <translation>Ô bị che</translation>
    </message>
    <message>
        <source>Box not located</source>
        <translation>Lệch vị trí ô</translation>
    </message>
    <message>
        <source>Handwriting</source>
        <translation>Chữ viết tay</translation>
    </message>
    <message>
        <source>Page missing</source>
        <translation>Thiếu trang</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Đã đọc</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Không đọc được</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Bỏ trống</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Trùng</translation>
    </message>
    <message>
        <source>Foreign</source>
        <translation>Phiếu lạ</translation>
    </message>
    <message>
        <source>{pages} of {of} forms lack a page, from page {first} on; perhaps two sheets were fed at once. Scan these forms again.</source>
        <translation>{pages} trên {of} phiếu thiếu trang, từ trang số {first}; có thể máy đã kéo hai tờ cùng lúc. Hãy quét lại các phiếu này.</translation>
    </message>
    <message>
        <source>A dark line runs through {pages} of {of} pages, {value} mm from the {side} edge, from page {first} on. Wipe the scanner&apos;s glass.</source>
        <translation>Có vệt đen chạy dọc {pages} trên {of} trang, cách mép {side} {value} mm, từ trang số {first}. Hãy lau mặt kính máy quét.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages were cut off by {value} mm at the {side} edge. Set the scanner to A4 and push the sheets against its guides.</source>
        <translation>{pages} trên {of} trang bị cắt mất {value} mm ở mép {side}. Hãy đặt máy quét ở khổ A4 và áp giấy sát thanh dẫn.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages have only {value} dpi. Scan at 200 to 300 dpi.</source>
        <translation>{pages} trên {of} trang chỉ có {value} dpi. Hãy quét ở 200 đến 300 dpi.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages were scanned in black and white only, which loses faint marks. Scan in grey.</source>
        <translation>{pages} trên {of} trang được quét đen trắng nên dễ mất dấu mờ. Hãy quét ở chế độ xám.</translation>
    </message>
    <message>
        <source>The print of {pages} of {of} pages is pale (contrast {value} %). Look after toner and copier, or scan darker.</source>
        <translation>Chữ in của {pages} trên {of} trang bị nhạt (độ tương phản {value} %). Hãy kiểm tra mực in, máy photo, hoặc quét đậm hơn.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages are out of focus. Clean the scanner&apos;s glass; do not scan as draft.</source>
        <translation>{pages} trên {of} trang bị mờ nét. Hãy lau mặt kính máy quét; không quét ở chế độ nháp.</translation>
    </message>
    <message>
        <source>Sheets were fed askew, by {value} degrees on {pages} of {of} pages. Push them against the guides and look at the rollers.</source>
        <translation>Giấy bị kéo lệch {value} độ ở {pages} trên {of} trang. Hãy áp giấy sát thanh dẫn và kiểm tra trục cuốn.</translation>
    </message>
    <message>
        <source>The print of {pages} of {of} pages has {value} % of its size. It can be read, but print and copy at 100 %.</source>
        <translation>Bản in của {pages} trên {of} trang chỉ đúng {value} % kích thước. Vẫn đọc được, nhưng hãy in và photo ở 100 %.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages look much like an earlier one, the first is page {first}. They count; look whether sheets were scanned twice.</source>
        <translation>{pages} trên {of} trang rất giống một trang trước đó, đầu tiên là trang số {first}. Chúng vẫn được tính; hãy xem có tờ nào bị quét hai lần không.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages show a sheet that was scanned before, the first is page {first}. It is counted once.</source>
        <translation>{pages} trên {of} trang là tờ đã quét trước đó, đầu tiên là trang số {first}. Mỗi tờ chỉ tính một lần.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages came before in the same file under another name. They are counted once.</source>
        <translation>{pages} trên {of} trang đã có trong cùng một tệp mang tên khác. Chỉ tính một lần.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages are blank. Scan one-sided forms from one side; it is quicker.</source>
        <translation>{pages} trên {of} trang để trắng. Phiếu in một mặt thì chỉ quét một mặt cho nhanh.</translation>
    </message>
    <message>
        <source>left</source>
        <translation>trái</translation>
    </message>
    <message>
        <source>top</source>
        <translation>trên</translation>
    </message>
    <message>
        <source>right</source>
        <translation>phải</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>dưới</translation>
    </message>
    <message>
        <source>{file}, page {number}</source>
        <translation>{file}, trang {number}</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>unreadable</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>bỏ trống</translation>
    </message>
    <message>
        <source>{file}, page {number}</source>
        <translation>{file}, trang {number}</translation>
    </message>
    <message>
        <source>sheet {serial}</source>
        <translation>phiếu {serial}</translation>
    </message>
</context>
</TS>
