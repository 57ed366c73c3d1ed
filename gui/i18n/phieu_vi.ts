<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Phiếu</source>
        <translation>Giới thiệu Phiếu</translation>
    </message>
    <message>
        <source>Prints, reads and counts questionnaires. Every number can be traced to ink.</source>
        <translation>In, đọc và tổng hợp phiếu khảo sát. Mỗi con số đều truy được về nét mực trên giấy.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Phiên bản {version}</translation>
    </message>
    <message>
        <source>Licence: Apache 2.0; typefaces under the SIL Open Font License</source>
        <translation>Giấy phép: Apache 2.0; phông chữ theo giấy phép SIL Open Font License</translation>
    </message>
</context>
<context>
    <name>AddFormDialog</name>
    <message>
        <source>Add a form</source>
        <translation>Thêm mẫu phiếu</translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation>Từ thư mục…</translation>
    </message>
    <message>
        <source>Its pages may lie in the same piles: every page finds its own form. Scans from now on are read with it; what was read stays as it is. Pages that are of none of the forms so far can be chosen under Scan and tried again. Each form has its own review and its own results.</source>
        <translation>Trang của mẫu này có thể nằm chung trong các xấp: mỗi trang tự tìm đúng mẫu của mình. Bản quét từ nay về sau được đọc cùng mẫu này; những gì đã đọc giữ nguyên. Trang đến nay không thuộc mẫu nào có thể được chọn ở mục Quét rồi đọc lại. Mỗi mẫu có phần soát lại và kết quả riêng.</translation>
    </message>
    <message>
        <source>Form to add</source>
        <translation>Mẫu phiếu cần thêm</translation>
    </message>
    <message>
        <source>Add form</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Choose the folder of a form template</source>
        <translation>Chọn thư mục của mẫu phiếu</translation>
    </message>
</context>
<context>
    <name>AnswerEdit</name>
    <message>
        <source>What is written on the paper</source>
        <translation>Nội dung viết trên phiếu</translation>
    </message>
    <message>
        <source>Proposed by the program. Enter keeps it, Tab goes on from it, Esc empties.</source>
        <translation>Máy gợi ý. Enter nhận, Tab sửa tiếp, Esc xóa.</translation>
    </message>
    <message>
        <source>Earlier entries come up while you type; ↓ chooses one.</source>
        <translation>Nội dung đã gõ trước hiện ra khi gõ; ↓ để chọn.</translation>
    </message>
    <message>
        <source>Type what is written</source>
        <translation>Gõ nội dung đã viết</translation>
    </message>
</context>
<context>
    <name>AreaActions</name>
    <message>
        <source>Align left edges</source>
        <translation>Căn cạnh trái</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>Căn cạnh phải</translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation>Căn cạnh trên</translation>
    </message>
    <message>
        <source>Align bottom edges</source>
        <translation>Căn cạnh dưới</translation>
    </message>
    <message>
        <source>Align one below the other</source>
        <translation>Căn thẳng hàng dọc</translation>
    </message>
    <message>
        <source>Align side by side</source>
        <translation>Căn thẳng hàng ngang</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Vẽ</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Nhân bản…</translation>
    </message>
    <message>
        <source>Delete from the page</source>
        <translation>Xóa khỏi trang</translation>
    </message>
    <message>
        <source>Choose all areas of the page</source>
        <translation>Chọn mọi ô của trang</translation>
    </message>
    <message>
        <source>Choose the row</source>
        <translation>Chọn cả hàng</translation>
    </message>
    <message>
        <source>Choose the column</source>
        <translation>Chọn cả cột</translation>
    </message>
    <message>
        <source>Choose the grid</source>
        <translation>Chọn cả bảng</translation>
    </message>
    <message>
        <source>Make the same size</source>
        <translation>Cho cùng kích thước</translation>
    </message>
    <message>
        <source>Distribute evenly across</source>
        <translation>Dàn đều theo chiều ngang</translation>
    </message>
    <message>
        <source>Distribute evenly downwards</source>
        <translation>Dàn đều theo chiều dọc</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Sắp xếp</translation>
    </message>
    <message>
        <source>Draw an area with the mouse (or hold Alt while dragging)</source>
        <translation>Vẽ một ô bằng chuột (hoặc giữ Alt khi kéo)</translation>
    </message>
    <message>
        <source>These questions, so many times, so far apart (Ctrl+D)</source>
        <translation>Lặp lại các câu hỏi này, số lần và khoảng cách tùy chọn (Ctrl+D)</translation>
    </message>
</context>
<context>
    <name>AreaPlace</name>
    <message>
        <source>Left</source>
        <translation>Trái</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Trên</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Rộng</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Cao</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Of the area that was chosen last; the others go and grow with it</source>
        <translation>Của vùng được chọn sau cùng; các vùng khác đang chọn dời và đổi cỡ theo</translation>
    </message>
</context>
<context>
    <name>AskedIf</name>
    <message>
        <source>Everyone</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>Only if: {question}</source>
        <translation>Chỉ khi: {question}</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Go back to a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>A backup of the database is made once a day when the survey is opened. Going back keeps the database of now as a backup of its own, so that you can return to it. Scans are not touched.</source>
        <translation>Mỗi ngày, khi mở đợt khảo sát, cơ sở dữ liệu được sao lưu một lần. Khi khôi phục, cơ sở dữ liệu hiện tại cũng được giữ thành một bản sao lưu để có thể trở về. Các bản quét giữ nguyên.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>{moment} · cannot be read</source>
        <translation>{moment} · không đọc được</translation>
    </message>
    <message>
        <source>{moment} · pages: {pages} · decisions: {decisions}</source>
        <translation>{moment} · số trang: {pages} · số quyết định: {decisions}</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>Đang tìm bản sao lưu…</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Chưa có bản sao lưu nào.</translation>
    </message>
    <message>
        <source>The database of now cannot be read; what of it is not in the backup would be lost.</source>
        <translation>Không đọc được cơ sở dữ liệu hiện tại; phần không có trong bản sao lưu sẽ mất.</translation>
    </message>
    <message>
        <source>Nothing would be lost: no page was read and nothing was decided since.</source>
        <translation>Không mất gì: từ đó đến nay chưa đọc thêm trang nào và chưa có quyết định nào.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) read since; add their files again to read them.</source>
        <translation>
            <numerusform>%n trang đọc từ đó đến nay; thêm lại các tệp để đọc lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) made since.</source>
        <translation>
            <numerusform>%n quyết định từ đó đến nay.</numerusform>
        </translation>
    </message>
    <message>
        <source>Would no longer count: {lost}</source>
        <translation>Sẽ không còn được tính: {lost}</translation>
    </message>
</context>
<context>
    <name>BatchActions</name>
    <message>
        <source>Batch {number}</source>
        <translation>Lô {number}</translation>
    </message>
    <message>
        <source>{batch}, taken out of the count by {operator}</source>
        <translation>{batch}, {operator} đã loại khỏi số liệu</translation>
    </message>
    <message>
        <source>Take batch out</source>
        <translation>Loại lô này</translation>
    </message>
    <message>
        <source>Nothing that came in the chosen batch counts any longer; everything known of it is kept</source>
        <translation>Mọi trang trong lô đã chọn không còn được tính; mọi dữ liệu vẫn được giữ</translation>
    </message>
    <message>
        <source>Bring batch back</source>
        <translation>Đưa lô trở lại</translation>
    </message>
    <message>
        <source>The chosen batch counts again</source>
        <translation>Lô đã chọn được tính trở lại</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Starting to read…</source>
        <translation>Đang bắt đầu đọc…</translation>
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
        <source>This batch was begun with another version of the program, its mark model or Poppler.</source>
        <translation>Đợt này được bắt đầu bằng một phiên bản khác của chương trình, của mô hình nhận dạng dấu hoặc của Poppler.</translation>
    </message>
    <message>
        <source>Left out: %1. Save what is on paper there as PDF, TIFF, JPEG or PNG.</source>
        <translation>Bỏ qua: %1. Hãy lưu những gì có trên giấy trong đó thành PDF, TIFF, JPEG hoặc PNG.</translation>
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
    <message>
        <source>The last batch was not finished. Its finished pages are kept.</source>
        <translation>Lô trước chưa đọc xong. Các trang đọc xong được giữ lại.</translation>
    </message>
    <message>
        <source>Stopped. Finished pages are kept.</source>
        <translation>Đã dừng. Các trang đọc xong được giữ lại.</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Đọc tiếp</translation>
    </message>
</context>
<context>
    <name>BatchesView</name>
    <message>
        <source>Batch</source>
        <translation>Lô</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Batch {number}</source>
        <translation>Lô {number}</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>đã loại</translation>
    </message>
    <message>
        <source>stopped, {moment}</source>
        <translation>dừng giữa chừng, {moment}</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>đang đọc</translation>
    </message>
    <message>
        <source>Click a figure to see its pages, or a batch to take it out of the count.</source>
        <translation>Bấm vào một con số để xem các trang của nó, hoặc vào một lô để loại lô đó khỏi số liệu.</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Các lô</translation>
    </message>
</context>
<context>
    <name>BlindDesk</name>
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
        <source>{file}, page {number}</source>
        <translation>{file}, trang {number}</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
    <message>
        <source>Progress of the re-check</source>
        <translation>Tiến độ kiểm tra lại</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check this survey</source>
        <translation>Kiểm tra tính toàn vẹn</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Sửa chữa</translation>
    </message>
    <message>
        <source>Originals…</source>
        <translation>Tệp gốc…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Bản sao lưu…</translation>
    </message>
    <message>
        <source>The survey is being checked…</source>
        <translation>Đang kiểm tra đợt khảo sát…</translation>
    </message>
    <message>
        <source>The survey is being mended…</source>
        <translation>Đang sửa chữa đợt khảo sát…</translation>
    </message>
    <message>
        <source>Originals: {folders}</source>
        <translation>Tệp gốc: {folders}</translation>
    </message>
    <message>
        <source>What is damaged</source>
        <translation>Những chỗ bị hỏng</translation>
    </message>
    <message>
        <source>Choose a folder in which delivered files still are: copies in the survey are restored from them</source>
        <translation>Chọn thư mục còn các tệp gốc: các bản quét của đợt khảo sát được khôi phục từ đó</translation>
    </message>
    <message>
        <source>Where the originals are</source>
        <translation>Nơi có tệp gốc</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Chưa có bản sao lưu nào.</translation>
    </message>
    <message>
        <source>The newest backup is of {moment}.</source>
        <translation>Bản sao lưu mới nhất: {moment}.</translation>
    </message>
    <message>
        <source>The damaged database is kept as {name}.</source>
        <translation>Cơ sở dữ liệu bị hỏng được giữ dưới tên {name}.</translation>
    </message>
    <message>
        <source>Decisions and removals made since the last backup are lost; without a backup, all of them.</source>
        <translation>Các quyết định và lần loại bỏ từ sau bản sao lưu gần nhất đã mất; nếu không có bản sao lưu thì mất tất cả.</translation>
    </message>
    <message>
        <source>Which serial numbers were printed since the last backup is lost. Those seen on scans are not printed again, those on paper not yet scanned may be.</source>
        <translation>Không còn biết những số thứ tự nào đã in từ sau bản sao lưu gần nhất. Các số thấy trên bản quét sẽ không được in lại, còn các số trên giấy chưa quét thì có thể bị in lại.</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) restored from originals.</source>
        <translation>
            <numerusform>Đã khôi phục %n bản quét từ tệp gốc.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) read again.</source>
        <translation>
            <numerusform>Đã đọc lại %n trang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing could be mended.</source>
        <translation>Không sửa chữa được gì.</translation>
    </message>
    <message>
        <source>The survey could not be checked to the end.</source>
        <translation>Không kiểm tra được hết đợt khảo sát.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Các lệnh</translation>
    </message>
    <message>
        <source>Type a part of what you want to do</source>
        <translation>Gõ một phần của việc muốn làm, không cần dấu</translation>
    </message>
    <message>
        <source>What you want to do</source>
        <translation>Việc muốn làm</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>Ở đây không có việc nào tên như vậy.</translation>
    </message>
</context>
<context>
    <name>ComparedPages</name>
    <message>
        <source>Earlier: {file}, page {number}</source>
        <translation>Trước: {file}, trang {number}</translation>
    </message>
    <message>
        <source>Later: {file}, page {number}</source>
        <translation>Sau: {file}, trang {number}</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
</context>
<context>
    <name>CriteriaPanel</name>
    <message>
        <source>Show the answers behind this</source>
        <translation>Xem các câu trả lời phía sau</translation>
    </message>
</context>
<context>
    <name>CriteriaTableModel</name>
    <message>
        <source>95 % interval by Wilson; how wide it is follows from how much people differ: the answers of one person resemble each other.</source>
        <translation>Khoảng tin cậy 95 % theo Wilson; rộng hay hẹp tùy mọi người trả lời khác nhau đến đâu: các câu trả lời của một người giống nhau.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Phân bố</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>KTC 95 %</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>{question} (not in the index)</source>
        <translation>{question} (không tính vào chỉ số)</translation>
    </message>
    <message>
        <source>mean {mean}</source>
        <translation>TB {mean}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} đến {high}</translation>
    </message>
    <message>
        <source>{promoters} promoters, {passives} passives, {detractors} detractors</source>
        <translation>{promoters} ủng hộ, {passives} trung lập, {detractors} không ủng hộ</translation>
    </message>
    <message>
        <source>No opinion</source>
        <translation>Không có ý kiến</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>Bỏ trống</translation>
    </message>
    <message>
        <source>Too many marks</source>
        <translation>Đánh quá số ô</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Không đọc được</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Không phải trả lời</translation>
    </message>
    <message>
        <source>Awaiting review</source>
        <translation>Chờ kiểm tra</translation>
    </message>
    <message>
        <source>Page missing</source>
        <translation>Thiếu trang</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Blank</source>
        <translation>Bỏ trống</translation>
    </message>
    <message>
        <source>Nothing written</source>
        <translation>Không viết gì</translation>
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
        <source>Go on without it</source>
        <translation>Bỏ qua câu này</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
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
    <name>DesignerDialog</name>
    <message>
        <source>Edit form</source>
        <translation>Sửa mẫu phiếu</translation>
    </message>
    <message>
        <source>The form was changed and not saved.</source>
        <translation>Mẫu phiếu đã thay đổi và chưa được lưu.</translation>
    </message>
    <message>
        <source>What is not saved is kept, and offered when the form is edited again.</source>
        <translation>Những gì chưa lưu vẫn được giữ và được đưa ra khi sửa lại mẫu phiếu.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Đóng, không lưu</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Sửa tiếp</translation>
    </message>
</context>
<context>
    <name>DesignerPage</name>
    <message>
        <source>Opening the form…</source>
        <translation>Đang mở mẫu phiếu…</translation>
    </message>
</context>
<context>
    <name>DesignerView</name>
    <message>
        <source>Not saved: what is listed below must be mended first. Nothing is lost meanwhile.</source>
        <translation>Chưa lưu: cần sửa những điểm liệt kê bên dưới trước. Trong lúc đó không mất gì cả.</translation>
    </message>
    <message>
        <source>Not saved: the pages cannot be set like this. Nothing is lost meanwhile.</source>
        <translation>Chưa lưu: không dàn trang được như thế này. Trong lúc đó không mất gì.</translation>
    </message>
    <message>
        <source>Not tried: what is listed below must be mended first.</source>
        <translation>Chưa đọc thử: cần sửa những điểm liệt kê bên dưới trước.</translation>
    </message>
    <message>
        <source>Not tried: the pages cannot be set like this.</source>
        <translation>Chưa đọc thử: không dàn trang được như thế này.</translation>
    </message>
    <message>
        <source>The last change cannot be set, so the pages are those before it: {why}.</source>
        <translation>Không dàn trang được thay đổi cuối, nên trang đang hiện là của trước đó: {why}.</translation>
    </message>
    <message>
        <source>Try the form on filled scans</source>
        <translation>Đọc thử mẫu phiếu trên bản quét đã điền</translation>
    </message>
    <message>
        <source>Save as version {new}</source>
        <translation>Lưu thành phiên bản {new}</translation>
    </message>
    <message>
        <source>Pages were read or printed with version {old}, so it stays as it is. Saving makes version {new}: it reads the pages that come from now on.</source>
        <translation>Đã có trang được đọc hoặc in theo phiên bản {old} nên phiên bản đó giữ nguyên. Lưu sẽ tạo phiên bản {new}, dùng để đọc các trang từ nay về sau.</translation>
    </message>
    <message>
        <source>Version {new} reads the pages that come from now on; earlier ones stay with version {old}.</source>
        <translation>Phiên bản {new} đọc các trang từ nay về sau; các trang trước vẫn theo phiên bản {old}.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <source>Try it…</source>
        <translation>Đọc thử…</translation>
    </message>
    <message>
        <source>Shows what is read of a filled scan or photograph, which can also be dropped here</source>
        <translation>Cho xem đọc được gì từ bản quét hoặc ảnh chụp một phiếu đã điền; cũng có thể thả tệp vào đây</translation>
    </message>
    <message>
        <source>Reads the same scans with the form as it is now; others can be dropped here</source>
        <translation>Đọc lại các bản quét đó bằng mẫu phiếu như hiện tại; có thể thả tệp khác vào đây</translation>
    </message>
    <message>
        <source>That cannot be done: {why}.</source>
        <translation>Không làm được: {why}.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>What you do is kept on disk at once; if the program ends, it is offered again.</source>
        <translation>Mỗi thay đổi được giữ ngay trên đĩa; nếu chương trình tắt, lần sau sẽ được mở lại.</translation>
    </message>
    <message>
        <source>Not saved, not secured</source>
        <translation>Chưa lưu, không được giữ</translation>
    </message>
    <message>
        <source>Changes cannot be kept on disk meanwhile: {why}.</source>
        <translation>Tạm thời không giữ được thay đổi trên đĩa: {why}.</translation>
    </message>
    <message>
        <source>Click an area or drag a box; wheel zooms, Alt draws, Ctrl does not snap.</source>
        <translation>Bấm vào ô hoặc kéo khung để chọn; lăn chuột để phóng to, giữ Alt để vẽ, giữ Ctrl để không bắt dính.</translation>
    </message>
    <message>
        <source>Draws option “{option}” of {item}.</source>
        <translation>Vẽ ô cho lựa chọn “{option}” của {item}.</translation>
    </message>
    <message>
        <source>Draws the writing field of {item}.</source>
        <translation>Vẽ chỗ viết của {item}.</translation>
    </message>
    <message>
        <source>Draws a new option “{option}” of {item}.</source>
        <translation>Vẽ lựa chọn mới “{option}” của {item}.</translation>
    </message>
    <message>
        <source>Draws a new question, {item}. Choose one to draw its options.</source>
        <translation>Vẽ câu hỏi mới, {item}. Chọn một câu hỏi để vẽ các lựa chọn của nó.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Into the form&apos;s folder (Ctrl+S)</source>
        <translation>Vào thư mục của mẫu phiếu (Ctrl+S)</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Cả trang</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Vừa bề ngang</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Report of the chosen unit (PDF)…</source>
        <translation>Báo cáo của đơn vị đang chọn (PDF)…</translation>
    </message>
    <message>
        <source>Report of {unit} (PDF)…</source>
        <translation>Báo cáo của {unit} (PDF)…</translation>
    </message>
    <message>
        <source>Workbook (Excel)…</source>
        <translation>Bảng tính Excel (.xlsx)…</translation>
    </message>
    <message>
        <source>Overview, index, every question and unit, all answers. In the window&apos;s language.</source>
        <translation>Tổng quan, chỉ số, từng tiêu chí và đơn vị, toàn bộ câu trả lời. Theo ngôn ngữ của cửa sổ.</translation>
    </message>
    <message>
        <source>Report of the whole round (PDF)…</source>
        <translation>Báo cáo toàn đợt khảo sát (PDF)…</translation>
    </message>
    <message>
        <source>To print: the index, every factor and criterion, the ranking of the units.</source>
        <translation>Bản in: chỉ số, từng yếu tố và tiêu chí, xếp hạng các đơn vị.</translation>
    </message>
    <message>
        <source>Reports of all units, a file each (PDF)…</source>
        <translation>Báo cáo từng đơn vị, mỗi đơn vị một tệp (PDF)…</translation>
    </message>
    <message>
        <source>Into a folder you choose; units without forms have none.</source>
        <translation>Ghi vào thư mục được chọn; đơn vị chưa có phiếu thì không có báo cáo.</translation>
    </message>
    <message>
        <source>Data for SPSS (.sav)…</source>
        <translation>Dữ liệu cho SPSS (.sav)…</translation>
    </message>
    <message>
        <source>One row per form, with labels and missing codes; R and Stata read it as well.</source>
        <translation>Mỗi phiếu một dòng, kèm nhãn và mã thiếu; R và Stata cũng đọc được.</translation>
    </message>
    <message>
        <source>Data for R and Python (.parquet)…</source>
        <translation>Dữ liệu cho R và Python (.parquet)…</translation>
    </message>
    <message>
        <source>One row per form, typed, with the reason of every missing answer.</source>
        <translation>Mỗi phiếu một dòng, đúng kiểu dữ liệu, kèm lý do của từng câu bị thiếu.</translation>
    </message>
    <message>
        <source>All answers (.csv)…</source>
        <translation>Toàn bộ câu trả lời (.csv)…</translation>
    </message>
    <message>
        <source>One row per answer with its page, its reading and who decided.</source>
        <translation>Mỗi câu trả lời một dòng, kèm trang, kết quả đọc và người quyết định.</translation>
    </message>
    <message>
        <source>Everything into a folder…</source>
        <translation>Tất cả vào một thư mục…</translation>
    </message>
    <message>
        <source>All of these files about the whole round, and a README that says what each is.</source>
        <translation>Mọi tệp trên về toàn bộ đợt, kèm README nói rõ từng tệp là gì.</translation>
    </message>
    <message>
        <source>Choose the unit in the list above the table.</source>
        <translation>Chọn đơn vị trong danh sách phía trên bảng.</translation>
    </message>
</context>
<context>
    <name>ExportState</name>
    <message>
        <source>Open file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Xem nơi lưu</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
</context>
<context>
    <name>FigureAnswersPage</name>
    <message>
        <source>All counted</source>
        <translation>Mọi câu được tính</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>Không hài lòng</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>Bỏ trống</translation>
    </message>
    <message>
        <source>Too many marks</source>
        <translation>Đánh quá số ô</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Không đọc được</translation>
    </message>
    <message>
        <source>Awaiting review</source>
        <translation>Chờ kiểm tra</translation>
    </message>
    <message>
        <source>{file}, page {number}</source>
        <translation>{file}, trang {number}</translation>
    </message>
    <message>
        <source>{answer} – {who}</source>
        <translation>{answer} – {who}</translation>
    </message>
    <message>
        <source>The program read: {answer}</source>
        <translation>Máy đã đọc: {answer}</translation>
    </message>
    <message>
        <source>No answer is chosen.</source>
        <translation>Chưa chọn câu trả lời nào.</translation>
    </message>
    <message>
        <source>No such answer.</source>
        <translation>Không có câu trả lời nào như vậy.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
    <message>
        <source>‹  Back</source>
        <translation>‹  Quay lại</translation>
    </message>
    <message>
        <source>Decide again (Enter)</source>
        <translation>Quyết định lại (Enter)</translation>
    </message>
    <message>
        <source>Enter, F2 or double-click: look at this answer in review</source>
        <translation>Enter, F2 hoặc nhấp đúp: mở câu này trong phần kiểm tra</translation>
    </message>
    <message>
        <source>Which of the answers to list</source>
        <translation>Liệt kê những câu trả lời nào</translation>
    </message>
    <message>
        <source>Answers behind the figure</source>
        <translation>Các câu trả lời phía sau số liệu</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Quyết định lại</translation>
    </message>
    <message>
        <source>{answers} answers of {people} respondents</source>
        <translation>{answers} câu trả lời của {people} người</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang tìm…</translation>
    </message>
</context>
<context>
    <name>FigureAnswersTableModel</name>
    <message>
        <source>Sheet</source>
        <translation>Phiếu số</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Người quyết định</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
</context>
<context>
    <name>FileWriting</name>
    <message>
        <source>Folder for the reports</source>
        <translation>Thư mục ghi báo cáo</translation>
    </message>
    <message>
        <source>Where the folder is to be</source>
        <translation>Nơi tạo thư mục</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>Bảng CSV (*.csv)</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>SPSS files (*.sav)</source>
        <translation>Tệp SPSS (*.sav)</translation>
    </message>
    <message>
        <source>Parquet files (*.parquet)</source>
        <translation>Tệp Parquet (*.parquet)</translation>
    </message>
    <message>
        <source>covers</source>
        <translation>tờ đầu cuối</translation>
    </message>
    <message>
        <source>Print forms</source>
        <translation>In phiếu</translation>
    </message>
    <message>
        <source>forms</source>
        <translation>phiếu</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>Writing pictures: page {done} of {total}</source>
        <translation>Đang ghi ảnh: trang {done} trên {total}</translation>
    </message>
    <message>
        <source>Reports written: {done} of {total}</source>
        <translation>Đã ghi {done}/{total} báo cáo</translation>
    </message>
    <message>
        <source>Files written: {done} of {total}</source>
        <translation>Đã ghi {done}/{total} tệp</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Đã ghi: {path}</translation>
    </message>
    <message>
        <source>Stopped. What was written so far is kept.</source>
        <translation>Đã dừng. Những gì đã ghi được giữ lại.</translation>
    </message>
</context>
<context>
    <name>FolderUnitsDialog</name>
    <message>
        <source>Folders named like units</source>
        <translation>Thư mục mang tên đơn vị</translation>
    </message>
    <message>
        <source>Do the scans in these folders belong to the units they are named after? Where a folder is named after no unit, or could be after several, choose one or go by what is printed.</source>
        <translation>Bản quét trong các thư mục này có thuộc đơn vị mà thư mục mang tên không? Thư mục không mang tên đơn vị nào, hoặc có thể là nhiều đơn vị: hãy chọn một đơn vị, hoặc theo thông tin in trên phiếu.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Count for these units</source>
        <translation>Tính cho các đơn vị này</translation>
    </message>
    <message>
        <source>Go by the paper</source>
        <translation>Theo thông tin trên giấy</translation>
    </message>
</context>
<context>
    <name>FolderWatching</name>
    <message>
        <source>Watch a folder</source>
        <translation>Theo dõi thư mục</translation>
    </message>
</context>
<context>
    <name>FormBox</name>
    <message>
        <source>Form that is shown, reviewed and counted</source>
        <translation>Mẫu phiếu đang xem, soát và tính kết quả</translation>
    </message>
    <message>
        <source>{name} ({count} to review) · {title}</source>
        <translation>{name} ({count} câu cần soát) · {title}</translation>
    </message>
</context>
<context>
    <name>FormCanvas</name>
    <message>
        <source>Page of the form</source>
        <translation>Trang của mẫu phiếu</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Another form whose pages may lie in the same piles</source>
        <translation>Một mẫu phiếu khác, các trang có thể nằm lẫn trong cùng một tập</translation>
    </message>
    <message>
        <source>The new form is in {folder}. A new survey can be made with it, or it can be added to this one.</source>
        <translation>Mẫu phiếu mới nằm trong {folder}. Có thể tạo cuộc khảo sát mới với mẫu này, hoặc thêm vào cuộc khảo sát này.</translation>
    </message>
    <message>
        <source>Areas, questions and scales of the form</source>
        <translation>Các ô, câu hỏi và thang đo của mẫu phiếu</translation>
    </message>
    <message>
        <source>Words, questions, scales and setting of the form</source>
        <translation>Câu chữ, câu hỏi, thang đo và cách dàn trang của mẫu phiếu</translation>
    </message>
    <message>
        <source>Scans are being read; the form can be edited afterwards</source>
        <translation>Đang đọc bản quét; đọc xong mới sửa được mẫu phiếu</translation>
    </message>
    <message>
        <source>Changes become a new version; pages that were read keep theirs</source>
        <translation>Thay đổi sẽ thành phiên bản mới; các trang đã đọc giữ phiên bản của chúng</translation>
    </message>
    <message>
        <source>version {version}: {pages}</source>
        <translation>phiên bản {version}: {pages}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) read</source>
        <translation>
            <numerusform>đã đọc %n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown is version {version}</source>
        <translation>Đang xem phiên bản {version}</translation>
    </message>
    <message>
        <source>Drawing the form…</source>
        <translation>Đang vẽ mẫu phiếu…</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n câu hỏi</numerusform>
        </translation>
    </message>
    <message>
        <source>Print forms…</source>
        <translation>In phiếu…</translation>
    </message>
    <message>
        <source>Add a form…</source>
        <translation>Thêm mẫu phiếu…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>New form from this one…</source>
        <translation>Mẫu mới từ mẫu này…</translation>
    </message>
    <message>
        <source>A form of its own that begins with these questions</source>
        <translation>Một mẫu phiếu riêng, bắt đầu bằng các câu hỏi này</translation>
    </message>
    <message>
        <source>Another form from a file…</source>
        <translation>Mẫu phiếu khác từ tệp…</translation>
    </message>
    <message>
        <source>New form…</source>
        <translation>Mẫu phiếu mới…</translation>
    </message>
    <message>
        <source>Typesets a new form of questions pasted from Excel or Word</source>
        <translation>Dàn trang một phiếu mới từ các câu hỏi dán từ Excel hoặc Word</translation>
    </message>
    <message>
        <source>A Word file, PDF or picture of a blank form can also be dropped here</source>
        <translation>Cũng có thể kéo thả vào đây tệp Word, PDF hoặc ảnh của phiếu trắng</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Trang {number}</translation>
    </message>
    <message>
        <source>Questions of the form</source>
        <translation>Các câu hỏi của mẫu phiếu</translation>
    </message>
</context>
<context>
    <name>FormProperties</name>
    <message>
        <source>no question</source>
        <translation>không có câu nào</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Overall satisfaction</source>
        <translation>Hài lòng chung</translation>
    </message>
</context>
<context>
    <name>FoundView</name>
    <message>
        <source>Questions of the form</source>
        <translation>Các câu hỏi của phiếu</translation>
    </message>
    <message>
        <source>Next question to look at</source>
        <translation>Câu cần xem tiếp theo</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Trang {number}</translation>
    </message>
    <message>
        <source>as forms usually have it</source>
        <translation>như thường thấy trên phiếu</translation>
    </message>
    <message>
        <source>please look</source>
        <translation>cần xem lại</translation>
    </message>
    <message>
        <source>may be none</source>
        <translation>có thể không phải ô</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n câu hỏi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) to be marked</source>
        <translation>
            <numerusform>%n ô để đánh dấu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to look at</source>
        <translation>
            <numerusform>%n câu cần xem</numerusform>
        </translation>
    </message>
    <message>
        <source>One answer</source>
        <translation>Chọn một</translation>
    </message>
    <message>
        <source>Several answers</source>
        <translation>Chọn nhiều</translation>
    </message>
    <message>
        <source>Words to be written</source>
        <translation>Viết chữ</translation>
    </message>
    <message>
        <source>A number to be written</source>
        <translation>Viết số</translation>
    </message>
    <message>
        <source>At most {count} answers</source>
        <translation>Chọn nhiều nhất {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s)</source>
        <translation>
            <numerusform>%n phương án</numerusform>
        </translation>
    </message>
    <message>
        <source>marked in boxes</source>
        <translation>đánh dấu vào ô</translation>
    </message>
    <message>
        <source>digits are circled</source>
        <translation>khoanh tròn chữ số</translation>
    </message>
    <message>
        <source>digits are crossed</source>
        <translation>gạch chéo chữ số</translation>
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
        <source>Nothing of this is left to be accepted.</source>
        <translation>Không còn câu nào trong số này để chấp nhận.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing doubtful is left. %Ln answer(s) were accepted: tick “Accepted ones too”.</source>
        <translation>
            <numerusform>Không còn câu nào nghi ngờ. Máy đã nhận %Ln câu: hãy đánh dấu “Cả câu máy đã nhận”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Click or Space: leave odd ones out, they stay for review one by one. F: whole page.</source>
        <translation>Bấm chuột hoặc phím cách: để riêng câu lạ, sẽ kiểm tra từng câu. F: cả trang.</translation>
    </message>
    <message>
        <source>Click or Space: set aside what looks odd. F: whole page.</source>
        <translation>Nhấp hoặc phím cách: để riêng câu thấy lạ. F: xem cả trang.</translation>
    </message>
    <message>
        <source>Decisions so far bear these readings out. They will count as accepted by the program, not as seen.</source>
        <translation>Các quyết định đến nay cho thấy có thể tin kết quả đọc những câu này. Chúng sẽ tính là do máy chấp nhận, không phải đã có người xem.</translation>
    </message>
    <message>
        <source>Nothing is left to look over: people decided all answers that were read from marks.</source>
        <translation>Không còn gì để xem lại: mọi câu đọc từ dấu đánh đều đã có người quyết định.</translation>
    </message>
    <message numerus="yes">
        <source>Accept all %Ln  (Enter)</source>
        <translation>
            <numerusform>Chấp nhận cả %Ln câu  (Enter)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide %n set aside first  (Enter)</source>
        <translation>
            <numerusform>Quyết định trước %n câu để riêng  (Enter)</numerusform>
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
        <source>No answer is open here. Choose something else above.</source>
        <translation>Không còn câu nào ở đây. Hãy chọn mục khác ở trên.</translation>
    </message>
    <message>
        <source>Answers read alike</source>
        <translation>Các câu trả lời đọc giống nhau</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Set aside, or take in again</source>
        <translation>Để riêng, hoặc nhận lại</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Cả trang</translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>Scanner and paper</source>
        <translation>Máy quét và giấy</translation>
    </message>
    <message>
        <source>Pictures and paper</source>
        <translation>Ảnh và giấy</translation>
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
    <name>HistoryActions</name>
    <message>
        <source>Undo: {name}</source>
        <translation>Hoàn tác: {name}</translation>
    </message>
    <message>
        <source>Redo: {name}</source>
        <translation>Làm lại: {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
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
    <name>IndexCard</name>
    <message>
        <source>Nothing was rated yet.</source>
        <translation>Chưa có đánh giá nào.</translation>
    </message>
    <message>
        <source>95 % interval: {interval}</source>
        <translation>Khoảng tin cậy 95 %: {interval}</translation>
    </message>
    <message>
        <source>{count} of {total} answers satisfied, {people} respondents</source>
        <translation>{count} trên {total} câu trả lời hài lòng, {people} người</translation>
    </message>
    <message>
        <source>Satisfaction index, weighted by transactions</source>
        <translation>Chỉ số hài lòng, có trọng số theo giao dịch</translation>
    </message>
    <message>
        <source>Not weighted: {share} ({interval})</source>
        <translation>Không có trọng số: {share} ({interval})</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>tạm thời</translation>
    </message>
    <message>
        <source>Satisfaction index</source>
        <translation>Chỉ số hài lòng</translation>
    </message>
    <message>
        <source>not weighted: not every unit tells its transactions</source>
        <translation>chưa có trọng số: có đơn vị chưa cho biết số giao dịch</translation>
    </message>
    <message>
        <source>Share of satisfied answers. 95 % interval by Wilson; how wide it is follows from how much people differ. Enter or double-click: the answers behind it.</source>
        <translation>Tỷ lệ câu trả lời hài lòng. Khoảng tin cậy 95 % theo Wilson; rộng hay hẹp tùy mọi người trả lời khác nhau đến đâu. Enter hoặc nhấp đúp: xem các câu trả lời phía sau.</translation>
    </message>
</context>
<context>
    <name>ItemProperties</name>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Tối đa</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Chỗ viết</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Thang đo</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Số cột</translation>
    </message>
    <message>
        <source>Asked of</source>
        <translation>Hỏi ai</translation>
    </message>
    <message>
        <source>In the results</source>
        <translation>Trong kết quả</translation>
    </message>
    <message>
        <source>Marked by</source>
        <translation>Cách đánh dấu</translation>
    </message>
    <message>
        <source>What the scale measures</source>
        <translation>Thang đo cho biết điều gì</translation>
    </message>
    <message>
        <source>Id in the results</source>
        <translation>Mã trong kết quả</translation>
    </message>
    <message>
        <source>One option</source>
        <translation>Chọn một</translation>
    </message>
    <message>
        <source>Several options</source>
        <translation>Chọn nhiều</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Viết chữ</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Viết số</translation>
    </message>
    <message>
        <source>Marks in boxes</source>
        <translation>Đánh dấu vào ô</translation>
    </message>
    <message>
        <source>Circling digits</source>
        <translation>Khoanh tròn số</translation>
    </message>
    <message>
        <source>Crossing digits</source>
        <translation>Gạch chéo số</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Mức hài lòng</translation>
    </message>
    <message>
        <source>Levels in order</source>
        <translation>Mức có thứ tự</translation>
    </message>
    <message>
        <source>Without order</source>
        <translation>Không có thứ tự</translation>
    </message>
    <message>
        <source>Recommendation 0–10</source>
        <translation>Giới thiệu 0–10</translation>
    </message>
    <message>
        <source>as many as one likes</source>
        <translation>không giới hạn</translation>
    </message>
    <message>
        <source>As they fit</source>
        <translation>Tự xếp</translation>
    </message>
    <message>
        <source>Options of its own</source>
        <translation>Lựa chọn riêng</translation>
    </message>
    <message>
        <source>Make its options a scale</source>
        <translation>Lập thang đo từ các lựa chọn</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) share these options.</source>
        <translation>
            <numerusform>%n câu hỏi dùng chung các lựa chọn này.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftOverBar</name>
    <message numerus="yes">
        <source>%n change(s) of last time were not saved.</source>
        <translation>
            <numerusform>%n thay đổi lần trước chưa được lưu.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last one: {name}.</source>
        <translation>Thay đổi cuối: {name}.</translation>
    </message>
    <message>
        <source>Not all that was kept can be used; a copy of it is in {file}.</source>
        <translation>Không dùng được hết những gì đã giữ; bản sao nằm trong {file}.</translation>
    </message>
    <message>
        <source>Go on with them</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Begin with what is saved</source>
        <translation>Bắt đầu từ bản đã lưu</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
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
        <source>&amp;Form from a file…</source>
        <translation>&amp;Mẫu phiếu từ tệp…</translation>
    </message>
    <message>
        <source>Form from a &amp;list of questions…</source>
        <translation>Mẫu phiếu từ &amp;danh sách câu hỏi…</translation>
    </message>
    <message>
        <source>&amp;Add scans…</source>
        <translation>Thêm &amp;bản quét…</translation>
    </message>
    <message>
        <source>Settings &amp;of this survey…</source>
        <translation>&amp;Thiết lập của đợt khảo sát…</translation>
    </message>
    <message>
        <source>Chec&amp;k this survey…</source>
        <translation>&amp;Kiểm tra tính toàn vẹn…</translation>
    </message>
    <message>
        <source>Go &amp;back to a backup…</source>
        <translation>Kh&amp;ôi phục từ bản sao lưu…</translation>
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
        <source>&amp;Find a command…</source>
        <translation>Tìm &amp;lệnh…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Phím tắt</translation>
    </message>
    <message>
        <source>&amp;About Phiếu</source>
        <translation>&amp;Giới thiệu Phiếu</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open survey</source>
        <translation>Mở đợt khảo sát</translation>
    </message>
    <message>
        <source>Check this survey…</source>
        <translation>Kiểm tra tính toàn vẹn…</translation>
    </message>
</context>
<context>
    <name>NewFormDialog</name>
    <message>
        <source>New form</source>
        <translation>Mẫu phiếu mới</translation>
    </message>
    <message>
        <source>Title of the form</source>
        <translation>Tiêu đề của phiếu</translation>
    </message>
    <message>
        <source>Language of the form</source>
        <translation>Ngôn ngữ của phiếu</translation>
    </message>
    <message>
        <source>Language of the list</source>
        <translation>Theo danh sách</translation>
    </message>
    <message>
        <source>Paste questions from Excel or Word here, or drop a file.

One question a row, or a numbered list; options in further columns, below, or behind a colon:
1. Sex: Male / Female</source>
        <translation>Dán câu hỏi từ Excel hoặc Word vào đây, hoặc thả một tệp.

Mỗi dòng một câu, hoặc danh sách đánh số; phương án ở các cột tiếp theo, ở dưới, hoặc sau dấu hai chấm:
1. Giới tính: Nam / Nữ</translation>
    </message>
    <message>
        <source>List of questions</source>
        <translation>Danh sách câu hỏi</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Từ tệp…</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>Bắt đầu bằng ví dụ</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Blank pages as PDF…</source>
        <translation>Lưu phiếu trống thành PDF…</translation>
    </message>
    <message>
        <source>Save as template…</source>
        <translation>Lưu thành mẫu phiếu…</translation>
    </message>
    <message>
        <source>New survey with this form…</source>
        <translation>Đợt khảo sát mới với mẫu phiếu này…</translation>
    </message>
    <message>
        <source>The pages of the form are shown here.</source>
        <translation>Các trang của phiếu hiện ở đây.</translation>
    </message>
    <message>
        <source>Write options below these questions in the list, or let them be answered otherwise: {names}.</source>
        <translation>Hãy viết phương án bên dưới các câu hỏi này trong danh sách, hoặc đổi cách trả lời: {names}.</translation>
    </message>
    <message>
        <source>No question was found in this text.</source>
        <translation>Không tìm thấy câu hỏi nào trong văn bản này.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n câu hỏi</numerusform>
        </translation>
    </message>
    <message>
        <source>Click on how a question is answered to change it; untick what is to be left out.</source>
        <translation>Bấm vào cách trả lời để đổi; bỏ dấu chọn câu không dùng.</translation>
    </message>
    <message>
        <source>Lists of questions ({endings})</source>
        <translation>Danh sách câu hỏi ({endings})</translation>
    </message>
    <message>
        <source>Choose a list of questions</source>
        <translation>Chọn danh sách câu hỏi</translation>
    </message>
    <message>
        <source>1. How satisfied are you with the service?</source>
        <translation>1. Ông/Bà có hài lòng với dịch vụ không?</translation>
    </message>
    <message>
        <source>Blank pages as PDF</source>
        <translation>Lưu phiếu trống thành PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Choose where the template&apos;s folder is made</source>
        <translation>Chọn nơi tạo thư mục của mẫu phiếu</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>Đã lưu vào {folder}.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
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
        <source>Form from a file…</source>
        <translation>Mẫu phiếu từ tệp…</translation>
    </message>
    <message>
        <source>New form…</source>
        <translation>Mẫu phiếu mới…</translation>
    </message>
    <message>
        <source>Typesets a new form of questions pasted from Excel or Word</source>
        <translation>Dàn trang một phiếu mới từ các câu hỏi dán từ Excel hoặc Word</translation>
    </message>
    <message>
        <source>Import a form…</source>
        <translation>Nhập mẫu phiếu có sẵn…</translation>
    </message>
    <message>
        <source>New form from this one…</source>
        <translation>Mẫu mới từ mẫu này…</translation>
    </message>
    <message>
        <source>A form of its own that begins with these questions</source>
        <translation>Một mẫu phiếu riêng, bắt đầu bằng các câu hỏi này</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Sửa…</translation>
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
        <source>Choose the folder of a form template</source>
        <translation>Chọn thư mục của mẫu phiếu</translation>
    </message>
    <message>
        <source>Use this form</source>
        <translation>Dùng mẫu phiếu này</translation>
    </message>
</context>
<context>
    <name>NextStepPanel</name>
    <message numerus="yes">
        <source>%Ln page(s) read</source>
        <translation>
            <numerusform>Đã đọc %Ln trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln trang không đọc được</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) for you</source>
        <translation>
            <numerusform>%Ln câu chờ bạn quyết định</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at unread pages</source>
        <translation>Xem các trang chưa đọc được</translation>
    </message>
    <message>
        <source>Begin review</source>
        <translation>Bắt đầu kiểm tra</translation>
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
    <name>OfferBar</name>
    <message numerus="yes">
        <source>%Ln answer(s) accepted earlier are no longer borne out by decisions since.</source>
        <translation>
            <numerusform>%Ln câu đã chấp nhận trước đây không còn phù hợp với các quyết định sau này.</numerusform>
        </translation>
    </message>
    <message>
        <source>More could be accepted once those who have only ever confirmed ({names}) read ten answers in Re-check.</source>
        <translation>Có thể chấp nhận thêm, sau khi người từ trước đến nay chỉ xác nhận ({names}) đọc mười câu ở mục Kiểm tra lại.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {left} answers left can now be accepted within the same tolerance.</source>
        <translation>
            <numerusform>Nay có thể chấp nhận %Ln trong {left} câu còn lại mà vẫn trong mức sai cho phép.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned from %Ln decision(s) on these scans.</source>
        <translation>
            <numerusform>Dựa trên %Ln quyết định với loạt quét này.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them…</source>
        <translation>Xem các câu này…</translation>
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
    <name>OperatorTableModel</name>
    <message>
        <source>Operator</source>
        <translation>Người kiểm tra</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>In re-check</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Thời gian làm</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Mỗi giờ</translation>
    </message>
    <message>
        <source>Same as others</source>
        <translation>Khớp người khác</translation>
    </message>
    <message>
        <source>Right in re-check</source>
        <translation>Kiểm tra lại đúng</translation>
    </message>
    <message>
        <source>Last decision</source>
        <translation>Lần cuối</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} giây</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} giờ {minutes} phút</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} phút</translation>
    </message>
    <message>
        <source>{share} of {count}</source>
        <translation>{share} / {count} câu</translation>
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
    <name>OptionTable</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>What is written into the results</source>
        <translation>Giá trị ghi vào kết quả</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Lựa chọn</translation>
    </message>
    <message>
        <source>What the form prints</source>
        <translation>Chữ in trên phiếu</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>Tính là</translation>
    </message>
    <message>
        <source>“No opinion” is counted in no percentage</source>
        <translation>“Không ý kiến” không tính vào tỷ lệ nào</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng viết</translation>
    </message>
    <message>
        <source>A line follows on which one may write</source>
        <translation>Sau lựa chọn có dòng để viết thêm</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Các lựa chọn</translation>
    </message>
    <message>
        <source>Add option</source>
        <translation>Thêm lựa chọn</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>trả lời</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>hài lòng</translation>
    </message>
    <message>
        <source>dissatisfied</source>
        <translation>không hài lòng</translation>
    </message>
    <message>
        <source>no opinion</source>
        <translation>không ý kiến</translation>
    </message>
</context>
<context>
    <name>OutcomeLedger</name>
    <message>
        <source>Delivered {count}</source>
        <translation>Đã nhận {count}</translation>
    </message>
    <message>
        <source>Show all pages again</source>
        <translation>Xem lại mọi trang</translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>Nothing waits for your second look.</source>
        <translation>Không có câu nào chờ bạn xem lần hai.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) on which someone else and the program differ.</source>
        <translation>
            <numerusform>%Ln câu mà người trước và máy đọc khác nhau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait(s) for someone else, for you read them first.</source>
        <translation>
            <numerusform>%Ln câu chờ người khác vì bạn đã xem trước.</numerusform>
        </translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>Xem lần hai</translation>
    </message>
    <message>
        <source>By batch</source>
        <translation>Theo lô</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Người kiểm tra</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Xem ngay</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Đổi</translation>
    </message>
    <message>
        <source>Change who checks</source>
        <translation>Đổi người kiểm tra</translation>
    </message>
    <message>
        <source>Pauses of more than two minutes are no work. “Same as others” is about answers that two decided.</source>
        <translation>Nghỉ quá hai phút không tính là thời gian làm. “Khớp người khác” tính trên các câu có hai người cùng quyết định.</translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message>
        <source>The chosen pages</source>
        <translation>Các trang đã chọn</translation>
    </message>
    <message>
        <source>From this page on, up to the next cover or unit</source>
        <translation>Từ trang này đến tờ đầu tập hoặc đơn vị kế tiếp</translation>
    </message>
    <message>
        <source>From here to the file&apos;s end</source>
        <translation>Từ đây đến hết tệp</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) chosen</source>
        <translation>
            <numerusform>Đã chọn %n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>Read anyway…</source>
        <translation>Đọc thủ công…</translation>
    </message>
    <message>
        <source>Say which page of the form this is and where it lies, or type its answers</source>
        <translation>Chỉ ra đây là trang nào của mẫu và nằm ở đâu, hoặc nhập tay các câu trả lời</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>Đọc lại…</translation>
    </message>
    <message>
        <source>Read the chosen pages again that could not be read; pages that were read stay as they are</source>
        <translation>Đọc lại các trang đã chọn mà trước đó không đọc được; trang đã đọc được giữ nguyên</translation>
    </message>
    <message>
        <source>Set unit…</source>
        <translation>Gán đơn vị…</translation>
    </message>
    <message>
        <source>Say which unit the chosen pages count for</source>
        <translation>Chỉ ra các trang đã chọn thuộc đơn vị nào</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Ghép phiếu</translation>
    </message>
    <message>
        <source>The chosen pages are one form, filled in by one person</source>
        <translation>Các trang đã chọn là một phiếu, do một người trả lời</translation>
    </message>
    <message>
        <source>Set apart</source>
        <translation>Tách riêng</translation>
    </message>
    <message>
        <source>Each chosen page is a form of its own</source>
        <translation>Mỗi trang đã chọn là một phiếu riêng</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Bỏ gán</translation>
    </message>
    <message>
        <source>Forget what people said about the chosen pages</source>
        <translation>Bỏ những gì người dùng đã gán cho các trang đã chọn</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Loại ra</translation>
    </message>
    <message>
        <source>The chosen pages no longer count, as when a wrong folder was added; they are kept</source>
        <translation>Các trang đã chọn không còn được tính, ví dụ khi thêm nhầm thư mục; dữ liệu vẫn được giữ</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Đưa trở lại</translation>
    </message>
    <message>
        <source>The chosen pages count again</source>
        <translation>Các trang đã chọn được tính trở lại</translation>
    </message>
</context>
<context>
    <name>PageButtons</name>
    <message>
        <source>Page {number}</source>
        <translation>Trang {number}</translation>
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
        <source>Read, of the form {form}: choose it above to see its answers.</source>
        <translation>Đã đọc, thuộc mẫu {form}: chọn mẫu đó ở trên để xem câu trả lời.</translation>
    </message>
    <message>
        <source>Photographed ({percent} sure).</source>
        <translation>Trang được chụp ảnh (chắc {percent}).</translation>
    </message>
    <message>
        <source>Photographed or scanned ({percent} for photographed).</source>
        <translation>Trang được chụp ảnh hoặc quét (khả năng chụp ảnh {percent}).</translation>
    </message>
    <message>
        <source>Unit set by {operator}.</source>
        <translation>Đơn vị do {operator} gán.</translation>
    </message>
    <message>
        <source>Put into its form by {operator}.</source>
        <translation>Ghép phiếu do {operator}.</translation>
    </message>
    <message>
        <source>Page and place given by {operator}.</source>
        <translation>Trang và vị trí do {operator} chỉ ra.</translation>
    </message>
    <message>
        <source>Compared with another scan by {operator}.</source>
        <translation>{operator} đã so với bản quét khác.</translation>
    </message>
    <message>
        <source>Note on {item}: {note} ({operator})</source>
        <translation>Ghi chú câu {item}: {note} ({operator})</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Drawing the form…</source>
        <translation>Đang vẽ mẫu phiếu…</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Trang {number}</translation>
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
    <message>
        <source>Form</source>
        <translation>Phiếu</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
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
    <name>PictureView</name>
    <message>
        <source>Picture of the paper</source>
        <translation>Ảnh trang phiếu</translation>
    </message>
</context>
<context>
    <name>PileQuestionsPanel</name>
    <message numerus="yes">
        <source>Fronts and backs scanned apart: %n pile(s)</source>
        <translation>
            <numerusform>Mặt trước và mặt sau quét riêng: %n chồng</numerusform>
        </translation>
    </message>
    <message>
        <source>Same order: first with first</source>
        <translation>Cùng thứ tự: đầu với đầu</translation>
    </message>
    <message>
        <source>Turned over: first with last</source>
        <translation>Chồng đã lật: đầu với cuối</translation>
    </message>
    <message>
        <source>Leave apart</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Xem các trang này</translation>
    </message>
    <message>
        <source>{count} × page {numbers}</source>
        <translation>{count} × trang {numbers}</translation>
    </message>
    <message>
        <source>{runs}, from {first}, page {first_page}, to {last}, page {last_page}.</source>
        <translation>{runs}, từ {first}, trang {first_page}, đến {last}, trang {last_page}.</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, rồi </translation>
    </message>
    <message>
        <source>Nothing on them says which belong together. Look at the paper: in which order do the backs follow? Until you say it they stay apart, with a page missing.</source>
        <translation>Trên giấy không có gì cho biết trang nào đi với trang nào. Hãy xem giấy: các mặt sau theo thứ tự nào? Cho đến khi bạn trả lời, các trang được để riêng, coi như thiếu trang.</translation>
    </message>
    <message>
        <source>Nothing on them says which belong together, and no order fits their numbers and codes. Scan this pile again, or choose pages that belong together below and join them. Until then they stay apart.</source>
        <translation>Trên giấy không có gì cho biết trang nào đi với trang nào, và không thứ tự nào khớp với số lượng và mã của chúng. Hãy quét lại chồng này, hoặc chọn các trang đi với nhau ở dưới rồi ghép lại. Cho đến khi đó, các trang được để riêng.</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Read this page anyway</source>
        <translation>Đọc thủ công trang này</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Which page of the form is it?</source>
        <translation>Đây là trang nào của mẫu?</translation>
    </message>
    <message>
        <source>Turn the page upright and drag the four corners onto the corners of the paper. Keys: 1 to 4 choose a corner, arrows move it.</source>
        <translation>Xoay trang cho đúng chiều rồi kéo bốn góc vào bốn góc tờ giấy. Phím: 1 đến 4 chọn góc, mũi tên dời góc.</translation>
    </message>
    <message>
        <source>Read the page</source>
        <translation>Đọc trang này</translation>
    </message>
    <message>
        <source>Type its answers…</source>
        <translation>Nhập tay câu trả lời…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Trang {number}</translation>
    </message>
    <message>
        <source>↺ Turn left</source>
        <translation>↺ Xoay trái</translation>
    </message>
    <message>
        <source>↻ Turn right</source>
        <translation>↻ Xoay phải</translation>
    </message>
    <message>
        <source>Page with its four corners</source>
        <translation>Trang giấy với bốn góc</translation>
    </message>
    <message>
        <source>The print does not match there; nothing was changed. Move the corners, choose another page, or type its answers.</source>
        <translation>Nội dung in ở đó không khớp; chưa có gì thay đổi. Hãy dời các góc, chọn trang khác, hoặc nhập tay câu trả lời.</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Form</source>
        <translation>Mẫu phiếu</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>‹  Close survey</source>
        <translation>‹  Đóng đợt khảo sát</translation>
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
        <source>Covers for the stacks of these units, instead of forms</source>
        <translation>Tờ đầu và tờ cuối tập của các đơn vị này, thay cho phiếu</translation>
    </message>
    <message>
        <source>Two sheets a unit, on top and at the end of its stack: what lies between them counts for the unit</source>
        <translation>Mỗi đơn vị hai tờ, đặt trên cùng và dưới cùng tập phiếu: phiếu nằm giữa được tính cho đơn vị đó</translation>
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
        <source>{sheets} sheets, two for each stack</source>
        <translation>{sheets} tờ, mỗi tập hai tờ</translation>
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
    <name>ProfileBoxes</name>
    <message>
        <source>As before</source>
        <translation>Như trước đây</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>Mặt giấy</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Độ phân giải</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Khổ giấy</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>{count} answers read (about {wrong} wrong)</source>
        <translation>Máy đọc {count} câu (sai khoảng {wrong})</translation>
    </message>
    <message>
        <source>{count} by people</source>
        <translation>{count} câu do người quyết định</translation>
    </message>
    <message numerus="yes">
        <source>%n to be typed</source>
        <translation>
            <numerusform>%n ô chờ nhập</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole round: {facts}</source>
        <translation>Cả đợt: {facts}</translation>
    </message>
    <message>
        <source>How far the round is</source>
        <translation>Tiến độ đợt khảo sát</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>phát ra</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>thu về</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>hợp lệ</translation>
    </message>
    <message>
        <source>answers to review</source>
        <translation>câu chờ kiểm tra</translation>
    </message>
    <message>
        <source>Review them</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Returned of the forms issued</source>
        <translation>Phiếu thu về trên số phiếu phát ra</translation>
    </message>
    <message>
        <source>While answers await review, all figures are provisional. Enter or double-click: these answers.</source>
        <translation>Còn câu chờ kiểm tra thì mọi số liệu là tạm thời. Enter hoặc nhấp đúp: xem các câu này.</translation>
    </message>
</context>
<context>
    <name>PropertiesPanel</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n câu hỏi</numerusform>
        </translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Mẫu phiếu</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Tiếng Anh</translation>
    </message>
</context>
<context>
    <name>ProposalDialog</name>
    <message>
        <source>Form from a file</source>
        <translation>Mẫu phiếu từ tệp</translation>
    </message>
    <message>
        <source>The form is looked for</source>
        <translation>Đang tìm câu hỏi của phiếu</translation>
    </message>
    <message>
        <source>These are filled copies of one form</source>
        <translation>Đây là các bản đã điền của cùng một mẫu phiếu</translation>
    </message>
    <message>
        <source>Where no blank is left: what some ten copies have in common is the form.</source>
        <translation>Dùng khi không còn phiếu trắng: phần chung của khoảng mười bản chính là mẫu phiếu.</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Chọn tệp khác…</translation>
    </message>
    <message>
        <source>Save as template…</source>
        <translation>Lưu thành mẫu phiếu…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>New survey with this form…</source>
        <translation>Đợt khảo sát mới với mẫu phiếu này…</translation>
    </message>
    <message>
        <source>Details to send us</source>
        <translation>Chi tiết để gửi cho chúng tôi</translation>
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
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Nothing is kept yet. Words can be corrected in the template.</source>
        <translation>Chưa có gì được lưu. Lời văn có thể sửa trong mẫu phiếu.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>và %n tệp khác</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the questions of {name}…</source>
        <translation>Đang tìm các câu hỏi của {name}…</translation>
    </message>
    <message>
        <source>{seconds} s. Large files and scans may take a minute.</source>
        <translation>{seconds} giây. Tệp lớn và bản quét có thể mất một phút.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Chưa ghi gì cả.</translation>
    </message>
    <message>
        <source>Choose where the template&apos;s folder is made</source>
        <translation>Chọn nơi tạo thư mục của mẫu phiếu</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>Đã lưu vào {folder}.</translation>
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
    <name>QuestionActions</name>
    <message>
        <source>Esc leads back to the words of the form itself; in the list, Alt with ↑ or ↓ moves.</source>
        <translation>Esc trở về phần chữ chung của mẫu phiếu; trong danh sách, Alt cùng ↑ hoặc ↓ để dời.</translation>
    </message>
    <message>
        <source>Click a question on the page or in the list to change it; a double click leads to its words.</source>
        <translation>Nhấp vào một câu hỏi trên trang hoặc trong danh sách để sửa; nhấp đúp để sửa ngay câu chữ.</translation>
    </message>
    <message>
        <source>Add question</source>
        <translation>Thêm câu hỏi</translation>
    </message>
    <message>
        <source>Add section</source>
        <translation>Thêm phần</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>One like the chosen question, below it (Ctrl+Enter)</source>
        <translation>Một câu giống câu đang chọn, ngay bên dưới (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Below the chosen section, with one question (Ctrl+Shift+Enter)</source>
        <translation>Dưới phần đang chọn, có sẵn một câu hỏi (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>Delete the chosen questions, or the chosen section</source>
        <translation>Xóa các câu hỏi đang chọn, hoặc phần đang chọn</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Type what is written. If nothing is: Ctrl+0; if it cannot be read: Ctrl+U.</source>
        <translation>Hãy gõ những gì được viết. Nếu không viết gì: Ctrl+0; nếu không đọc được: Ctrl+U.</translation>
    </message>
    <message>
        <source>Choose what is marked. If nothing is: 0; if it cannot be told: U.</source>
        <translation>Hãy chọn ô được đánh dấu. Nếu không có dấu nào: 0; nếu không thể biết: U.</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Ghi chú: {note}</translation>
    </message>
    <message>
        <source>Decided: {answer}</source>
        <translation>Đã quyết định: {answer}</translation>
    </message>
    <message>
        <source>{operator} decided on {moment}: {answer}</source>
        <translation>{operator} đã quyết định lúc {moment}: {answer}</translation>
    </message>
    <message>
        <source>The program reads: {answer} ({sure} sure)</source>
        <translation>Máy đọc: {answer} (chắc {sure})</translation>
    </message>
</context>
<context>
    <name>QuestionTree</name>
    <message>
        <source>Questions of the form</source>
        <translation>Các câu hỏi của mẫu phiếu</translation>
    </message>
    <message>
        <source>Make one question of these</source>
        <translation>Gộp thành một câu hỏi</translation>
    </message>
    <message>
        <source>Make a question of these options</source>
        <translation>Tách các lựa chọn này thành câu hỏi</translation>
    </message>
    <message>
        <source>Begin a section here</source>
        <translation>Bắt đầu phần mới từ đây</translation>
    </message>
    <message>
        <source>Make one section of these</source>
        <translation>Gộp thành một phần</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
</context>
<context>
    <name>ReadingsList</name>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Đọc là</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Mức chắc chắn</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Kết quả đọc</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>not there now</source>
        <translation>hiện không mở được</translation>
    </message>
    <message>
        <source>Take {name} off this list; its folder stays</source>
        <translation>Bỏ {name} khỏi danh sách; thư mục vẫn giữ nguyên</translation>
    </message>
</context>
<context>
    <name>RecheckTableModel</name>
    <message>
        <source>Batch</source>
        <translation>Lô</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Được chấp nhận</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Đã kiểm tra</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Sai</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Tỷ lệ sai</translation>
    </message>
    <message>
        <source>95 % sure between</source>
        <translation>Khoảng tin cậy 95 %</translation>
    </message>
    <message>
        <source>Enough?</source>
        <translation>Đã đủ chưa?</translation>
    </message>
    <message>
        <source>All batches</source>
        <translation>Tất cả các lô</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>còn %Ln câu</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences to decide</source>
        <translation>Có câu lệch cần giải quyết</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Đủ</translation>
    </message>
    <message>
        <source>Too many wrong</source>
        <translation>Quá nhiều câu sai</translation>
    </message>
</context>
<context>
    <name>RemarksList</name>
    <message>
        <source>That is right</source>
        <translation>Đúng rồi</translation>
    </message>
    <message>
        <source>Enter in the list does the same</source>
        <translation>Nhấn Enter trong danh sách cũng vậy</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>What is to be looked at</source>
        <translation>Những điểm cần xem</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mend</source>
        <translation>
            <numerusform>%n điểm cần sửa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to look at</source>
        <translation>
            <numerusform>%n câu hỏi cần xem</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Không có gì cần sửa</translation>
    </message>
</context>
<context>
    <name>RepeatDialog</name>
    <message>
        <source>Duplicate rows</source>
        <translation>Nhân bản hàng</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Số bản sao</translation>
    </message>
    <message>
        <source>Distance from row to row</source>
        <translation>Khoảng cách giữa các hàng</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Nhân bản</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), downwards</source>
        <translation>
            <numerusform>%n câu hỏi, theo chiều xuống</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is room for %n cop(y/ies) on the page.</source>
        <translation>
            <numerusform>Trang còn chỗ cho %n bản sao.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>All batches</source>
        <translation>Tất cả các lô</translation>
    </message>
    <message>
        <source>Start checking</source>
        <translation>Bắt đầu kiểm tra</translation>
    </message>
    <message>
        <source>Pages are being read</source>
        <translation>Đang đọc các trang</translation>
    </message>
    <message>
        <source>The re-check opens when the batch is finished or stopped.</source>
        <translation>Phần kiểm tra lại mở khi lô đọc xong hoặc dừng.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang đếm…</translation>
    </message>
    <message>
        <source>Batch {number}</source>
        <translation>Lô {number}</translation>
    </message>
    <message>
        <source>There are no accepted answers yet</source>
        <translation>Chưa có câu trả lời nào được chấp nhận</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more answer(s) to check, if none of them is wrong</source>
        <translation>
            <numerusform>Cần kiểm tra thêm %Ln câu, nếu không câu nào sai</numerusform>
        </translation>
    </message>
    <message>
        <source>First the differences must be decided</source>
        <translation>Cần giải quyết các câu lệch trước</translation>
    </message>
    <message>
        <source>Enough was checked</source>
        <translation>Đã kiểm tra đủ</translation>
    </message>
    <message>
        <source>More answers are wrong than the survey allows</source>
        <translation>Số câu sai vượt mức cho phép</translation>
    </message>
    <message>
        <source>None of the {accepted} accepted answers is checked yet.</source>
        <translation>Chưa kiểm tra câu nào trong {accepted} câu được chấp nhận.</translation>
    </message>
    <message>
        <source>All {accepted} accepted answers are checked: {wrong} wrong, that is {rate}.</source>
        <translation>Đã kiểm tra cả {accepted} câu được chấp nhận: {wrong} câu sai, tức {rate}.</translation>
    </message>
    <message>
        <source>{checked} of {accepted} accepted answers are checked: {wrong} wrong, that is {rate}.</source>
        <translation>Đã kiểm tra {checked} / {accepted} câu được chấp nhận: {wrong} câu sai, tức {rate}.</translation>
    </message>
    <message>
        <source>Of all accepted answers between {low} and {high} are wrong (95 % sure).</source>
        <translation>Trong toàn bộ câu được chấp nhận có từ {low} đến {high} câu sai (độ tin cậy 95 %).</translation>
    </message>
    <message>
        <source>The survey allows {limit} %.</source>
        <translation>Mức cho phép: {limit} %.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the wrong ones wait(s) for a second operator.</source>
        <translation>
            <numerusform>%Ln câu trong số đó chờ người thứ hai xem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them wait(s) in review.</source>
        <translation>
            <numerusform>%Ln câu chờ ở phần Kiểm tra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan these forms again, or have every answer keyed by hand.</source>
        <translation>Hãy quét lại các phiếu này hoặc nhập tay toàn bộ.</translation>
    </message>
    <message>
        <source>You see the paper only, not what the program read.</source>
        <translation>Bạn chỉ thấy phiếu, không thấy kết quả máy đọc.</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Satisfaction index</source>
        <translation>Chỉ số hài lòng</translation>
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
        <source>Everything of this survey lies here; copy it to keep it safe.</source>
        <translation>Mọi thứ của đợt khảo sát nằm ở đây; sao chép để lưu giữ.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>Compare with earlier rounds…</source>
        <translation>So sánh với đợt trước…</translation>
    </message>
    <message>
        <source>No form was read yet</source>
        <translation>Chưa đọc phiếu nào</translation>
    </message>
    <message>
        <source>Figures appear here as soon as pages are read (Ctrl+1).</source>
        <translation>Số liệu hiện ở đây ngay khi có trang được đọc (Ctrl+1).</translation>
    </message>
    <message>
        <source>No form matches</source>
        <translation>Không có phiếu nào phù hợp</translation>
    </message>
    <message>
        <source>Choose another unit, level or group of respondents.</source>
        <translation>Hãy chọn đơn vị, cấp hoặc nhóm người trả lời khác.</translation>
    </message>
    <message>
        <source>Index of {unit}</source>
        <translation>Chỉ số của {unit}</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Mọi câu hỏi</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Other questions</source>
        <translation>Câu hỏi khác</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Enter or double-click: the forms behind a figure</source>
        <translation>Enter hoặc nhấp đúp: xem phiếu phía sau số liệu</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Workbook, printed reports, data for analysis.</source>
        <translation>Bảng tính, báo cáo in, dữ liệu để phân tích.</translation>
    </message>
    <message>
        <source>The workbook then tells what changed since, and what only chance may have changed.</source>
        <translation>Bảng tính sẽ cho biết điều gì đã thay đổi, điều gì có thể chỉ là ngẫu nhiên.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Mở thư mục</translation>
    </message>
</context>
<context>
    <name>RetryDialog</name>
    <message>
        <source> s</source>
        <translation> giây</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Đọc lại</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) will be read again. Pages that were read keep their answers.</source>
        <translation>
            <numerusform>Sẽ đọc lại %n trang. Các trang đã đọc giữ nguyên câu trả lời.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time for one page</source>
        <translation>Thời gian cho một trang</translation>
    </message>
    <message>
        <source>Memory for one page</source>
        <translation>Bộ nhớ cho một trang</translation>
    </message>
    <message>
        <source>Pages of one file</source>
        <translation>Số trang của một tệp</translation>
    </message>
</context>
<context>
    <name>ReturnsView</name>
    <message>
        <source>All units</source>
        <translation>Mọi đơn vị</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Phát ra</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Thu về</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>Tỷ lệ thu hồi</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Hợp lệ</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Không hợp lệ</translation>
    </message>
    <message>
        <source>Lack a page</source>
        <translation>Thiếu trang</translation>
    </message>
    <message>
        <source>Without unit</source>
        <translation>Chưa rõ đơn vị</translation>
    </message>
    <message>
        <source>{code} (not in the list)</source>
        <translation>{code} (ngoài danh sách)</translation>
    </message>
    <message>
        <source>Click a figure to see its pages.</source>
        <translation>Bấm vào một con số để xem các trang của nó.</translation>
    </message>
    <message>
        <source>Forms per unit</source>
        <translation>Số phiếu theo đơn vị</translation>
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
</context>
<context>
    <name>RoleBox</name>
    <message>
        <source>As implied: overall satisfaction</source>
        <translation>Theo phiếu: hài lòng chung</translation>
    </message>
    <message>
        <source>A section that counts in the index implies that its questions on a scale of satisfaction are criteria; one answer without order, asked of everyone, implies a demographic group.</source>
        <translation>Phần tính vào chỉ số thì các câu trên thang hài lòng là tiêu chí; câu chọn một phương án không có thứ tự và hỏi mọi người thì là nhóm nhân khẩu.</translation>
    </message>
    <message>
        <source>Criterion of the index</source>
        <translation>Tiêu chí của chỉ số</translation>
    </message>
    <message>
        <source>Demographic group</source>
        <translation>Nhóm nhân khẩu</translation>
    </message>
    <message>
        <source>Neither of them</source>
        <translation>Không dùng cả hai</translation>
    </message>
    <message>
        <source>As implied: each its own</source>
        <translation>Theo phiếu: tùy từng câu</translation>
    </message>
    <message>
        <source>As implied: index criterion</source>
        <translation>Theo phiếu: tiêu chí chỉ số</translation>
    </message>
    <message>
        <source>As implied: demographic</source>
        <translation>Theo phiếu: nhóm nhân khẩu</translation>
    </message>
    <message>
        <source>As implied: neither</source>
        <translation>Theo phiếu: không dùng</translation>
    </message>
</context>
<context>
    <name>RoundsDialog</name>
    <message>
        <source>Compare with earlier rounds</source>
        <translation>So sánh với đợt trước</translation>
    </message>
    <message>
        <source>Earlier rounds</source>
        <translation>Các đợt trước</translation>
    </message>
    <message>
        <source>Add a round…</source>
        <translation>Thêm đợt…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ khỏi danh sách</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Ghi nhớ</translation>
    </message>
    <message>
        <source>Choose the survey folders of earlier rounds. Workbook and reports compare units and questions that are the same in both, and say why others are not compared. The earlier folders are only read.</source>
        <translation>Chọn thư mục khảo sát của các đợt trước. Bảng tính và báo cáo so sánh những đơn vị và câu hỏi giống nhau ở cả hai đợt, và nói vì sao các đơn vị, câu hỏi khác không được so sánh. Các thư mục cũ chỉ được đọc.</translation>
    </message>
    <message>
        <source>Cannot be opened now</source>
        <translation>Hiện không mở được</translation>
    </message>
    <message>
        <source>Choose the folder of an earlier round</source>
        <translation>Chọn thư mục của một đợt trước</translation>
    </message>
</context>
<context>
    <name>SameSheetDialog</name>
    <message>
        <source>One sheet or two?</source>
        <translation>Một tờ hay hai tờ?</translation>
    </message>
    <message>
        <source>One sheet: count the earlier</source>
        <translation>Một tờ: tính bản quét trước</translation>
    </message>
    <message>
        <source>One sheet: count the later</source>
        <translation>Một tờ: tính bản quét sau</translation>
    </message>
    <message>
        <source>Two sheets: count both</source>
        <translation>Hai tờ: tính cả hai</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>All is answered</source>
        <translation>Đã trả lời hết</translation>
    </message>
    <message>
        <source>What you said can be taken back on the place Scan, with “Take back”.</source>
        <translation>Có thể rút lại ở mục Quét, bằng nút “Bỏ gán”.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} trên {count}</translation>
    </message>
    <message>
        <source>The marks on these two scans look as if made by the same strokes. Of one sheet one scan counts, and the other is kept beside it; until you decide both count.</source>
        <translation>Các dấu trên hai bản quét này trông như cùng một nét bút. Mỗi tờ chỉ tính một bản quét, bản kia vẫn được giữ lại; khi chưa quyết định thì tính cả hai.</translation>
    </message>
    <message>
        <source>Side {number} ({count} differ)</source>
        <translation>Mặt {number} (khác {count})</translation>
    </message>
    <message>
        <source>No answer differs.</source>
        <translation>Không câu trả lời nào khác.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n câu nữa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) differ:</source>
        <translation>
            <numerusform>%n câu trả lời khác nhau:</numerusform>
        </translation>
    </message>
    <message>
        <source>{item}: {earlier} → {later}</source>
        <translation>{item}: {earlier} → {later}</translation>
    </message>
</context>
<context>
    <name>SampleMaker</name>
    <message>
        <source>Sample survey</source>
        <translation>Khảo sát mẫu</translation>
    </message>
</context>
<context>
    <name>SamplePanel</name>
    <message>
        <source>Sample forms are printed, filled in and scanned…</source>
        <translation>Đang in, điền và quét phiếu mẫu…</translation>
    </message>
    <message>
        <source>The sample forms are read…</source>
        <translation>Đang đọc phiếu mẫu…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Progress of the sample survey</source>
        <translation>Tiến độ làm đợt khảo sát mẫu</translation>
    </message>
</context>
<context>
    <name>ScanDialog</name>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Tập phiếu</translation>
    </message>
    <message>
        <source>If it is not found: 192.168.1.20, for example</source>
        <translation>Nếu không tìm thấy: ví dụ 192.168.1.20</translation>
    </message>
    <message>
        <source>Names its pages, for example Box 3; else the time does</source>
        <translation>Đặt tên cho các trang, ví dụ Hộp 3; bỏ trống thì lấy giờ quét</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Tìm lại</translation>
    </message>
    <message>
        <source>Look there</source>
        <translation>Tìm ở đó</translation>
    </message>
    <message>
        <source>Scan now</source>
        <translation>Quét ngay</translation>
    </message>
    <message>
        <source>Looking for scanners…</source>
        <translation>Đang tìm máy quét…</translation>
    </message>
    <message>
        <source>No scanner was found. Switch it on, or type its address; it is shown on its display.</source>
        <translation>Không tìm thấy máy quét nào. Hãy bật máy, hoặc gõ địa chỉ của máy; địa chỉ hiện trên màn hình của máy.</translation>
    </message>
    <message>
        <source>Asking the scanner what it can do…</source>
        <translation>Đang hỏi máy quét làm được gì…</translation>
    </message>
</context>
<context>
    <name>ScanIntake</name>
    <message>
        <source>Add a folder of scans</source>
        <translation>Thêm thư mục bản quét</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Add scans…</source>
        <translation>Thêm bản quét…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Thêm thư mục…</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Theo dõi thư mục…</translation>
    </message>
    <message>
        <source>Scan…</source>
        <translation>Quét…</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Các lô</translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message>
        <source>Scanning: {stack}</source>
        <translation>Đang quét: {stack}</translation>
    </message>
    <message>
        <source>The last page that was kept</source>
        <translation>Trang cuối cùng đã giữ lại</translation>
    </message>
    <message>
        <source>Stop scanning</source>
        <translation>Dừng quét</translation>
    </message>
    <message>
        <source>More of this stack</source>
        <translation>Quét tiếp tập này</translation>
    </message>
    <message>
        <source>Go on scanning</source>
        <translation>Quét tiếp</translation>
    </message>
    <message>
        <source>Next stack…</source>
        <translation>Tập tiếp theo…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>End this stack</source>
        <translation>Kết thúc tập này</translation>
    </message>
    <message>
        <source>The scanner works.</source>
        <translation>Máy đang quét.</translation>
    </message>
    <message>
        <source>The scanner gets ready…</source>
        <translation>Máy quét đang chuẩn bị…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Đã dừng.</translation>
    </message>
    <message>
        <source>The sheet was scanned. Scan more?</source>
        <translation>Đã quét tờ này. Quét thêm không?</translation>
    </message>
    <message>
        <source>The feeder is empty. Scan more?</source>
        <translation>Khay nạp đã hết giấy. Quét thêm không?</translation>
    </message>
    <message>
        <source>No page came yet.</source>
        <translation>Chưa có trang nào.</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n tờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) kept, {sheets}.</source>
        <translation>
            <numerusform>Đã giữ %n trang, {sheets}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) kept.</source>
        <translation>
            <numerusform>Đã giữ %n trang.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecondLookTableModel</name>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>First checked by</source>
        <translation>Người xem trước</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
</context>
<context>
    <name>SectionProperties</name>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Sentence below it</source>
        <translation>Câu bên dưới</translation>
    </message>
    <message>
        <source>Heading above</source>
        <translation>Đề mục phía trên</translation>
    </message>
    <message>
        <source>Printed once above neighbouring sections that have the same</source>
        <translation>In một lần phía trên các phần liền nhau có cùng đề mục</translation>
    </message>
    <message>
        <source>Counts in the satisfaction index</source>
        <translation>Tính vào chỉ số hài lòng</translation>
    </message>
</context>
<context>
    <name>SelectedUnitBox</name>
    <message>
        <source>All units</source>
        <translation>Mọi đơn vị</translation>
    </message>
    <message>
        <source>Only this unit and those below it</source>
        <translation>Chỉ đơn vị này và các đơn vị trực thuộc</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>{item}: {option}; press to look at all again</source>
        <translation>{item}: {option}; bấm để xem lại tất cả</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Mọi cấp</translation>
    </message>
    <message>
        <source>Only units of this level</source>
        <translation>Chỉ các đơn vị cấp này</translation>
    </message>
    <message>
        <source>Respondents</source>
        <translation>Người trả lời</translation>
    </message>
    <message>
        <source>Only respondents who gave these answers</source>
        <translation>Chỉ những người trả lời như vậy</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings of this survey</source>
        <translation>Thiết lập của đợt khảo sát</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>A – all ratings count alike</source>
        <translation>A – gộp câu trả lời</translation>
    </message>
    <message>
        <source>B – all criteria count alike</source>
        <translation>B – các tiêu chí ngang nhau</translation>
    </message>
    <message>
        <source>C – all factors count alike</source>
        <translation>C – các yếu tố ngang nhau</translation>
    </message>
    <message>
        <source>D – the question for overall satisfaction alone</source>
        <translation>D – chỉ câu hỏi về mức độ hài lòng chung</translation>
    </message>
    <message>
        <source>By responses: all count alike</source>
        <translation>Theo phiếu: mọi phiếu như nhau</translation>
    </message>
    <message>
        <source>By transactions of each unit</source>
        <translation>Theo số giao dịch của đơn vị</translation>
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
        <source>Satisfaction &amp;index</source>
        <translation>Chỉ số &amp;hài lòng</translation>
    </message>
    <message>
        <source>How the index is averaged. Results and workbooks follow at once.</source>
        <translation>Cách tính chỉ số. Kết quả và sổ Excel đổi theo ngay.</translation>
    </message>
    <message>
        <source>&amp;Units count</source>
        <translation>Đơn vị &amp;tính theo</translation>
    </message>
    <message>
        <source>By transactions, districts, levels and the whole get a weighted figure beside the pooled one. The list of units has to name the transactions.</source>
        <translation>Theo giao dịch: huyện, cấp và toàn đợt có thêm chỉ số có trọng số bên cạnh chỉ số gộp. Danh sách đơn vị phải có số giao dịch.</translation>
    </message>
    <message>
        <source>Tar&amp;get of the index</source>
        <translation>&amp;Mục tiêu của chỉ số</translation>
    </message>
    <message>
        <source>Printed reports say whether it is reached and draw it as a line.</source>
        <translation>Báo cáo in ra cho biết có đạt không và vẽ thành một đường.</translation>
    </message>
    <message>
        <source>A form is &amp;valid from</source>
        <translation>Phiếu hợp &amp;lệ từ</translation>
    </message>
    <message>
        <source>Share of the questions asked of all that must be answered. Other forms are listed, not counted.</source>
        <translation>Tỷ lệ câu hỏi dành cho mọi người phải được trả lời. Phiếu khác được liệt kê, không được tính.</translation>
    </message>
    <message>
        <source>Re-&amp;check limit</source>
        <translation>Giới hạn &amp;kiểm lại</translation>
    </message>
    <message>
        <source>The error rate that checking accepted answers is to rule out. It says how many to check.</source>
        <translation>Tỷ lệ sai mà việc kiểm lại câu đã chấp nhận phải loại trừ. Từ đó suy ra cần kiểm bao nhiêu câu.</translation>
    </message>
    <message>
        <source>&amp;Tolerance of reading</source>
        <translation>&amp;Sai số cho phép khi đọc</translation>
    </message>
    <message>
        <source>How often an accepted answer may be wrong. Fewer errors mean more answers to review. It holds for pages added from now on; what was read stays as it was decided.</source>
        <translation>Câu được máy chấp nhận có thể sai bao nhiêu. Càng ít sai thì càng nhiều câu phải kiểm tra. Áp dụng cho các trang thêm từ nay; trang đã đọc giữ nguyên.</translation>
    </message>
    <message>
        <source>1 in </source>
        <translation>1 trên </translation>
    </message>
    <message>
        <source>Usual figures</source>
        <translation>Trở về mặc định</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>SheetQuestionsPanel</name>
    <message numerus="yes">
        <source>%n sheet(s) perhaps scanned twice</source>
        <translation>
            <numerusform>%n tờ có thể đã được quét hai lần</numerusform>
        </translation>
    </message>
    <message>
        <source>Both scans count until you say whether they show one sheet.</source>
        <translation>Cả hai bản quét đều được tính cho đến khi bạn cho biết chúng có cùng một tờ hay không.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>So sánh…</translation>
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
        <source>Re-check</source>
        <translation>Kiểm tra lại</translation>
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
        <source>Find the questions of a form in a file</source>
        <translation>Tìm các câu hỏi của mẫu phiếu trong tệp</translation>
    </message>
    <message>
        <source>Make a form of a list of questions</source>
        <translation>Tạo mẫu phiếu từ danh sách câu hỏi</translation>
    </message>
    <message>
        <source>Add scans</source>
        <translation>Thêm bản quét</translation>
    </message>
    <message>
        <source>Settings of this survey</source>
        <translation>Thiết lập của đợt khảo sát</translation>
    </message>
    <message>
        <source>Check this survey</source>
        <translation>Kiểm tra tính toàn vẹn</translation>
    </message>
    <message>
        <source>Close the survey, quit</source>
        <translation>Đóng đợt khảo sát, thoát</translation>
    </message>
    <message>
        <source>Zoom the picture that Tab came to; arrows move it</source>
        <translation>Thu phóng ảnh chọn bằng Tab; mũi tên di chuyển</translation>
    </message>
    <message>
        <source>Find a command by a part of its name</source>
        <translation>Tìm lệnh theo một phần tên</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Trang này</translation>
    </message>
    <message>
        <source>Try again to read the chosen pages</source>
        <translation>Đọc lại các trang đã chọn</translation>
    </message>
    <message>
        <source>Take the chosen pages out of the count, bring them back</source>
        <translation>Loại các trang đã chọn khỏi số liệu, đưa trở lại</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>Bỏ trống</translation>
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
        <source>Mouse</source>
        <translation>Chuột</translation>
    </message>
    <message>
        <source>Start checking, take the second look</source>
        <translation>Bắt đầu kiểm tra, xem lần hai</translation>
    </message>
    <message>
        <source>Stop; what was checked is kept</source>
        <translation>Dừng; những câu đã kiểm tra được giữ lại</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Phím khác</translation>
    </message>
    <message>
        <source>As in review; nothing shows what the program read</source>
        <translation>Như phần Kiểm tra; không hiện kết quả máy đọc</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Form, Scan, Review, Re-check, Results</source>
        <translation>Mẫu phiếu, Quét, Kiểm tra, Kiểm tra lại, Kết quả</translation>
    </message>
    <message>
        <source>Criteria, other questions, units</source>
        <translation>Tiêu chí, câu hỏi khác, đơn vị</translation>
    </message>
    <message>
        <source>Answers behind a figure; on an answer: decide it again in review</source>
        <translation>Xem câu trả lời phía sau số liệu; ở một câu: mở để quyết định lại</translation>
    </message>
    <message>
        <source>Back to the figures</source>
        <translation>Quay lại số liệu</translation>
    </message>
    <message>
        <source>Export the workbook</source>
        <translation>Xuất bảng tính</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Read a page anyway: say where it lies, or type it</source>
        <translation>Đọc thủ công một trang: chỉ vị trí, hoặc nhập tay</translation>
    </message>
    <message>
        <source>Set the unit of the chosen pages</source>
        <translation>Gán đơn vị cho các trang đã chọn</translation>
    </message>
    <message>
        <source>Join the chosen pages into one form, set them apart</source>
        <translation>Ghép các trang đã chọn thành một phiếu, tách riêng chúng</translation>
    </message>
    <message>
        <source>Take back what people said about the chosen pages</source>
        <translation>Bỏ những gì đã gán cho các trang đã chọn</translation>
    </message>
    <message>
        <source>While typing a page</source>
        <translation>Khi nhập tay</translation>
    </message>
    <message>
        <source>As in review; ↑ and ↓ change the question, Ctrl+S keeps the page</source>
        <translation>Như khi kiểm tra; ↑ và ↓ đổi câu, Ctrl+S lưu trang</translation>
    </message>
    <message>
        <source>Review: many at once</source>
        <translation>Kiểm tra: duyệt nhiều câu</translation>
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
        <source>Typing</source>
        <translation>Khi gõ</translation>
    </message>
    <message>
        <source>Ctrl+U, M, F, G; Tab edits a proposal, Esc empties</source>
        <translation>Ctrl+U, M, F, G; Tab sửa gợi ý, Esc xóa</translation>
    </message>
</context>
<context>
    <name>StackUnitsDialog</name>
    <message>
        <source>Units of stacks</source>
        <translation>Đơn vị của các tập phiếu</translation>
    </message>
    <message>
        <source>These pages count for no unit of the list yet: each row is a stack between covers, or pages that follow each other in a file. Choose the unit that is written on a stack; rows without one wait. What is printed is kept.</source>
        <translation>Các trang này chưa được tính cho đơn vị nào trong danh sách: mỗi dòng là một tập nằm giữa hai tờ bìa, hoặc các trang liền nhau trong một tệp. Hãy chọn đơn vị ghi trên tập; dòng chưa chọn sẽ chờ. Nội dung in trên phiếu vẫn được giữ.</translation>
    </message>
    <message>
        <source>Set units</source>
        <translation>Gán đơn vị</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Số trang</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>nothing names a unit</source>
        <translation>không có gì cho biết đơn vị</translation>
    </message>
    <message>
        <source>{file}, page {page}</source>
        <translation>{file}, trang {page}</translation>
    </message>
    <message>
        <source>{file}, pages {first}–{last}</source>
        <translation>{file}, trang {first}–{last}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} đến {last}</translation>
    </message>
</context>
<context>
    <name>StartFormDialog</name>
    <message>
        <source>New form</source>
        <translation>Mẫu phiếu mới</translation>
    </message>
    <message>
        <source>It begins with the questions of “{title}”. Everything in it can be changed; that form stays as it is.</source>
        <translation>Mẫu mới bắt đầu bằng các câu hỏi của “{title}”. Mọi thứ trong đó đều sửa được; mẫu kia giữ nguyên.</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Tiêu đề</translation>
    </message>
    <message>
        <source>&amp;Line below it</source>
        <translation>&amp;Dòng dưới tiêu đề</translation>
    </message>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;Mã mẫu</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>Th&amp;ư mục</translation>
    </message>
    <message>
        <source>Small letters, digits and hyphens; printed with every page code</source>
        <translation>Chữ thường, chữ số và dấu gạch nối; được in trong mã của từng trang</translation>
    </message>
    <message>
        <source>Make and edit it</source>
        <translation>Tạo và sửa</translation>
    </message>
    <message>
        <source>Folder of the form</source>
        <translation>Thư mục của mẫu phiếu</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>A form needs a title.</source>
        <translation>Mẫu phiếu phải có tiêu đề.</translation>
    </message>
    <message>
        <source>The id may hold small letters without marks, digits and hyphens, at most 64.</source>
        <translation>Mã mẫu chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, tối đa 64 ký tự.</translation>
    </message>
    <message>
        <source>Another form than the one it begins with needs another id.</source>
        <translation>Mẫu phiếu khác phải có mã khác với mẫu ban đầu.</translation>
    </message>
    <message>
        <source>The folder holds something already; choose another name.</source>
        <translation>Thư mục này đã có tệp; hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>Choose where the form&apos;s folder is made</source>
        <translation>Chọn nơi tạo thư mục của mẫu phiếu</translation>
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
        <source>Form from a file…</source>
        <translation>Mẫu phiếu từ tệp…</translation>
    </message>
    <message>
        <source>Finds the questions of a form that exists as Word file, PDF or on paper</source>
        <translation>Tìm các câu hỏi của phiếu đã có dưới dạng tệp Word, PDF hoặc trên giấy</translation>
    </message>
    <message>
        <source>Form from a list of questions…</source>
        <translation>Mẫu phiếu từ danh sách câu hỏi…</translation>
    </message>
    <message>
        <source>Typesets a new form of questions pasted from Excel or Word</source>
        <translation>Dàn trang một phiếu mới từ các câu hỏi dán từ Excel hoặc Word</translation>
    </message>
    <message>
        <source>A survey folder, scans or a blank form can also be dropped here.</source>
        <translation>Cũng có thể kéo thả vào đây thư mục đợt khảo sát, bản quét hoặc phiếu trắng.</translation>
    </message>
    <message>
        <source>Recent surveys</source>
        <translation>Các đợt gần đây</translation>
    </message>
    <message>
        <source>Try a sample survey</source>
        <translation>Dùng thử đợt khảo sát mẫu</translation>
    </message>
    <message>
        <source>None yet. The sample shows in a minute how everything works.</source>
        <translation>Chưa có. Đợt khảo sát mẫu cho thấy cách làm việc, chỉ trong một phút.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) of scans wait. Choose the survey they belong to.</source>
        <translation>
            <numerusform>%n tệp hoặc thư mục bản quét đang chờ. Hãy chọn đợt khảo sát nhận chúng.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is a blank form: find its questions</source>
        <translation>Đây là phiếu trắng: tìm các câu hỏi của phiếu</translation>
    </message>
    <message>
        <source>Do not add them</source>
        <translation>Không thêm nữa</translation>
    </message>
</context>
<context>
    <name>SurveyView</name>
    <message>
        <source>{title}, version {version}</source>
        <translation>{title}, phiên bản {version}</translation>
    </message>
    <message>
        <source>This survey is read-only here: it can be looked at, and exported to another place. To change it, copy its folder to a place that can be written.</source>
        <translation>Đợt khảo sát này chỉ đọc: có thể xem và xuất kết quả ra nơi khác. Muốn thay đổi, hãy chép thư mục của nó sang nơi ghi được.</translation>
    </message>
    <message>
        <source>This drive lets one person at a time write: nobody else should have this survey open while you work.</source>
        <translation>Ổ đĩa này mỗi lúc chỉ cho một người ghi: khi bạn đang làm việc, người khác không nên mở đợt khảo sát này.</translation>
    </message>
</context>
<context>
    <name>TableCopying</name>
    <message>
        <source>Copy cell</source>
        <translation>Chép ô</translation>
    </message>
    <message>
        <source>Copy rows with headings</source>
        <translation>Chép các dòng kèm tiêu đề</translation>
    </message>
    <message>
        <source>Copy table with headings</source>
        <translation>Chép cả bảng kèm tiêu đề</translation>
    </message>
</context>
<context>
    <name>TakingBackRows</name>
    <message>
        <source>the form does not say</source>
        <translation>phiếu không nói rõ</translation>
    </message>
    <message>
        <source>the mark is taken back</source>
        <translation>bỏ chọn</translation>
    </message>
    <message>
        <source>it is chosen</source>
        <translation>chọn ô đó</translation>
    </message>
    <message>
        <source>Blackened box</source>
        <translation>Ô tô đen</translation>
    </message>
    <message>
        <source>Ring around a mark</source>
        <translation>Dấu bị khoanh tròn</translation>
    </message>
    <message>
        <source>What it means by the printed instruction; scans are read accordingly</source>
        <translation>Nghĩa theo lời hướng dẫn in trên phiếu; bản quét được đọc theo đó</translation>
    </message>
    <message>
        <source>What it means by the printed instruction; a wide ring takes the mark back in any case</source>
        <translation>Nghĩa theo lời hướng dẫn in trên phiếu; vòng rộng quanh dấu thì luôn được đọc là bỏ chọn</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Reading with the form as it is now…</source>
        <translation>Đang đọc bằng mẫu phiếu như hiện tại…</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Trang {number}/{count}</translation>
    </message>
    <message>
        <source>{place}, page {number}</source>
        <translation>{place}, trang {number}</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>page {number} of the form</source>
        <translation>trang {number} của mẫu</translation>
    </message>
    <message numerus="yes">
        <source>%n sure</source>
        <translation>
            <numerusform>%n câu chắc chắn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful</source>
        <translation>
            <numerusform>%n câu còn ngờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be typed</source>
        <translation>
            <numerusform>%n câu phải nhập tay</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this is kept. Doubtful answers would go to a person.</source>
        <translation>Đây chỉ là đọc thử, không lưu lại gì. Câu còn ngờ sẽ do người quyết định.</translation>
    </message>
    <message>
        <source>Only the first {most} pages were tried.</source>
        <translation>Chỉ đọc thử {most} trang đầu.</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>Quay lại sửa mẫu</translation>
    </message>
    <message>
        <source>Esc does the same</source>
        <translation>Phím Esc cũng vậy</translation>
    </message>
    <message>
        <source>Other scans…</source>
        <translation>Bản quét khác…</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Cả trang</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Vừa bề ngang</translation>
    </message>
    <message>
        <source>Pages that were read</source>
        <translation>Các trang đã đọc thử</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>được đánh dấu</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>còn ngờ</translation>
    </message>
    <message>
        <source>left blank</source>
        <translation>bỏ trống</translation>
    </message>
</context>
<context>
    <name>TypesetProperties</name>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, phiên bản {version}</translation>
    </message>
    <message>
        <source>no question</source>
        <translation>không có câu nào</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Line below it</source>
        <translation>Dòng bên dưới</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>Câu chữ</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Closing line</source>
        <translation>Dòng kết</translation>
    </message>
    <message>
        <source>National heading</source>
        <translation>Quốc hiệu và tiêu ngữ</translation>
    </message>
    <message>
        <source>Set in</source>
        <translation>Kiểu chữ</translation>
    </message>
    <message>
        <source>Printed in</source>
        <translation>Ngôn ngữ in</translation>
    </message>
    <message>
        <source>Overall satisfaction</source>
        <translation>Hài lòng chung</translation>
    </message>
    <message>
        <source>Size of the questions</source>
        <translation>Cỡ chữ câu hỏi</translation>
    </message>
    <message>
        <source>With serifs</source>
        <translation>Có chân</translation>
    </message>
    <message>
        <source>Without serifs</source>
        <translation>Không chân</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Tiếng Anh</translation>
    </message>
    <message>
        <source>Set it as new forms are</source>
        <translation>Dàn trang như mẫu mới</translation>
    </message>
    <message>
        <source>This form is set by earlier rules; by today&apos;s, columns are shared and pages filled evenly</source>
        <translation>Mẫu này được dàn theo quy tắc cũ; theo quy tắc mới, các cột thẳng hàng và các trang đầy đều nhau</translation>
    </message>
</context>
<context>
    <name>TypingDialog</name>
    <message>
        <source>Type the answers of this page</source>
        <translation>Nhập tay các câu trả lời của trang này</translation>
    </message>
    <message>
        <source>The page is not kept yet. Press Esc or Cancel once more to give it up.</source>
        <translation>Trang chưa được lưu. Nhấn Esc hoặc Hủy lần nữa để bỏ.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Questions of this page</source>
        <translation>Các câu hỏi của trang này</translation>
    </message>
    <message>
        <source>Left blank (0)</source>
        <translation>Bỏ trống (0)</translation>
    </message>
    <message>
        <source>Unreadable (Ctrl+U)</source>
        <translation>Không đọc được (Ctrl+U)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Đang tải…</translation>
    </message>
    <message>
        <source>Tick what is marked, then Enter.</source>
        <translation>Chọn các ô được đánh dấu rồi nhấn Enter.</translation>
    </message>
    <message>
        <source>↑ and ↓ go to another question; an answer can be changed until the page is kept.</source>
        <translation>↑ và ↓ sang câu khác; sửa được cho đến khi lưu trang.</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>bỏ trống</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to go</source>
        <translation>
            <numerusform>Còn %n câu</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the page</source>
        <translation>Lưu trang</translation>
    </message>
</context>
<context>
    <name>UnderstoodModel</name>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Cách trả lời</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Phương án</translation>
    </message>
    <message>
        <source>{options} ({count} at most)</source>
        <translation>{options} (tối đa {count})</translation>
    </message>
    <message numerus="yes">
        <source>%n digit box(es)</source>
        <translation>
            <numerusform>%n ô chữ số</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnderstoodTable</name>
    <message>
        <source>Questions as they were understood</source>
        <translation>Các câu hỏi như đã hiểu</translation>
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
    <name>UnitDialog</name>
    <message>
        <source>Set unit</source>
        <translation>Gán đơn vị</translation>
    </message>
    <message>
        <source>A range:</source>
        <translation>Một khoảng:</translation>
    </message>
    <message>
        <source>Pages of {file}</source>
        <translation>Trang của {file}</translation>
    </message>
    <message>
        <source>Serial numbers in this batch</source>
        <translation>Số phiếu in trong lô này</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) will count for this unit. What is printed on them is kept.</source>
        <translation>
            <numerusform>%n trang sẽ tính cho đơn vị này. Nội dung in trên phiếu vẫn giữ nguyên.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no such pages. Give whole numbers like 3-52.</source>
        <translation>Không có các trang này. Hãy ghi số nguyên, ví dụ 3-52.</translation>
    </message>
    <message>
        <source>These pages count for another unit now, which will be replaced: {units}. It stays on record.</source>
        <translation>Các trang này đang được tính cho đơn vị khác và sẽ được thay: {units}. Quyết định cũ vẫn lưu trong sổ.</translation>
    </message>
</context>
<context>
    <name>UnitDoubtsPanel</name>
    <message numerus="yes">
        <source>%n page(s) wait for a unit</source>
        <translation>
            <numerusform>%n trang chờ gán đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes of units without their leading zeros</source>
        <translation>Mã đơn vị bị mất số 0 ở đầu</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Xem các trang này</translation>
    </message>
    <message>
        <source>Set units by stack…</source>
        <translation>Gán đơn vị theo tập…</translation>
    </message>
    <message numerus="yes">
        <source>• and %n more unit(s) that are not in the list</source>
        <translation>
            <numerusform>• và %n đơn vị khác không có trong danh sách</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing names a unit</source>
        <translation>không có gì cho biết đơn vị</translation>
    </message>
    <message>
        <source>{code} is counted as {listed}, for they differ by leading zeros alone</source>
        <translation>{code} được tính cho {listed}, vì chỉ khác số 0 ở đầu</translation>
    </message>
</context>
<context>
    <name>UnitPanel</name>
    <message>
        <source>Show the answers behind this</source>
        <translation>Xem các câu trả lời phía sau</translation>
    </message>
</context>
<context>
    <name>UnitTableModel</name>
    <message>
        <source>Rank</source>
        <translation>Hạng</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Phát ra</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Thu về</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Hợp lệ</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Chờ kiểm tra</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Chỉ số</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>95 % interval, {low} to 100 %</source>
        <translation>KTC 95 %, từ {low} đến 100 %</translation>
    </message>
    <message>
        <source>Among units of the same level; grey ones, of fewer than 30 valid responses or as sure as fewer, have no rank.</source>
        <translation>Trong các đơn vị cùng cấp; đơn vị in xám, dưới 30 phiếu hợp lệ hoặc chỉ chắc chắn như dưới 30 phiếu, không xếp hạng.</translation>
    </message>
    <message>
        <source>95 % interval by Wilson; how wide it is follows from how much people differ. The dashed line is the index of all. Where intervals overlap, the order may be chance.</source>
        <translation>Khoảng tin cậy 95 % theo Wilson; rộng hay hẹp tùy mọi người trả lời khác nhau đến đâu. Đường đứt là chỉ số của tất cả. Khi các khoảng chồng lên nhau, thứ tự có thể chỉ do ngẫu nhiên.</translation>
    </message>
    <message>
        <source>NPS {points}, 95 % interval {low} to {high}: {promoters} promoters, {passives} passives, {detractors} detractors</source>
        <translation>NPS {points}, khoảng tin cậy 95 % từ {low} đến {high}: {promoters} ủng hộ, {passives} trung lập, {detractors} không ủng hộ</translation>
    </message>
    <message>
        <source>Answers that await review and are not counted yet.</source>
        <translation>Câu trả lời chờ kiểm tra, chưa được tính.</translation>
    </message>
    <message>
        <source>{count} of {total} answers satisfied</source>
        <translation>{count} trên {total} câu trả lời hài lòng</translation>
    </message>
</context>
<context>
    <name>UnitsChoice</name>
    <message>
        <source>Bắc Ninh 2020: 135 one-stop offices</source>
        <translation>Bắc Ninh 2020: 135 bộ phận một cửa</translation>
    </message>
    <message>
        <source>No units</source>
        <translation>Không có đơn vị</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Từ tệp…</translation>
    </message>
    <message>
        <source>Unit lists ({patterns})</source>
        <translation>Danh sách đơn vị ({patterns})</translation>
    </message>
    <message>
        <source>Choose a unit list</source>
        <translation>Chọn danh sách đơn vị</translation>
    </message>
    <message>
        <source>The list is being read…</source>
        <translation>Đang đọc danh sách…</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s), the first {code} {name}.</source>
        <translation>
            <numerusform>%n đơn vị, đầu tiên là {code} {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Hiển thị</translation>
    </message>
    <message>
        <source>Light or dark as the &amp;system</source>
        <translation>Sáng hay tối theo &amp;hệ thống</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Sáng</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Tối</translation>
    </message>
    <message>
        <source>Texts of {percent} %</source>
        <translation>Cỡ chữ {percent} %</translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>Watch a folder</source>
        <translation>Theo dõi thư mục</translation>
    </message>
    <message>
        <source>Each folder in it is named after its unit: a code or a name</source>
        <translation>Mỗi thư mục con mang tên đơn vị của nó: mã hoặc tên</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Each scan is read once, as soon as it is complete, for as long as this survey is open here. What cannot be read is moved into {aside} in this folder, with a note why. Everything else stays where it is.</source>
        <translation>Mỗi bản quét được đọc một lần, ngay khi đã ghi xong, trong suốt thời gian đợt khảo sát này mở ở đây. Tệp không đọc được sẽ chuyển vào {aside} trong thư mục này, kèm ghi chú lý do. Mọi tệp khác giữ nguyên chỗ.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Theo dõi</translation>
    </message>
</context>
<context>
    <name>WatchPanel</name>
    <message>
        <source>Watching {folder}</source>
        <translation>Đang theo dõi {folder}</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Ngừng theo dõi</translation>
    </message>
    <message>
        <source>The folder does not answer. Everything else goes on.</source>
        <translation>Thư mục không phản hồi. Các việc khác vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Looking at the folder…</source>
        <translation>Đang xem thư mục…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) arrived.</source>
        <translation>
            <numerusform>Đã nhận %n tệp.</numerusform>
        </translation>
    </message>
    <message>
        <source>Coming in: {names}.</source>
        <translation>Đang nhận: {names}.</translation>
    </message>
    <message>
        <source>Waiting for scans.</source>
        <translation>Đang chờ bản quét.</translation>
    </message>
    <message>
        <source>Last: {name}.</source>
        <translation>Gần nhất: {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) read.</source>
        <translation>
            <numerusform>Đã đọc %n tệp.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) moved aside.</source>
        <translation>
            <numerusform>Đã chuyển riêng %n tệp.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_PagesBox</name>
    <message>
        <source>Unit of these pages</source>
        <translation>Đơn vị của các trang này</translation>
    </message>
</context>
<context>
    <name>_StackBox</name>
    <message>
        <source>Not yet</source>
        <translation>Chưa chọn</translation>
    </message>
    <message>
        <source>Unit of this stack</source>
        <translation>Đơn vị của tập này</translation>
    </message>
</context>
<context>
    <name>damage</name>
    <message>
        <source>The settings in {subject} cannot be used ({fact}). The survey cannot be opened.</source>
        <translation>Không dùng được thiết lập trong {subject} ({fact}). Không mở được đợt khảo sát.</translation>
    </message>
    <message>
        <source>The form in {subject} is damaged ({fact}). No page can be read or shown.</source>
        <translation>Mẫu phiếu trong {subject} bị hỏng ({fact}). Không đọc và không xem được trang nào.</translation>
    </message>
    <message>
        <source>The unit list {subject} cannot be used ({fact}). The survey cannot be opened.</source>
        <translation>Không dùng được danh sách đơn vị {subject} ({fact}). Không mở được đợt khảo sát.</translation>
    </message>
    <message>
        <source>The unit list {subject} is gone. Results lack the names of units and what they belong to.</source>
        <translation>Danh sách đơn vị {subject} không còn. Kết quả thiếu tên các đơn vị và đơn vị cấp trên của chúng.</translation>
    </message>
    <message>
        <source>The database {subject} is damaged ({fact}). Answers and decisions may be lost.</source>
        <translation>Cơ sở dữ liệu {subject} bị hỏng ({fact}). Có thể mất câu trả lời và quyết định.</translation>
    </message>
    <message>
        <source>Entries in “{subject}” belong to nothing that is there ({fact}). They count nowhere.</source>
        <translation>Có mục trong “{subject}” không thuộc về đâu cả ({fact}). Chúng không được tính.</translation>
    </message>
    <message>
        <source>The survey&apos;s copy of {subject} is missing. The paper of {answers} answers cannot be shown.</source>
        <translation>Thiếu bản quét {subject} trong đợt khảo sát. Không xem lại được trên phiếu {answers} câu trả lời.</translation>
    </message>
    <message>
        <source>The survey&apos;s copy of {subject} is not what was delivered. The paper of {answers} answers cannot be shown.</source>
        <translation>Bản quét {subject} không còn đúng như tệp gốc. Không xem lại được trên phiếu {answers} câu trả lời.</translation>
    </message>
    <message>
        <source>The scan {subject} is kept, but was not delivered with any batch. Its pages count nowhere.</source>
        <translation>Có lưu bản quét {subject} nhưng không thuộc lô nào. Các trang của nó không được tính.</translation>
    </message>
    <message>
        <source>What is kept of {subject} does not fit the form ({fact}). {answers} answers cannot be relied on.</source>
        <translation>Dữ liệu của {subject} không khớp với mẫu phiếu ({fact}). Không thể tin {answers} câu trả lời.</translation>
    </message>
    <message>
        <source>{subject} was not read to its end ({fact}). The rest counts nowhere.</source>
        <translation>Chưa đọc hết {subject} ({fact}). Phần còn lại không được tính.</translation>
    </message>
    <message>
        <source>What is noted of {subject} does not agree ({fact}).</source>
        <translation>Ghi chép về {subject} không khớp nhau ({fact}).</translation>
    </message>
    <message>
        <source>What is noted of batch {subject} does not agree ({fact}).</source>
        <translation>Ghi chép về lô {subject} không khớp nhau ({fact}).</translation>
    </message>
    <message>
        <source>Unit {subject}: the serial numbers {fact} were printed twice. Two forms may bear one number.</source>
        <translation>Đơn vị {subject}: số phiếu {fact} đã in hai lần. Hai phiếu có thể cùng số.</translation>
    </message>
    <message>
        <source>There are decisions that the form has no question or answer for ({fact}).</source>
        <translation>Có quyết định mà mẫu phiếu không có câu hỏi hoặc câu trả lời tương ứng ({fact}).</translation>
    </message>
    <message>
        <source>The database lacks what the newest backup, {subject}, holds ({fact}).</source>
        <translation>Cơ sở dữ liệu thiếu những gì có trong bản sao lưu mới nhất, {subject} ({fact}).</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>không có tệp</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>đây không phải là tệp</translation>
    </message>
    <message>
        <source>row {row} of its table “{table}” cannot be understood</source>
        <translation>không hiểu được dòng {row} của bảng “{table}”</translation>
    </message>
    <message>
        <source>the file is not whole</source>
        <translation>tệp không nguyên vẹn</translation>
    </message>
    <message>
        <source>it does not say which version it is</source>
        <translation>không ghi phiên bản</translation>
    </message>
    <message>
        <source>its table “{table}” is not complete</source>
        <translation>bảng “{table}” không đầy đủ</translation>
    </message>
    <message>
        <source>number: {count}</source>
        <translation>số lượng: {count}</translation>
    </message>
    <message>
        <source>what became of it is unknown</source>
        <translation>không rõ kết quả của trang</translation>
    </message>
    <message>
        <source>where it lies, or how it was scanned, cannot be understood</source>
        <translation>không hiểu được vị trí hoặc cách quét của trang</translation>
    </message>
    <message>
        <source>its measurements cannot be understood</source>
        <translation>không hiểu được các số đo</translation>
    </message>
    <message>
        <source>it has measurements of boxes that the form does not have</source>
        <translation>có số đo của những ô không có trong mẫu phiếu</translation>
    </message>
    <message>
        <source>it was not read and has readings</source>
        <translation>trang chưa đọc mà lại có kết quả đọc</translation>
    </message>
    <message>
        <source>it is of another form, {form}</source>
        <translation>thuộc mẫu phiếu khác, {form}</translation>
    </message>
    <message>
        <source>the form has no page {page}</source>
        <translation>mẫu phiếu không có trang {page}</translation>
    </message>
    <message>
        <source>missing questions: {count} of {of} ({items})</source>
        <translation>số câu bị thiếu: {count} trên {of} ({items})</translation>
    </message>
    <message>
        <source>question {item} is not on this page</source>
        <translation>câu {item} không thuộc trang này</translation>
    </message>
    <message>
        <source>the doubt about {item} is no probability</source>
        <translation>độ nghi ngờ của câu {item} không phải là xác suất</translation>
    </message>
    <message>
        <source>the flags of {item} are unknown</source>
        <translation>không rõ lý do cần xem của câu {item}</translation>
    </message>
    <message>
        <source>the form does not have the answer of {item}</source>
        <translation>mẫu phiếu không có câu trả lời này cho câu {item}</translation>
    </message>
    <message>
        <source>the settings it is read with cannot be understood</source>
        <translation>không hiểu được thiết lập dùng để đọc</translation>
    </message>
    <message>
        <source>files that are not listed any more: {count}</source>
        <translation>số tệp không còn trong danh sách: {count}</translation>
    </message>
    <message>
        <source>the order of its files is lost</source>
        <translation>đã mất thứ tự các tệp</translation>
    </message>
    <message>
        <source>what it held is not known</source>
        <translation>không biết tệp chứa gì</translation>
    </message>
    <message>
        <source>it was not opened</source>
        <translation>chưa mở tệp</translation>
    </message>
    <message>
        <source>pages not read: {count} of {of}</source>
        <translation>số trang chưa đọc: {count} trên {of}</translation>
    </message>
    <message>
        <source>pages too many: {count}</source>
        <translation>số trang thừa: {count}</translation>
    </message>
    <message>
        <source>pages: {pages}, printings: {printings}, decisions: {decisions}</source>
        <translation>số trang: {pages}, số lần in: {printings}, số quyết định: {decisions}</translation>
    </message>
    <message>
        <source>{count}, by {operator}, on {item}</source>
        <translation>{count}, do {operator}, ở câu {item}</translation>
    </message>
    <message>
        <source>{file}, page {page}</source>
        <translation>{file}, trang {page}</translation>
    </message>
    <message>
        <source>This can be mended.</source>
        <translation>Sửa chữa được.</translation>
    </message>
    <message>
        <source>This can be mended with the file that was delivered.</source>
        <translation>Sửa chữa được nếu có tệp gốc.</translation>
    </message>
    <message>
        <source>Go back to a backup from before it.</source>
        <translation>Hãy khôi phục từ một bản sao lưu có trước đó.</translation>
    </message>
    <message>
        <source>The program cannot mend this.</source>
        <translation>Chương trình không sửa chữa được chỗ này.</translation>
    </message>
    <message>
        <source>Mend the file, or restore it from a copy.</source>
        <translation>Hãy sửa tệp này hoặc lấy lại từ bản sao.</translation>
    </message>
    <message>
        <source>Restore this folder from a copy of the survey.</source>
        <translation>Hãy lấy lại thư mục này từ bản sao của đợt khảo sát.</translation>
    </message>
    <message>
        <source>Mend these lines, or restore the file from a copy.</source>
        <translation>Hãy sửa các dòng này hoặc lấy lại tệp từ bản sao.</translation>
    </message>
    <message>
        <source>Put the file back, from a copy.</source>
        <translation>Hãy đặt lại tệp từ một bản sao.</translation>
    </message>
    <message>
        <source>Nothing to do: forms are told apart by their order too.</source>
        <translation>Không cần làm gì: các phiếu còn được phân biệt theo thứ tự.</translation>
    </message>
    <message>
        <source>Add the file again.</source>
        <translation>Hãy thêm lại tệp này.</translation>
    </message>
    <message>
        <source>Add its files again.</source>
        <translation>Hãy thêm lại các tệp của lô.</translation>
    </message>
    <message>
        <source>They are kept; nothing can be done.</source>
        <translation>Chúng vẫn được giữ; không cần làm gì.</translation>
    </message>
    <message>
        <source>Decide these questions again under “Review”.</source>
        <translation>Hãy quyết định lại các câu này trong phần “Kiểm tra”.</translation>
    </message>
    <message>
        <source>scans: {count}</source>
        <translation>bản quét: {count}</translation>
    </message>
    <message>
        <source>pages: {count}</source>
        <translation>trang: {count}</translation>
    </message>
    <message>
        <source>answers: {count}</source>
        <translation>câu trả lời: {count}</translation>
    </message>
    <message>
        <source>decisions: {count}</source>
        <translation>quyết định: {count}</translation>
    </message>
    <message>
        <source>forms printed: {count}</source>
        <translation>phiếu đã in: {count}</translation>
    </message>
    <message>
        <source>units: {count}</source>
        <translation>đơn vị: {count}</translation>
    </message>
    <message>
        <source>backups: {count}</source>
        <translation>bản sao lưu: {count}</translation>
    </message>
    <message>
        <source>The survey is whole.</source>
        <translation>Đợt khảo sát nguyên vẹn.</translation>
    </message>
    <message>
        <source>The survey is damaged. Places: {count}</source>
        <translation>Đợt khảo sát bị hỏng. Số chỗ hỏng: {count}</translation>
    </message>
    <message>
        <source>Forms concerned: {numbers}.</source>
        <translation>Các phiếu liên quan: {numbers}.</translation>
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
    <message>
        <source>Choose the blank form, or several filled copies of it</source>
        <translation>Chọn phiếu trắng, hoặc vài phiếu đã điền</translation>
    </message>
    <message>
        <source>Forms ({endings})</source>
        <translation>Phiếu ({endings})</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Bảng tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Excel workbooks with pictures of verified answers (*.xlsx)</source>
        <translation>Bảng tính Excel kèm ảnh các câu đã kiểm tra (*.xlsx)</translation>
    </message>
    <message>
        <source>Who decides?</source>
        <translation>Ai quyết định?</translation>
    </message>
    <message>
        <source>Your name is kept with what you decide. This is asked once.</source>
        <translation>Tên của bạn được lưu cùng những gì bạn quyết định. Chỉ hỏi một lần.</translation>
    </message>
</context>
<context>
    <name>doubts</name>
    <message>
        <source>It is smaller or larger than boxes mostly are.</source>
        <translation>Ô này nhỏ hoặc lớn hơn ô thông thường.</translation>
    </message>
    <message>
        <source>It is an empty cell of a table, which may be there to be written in.</source>
        <translation>Đây là ô trống trong bảng, có thể dùng để viết chữ.</translation>
    </message>
    <message>
        <source>It is an empty cell under no heading.</source>
        <translation>Đây là ô trống trong bảng, phía trên không có tiêu đề cột.</translation>
    </message>
    <message>
        <source>Nothing is printed around it; it lies where a row of text meets a column.</source>
        <translation>Không có nét in nào bao quanh; vị trí là nơi hàng chữ gặp cột.</translation>
    </message>
    <message>
        <source>It is a printed digit without an outline, taken to be circled.</source>
        <translation>Đây là chữ số in không có viền, được hiểu là để khoanh tròn.</translation>
    </message>
    <message>
        <source>It is the number or letter before an option that has no box, taken to be circled.</source>
        <translation>Đây là số hoặc chữ đứng trước một phương án không có ô, được hiểu là để khoanh tròn.</translation>
    </message>
    <message>
        <source>It stands alone: no other option belongs to it.</source>
        <translation>Ô này đứng riêng: không có phương án nào khác đi cùng.</translation>
    </message>
    <message>
        <source>No question was found for it.</source>
        <translation>Không tìm thấy câu hỏi cho ô này.</translation>
    </message>
    <message>
        <source>No text was found for the option.</source>
        <translation>Không tìm thấy lời văn của phương án.</translation>
    </message>
    <message>
        <source>A word of its heading may be broken at the end of a line, so its text may be wrong.</source>
        <translation>Một từ trong tiêu đề cột có thể bị ngắt ở cuối dòng, nên lời văn của phương án có thể sai.</translation>
    </message>
    <message>
        <source>Its text was taken over from the table that ends on the page before.</source>
        <translation>Lời văn được lấy theo bảng ở cuối trang trước.</translation>
    </message>
    <message>
        <source>Its row is split over two pages; its larger half is where marks are looked for.</source>
        <translation>Hàng của câu bị tách sang hai trang; dấu được tìm ở phần lớn hơn.</translation>
    </message>
    <message>
        <source>Its options stand in several columns, read one column after the other.</source>
        <translation>Các phương án xếp thành nhiều cột, được đọc lần lượt từng cột.</translation>
    </message>
    <message>
        <source>Its options go on over several rows, read row by row.</source>
        <translation>Các phương án kéo dài nhiều dòng, được đọc lần lượt từng dòng.</translation>
    </message>
    <message>
        <source>The wording does not say which end of the scale is the good one.</source>
        <translation>Lời văn không cho biết đầu nào của thang điểm là tốt.</translation>
    </message>
    <message>
        <source>Its digits run against its wording, so the values follow the wording, not the digits.</source>
        <translation>Chữ số ngược chiều với lời văn, nên giá trị được lấy theo lời văn chứ không theo chữ số.</translation>
    </message>
    <message>
        <source>Boxes without any words are taken for the digits of a number.</source>
        <translation>Các ô không có chữ được hiểu là ô ghi từng chữ số.</translation>
    </message>
    <message>
        <source>The form does not say how to mark it.</source>
        <translation>Phiếu không hướng dẫn cách đánh dấu.</translation>
    </message>
    <message>
        <source>Whether several options may be chosen is not said.</source>
        <translation>Phiếu không nói có được chọn nhiều phương án hay không.</translation>
    </message>
    <message>
        <source>{name}: the file does not say how large the paper is; A4 is assumed.</source>
        <translation>{name}: tệp không cho biết khổ giấy; coi như A4.</translation>
    </message>
    <message>
        <source>Tesseract is not installed, so words of pictures were not read; questions are called Câu 1, Câu 2.</source>
        <translation>Chưa cài Tesseract nên không đọc được chữ trên ảnh; các câu hỏi được gọi là Câu 1, Câu 2.</translation>
    </message>
    <message>
        <source>Tesseract has no Vietnamese here (tesseract-ocr-vie), so accents in the wording may be wrong.</source>
        <translation>Tesseract trên máy này thiếu tiếng Việt (tesseract-ocr-vie) nên dấu trong lời văn có thể sai.</translation>
    </message>
    <message>
        <source>Page {page} is what {count} copies have in common.</source>
        <translation>Trang {page} là phần chung của {count} bản.</translation>
    </message>
    <message>
        <source>Pages {page} and {other} are laid out alike but their words differ, so they are two pages; compare them.</source>
        <translation>Trang {page} và trang {other} bố cục giống nhau nhưng chữ khác nhau nên được coi là hai trang; hãy so sánh lại.</translation>
    </message>
    <message>
        <source>Left out, as no page of the form is on it: {names}.</source>
        <translation>Bỏ qua vì không có trang nào của phiếu: {names}.</translation>
    </message>
    <message>
        <source>Left out: {names}: {why}</source>
        <translation>Đã bỏ qua {names}: {why}</translation>
    </message>
    <message>
        <source>No file holds page {page} together with page {others}: if they are pages of different forms, choose the files of one form only.</source>
        <translation>Không tệp nào có cả trang {page} lẫn trang {others}: nếu đó là trang của các mẫu phiếu khác nhau, hãy chỉ chọn các tệp của một mẫu.</translation>
    </message>
    <message>
        <source>{count} pages hold much the same words: if these are filled copies of one form, tick that below.</source>
        <translation>{count} trang có lời gần như giống nhau: nếu đây là các bản đã điền của một mẫu phiếu, hãy đánh dấu ô bên dưới.</translation>
    </message>
    <message>
        <source>Left out, as a file before it holds exactly the same: {names}.</source>
        <translation>Bỏ qua vì giống hệt một tệp đứng trước: {names}.</translation>
    </message>
    <message>
        <source>Beside {count} numbered lines on page {page} no places to mark were found: {lines}. If they are questions or options, add their areas by hand or use a cleaner copy.</source>
        <translation>Không tìm thấy chỗ đánh dấu nào bên cạnh {count} dòng có đánh số ở trang {page}: {lines}. Nếu đó là câu hỏi hoặc phương án trả lời, hãy tự vẽ thêm ô cho chúng hoặc dùng bản sạch hơn.</translation>
    </message>
    <message>
        <source>No scale of the form is understood as one of satisfaction, so the index will be empty. Where one is, save the form, choose “Edit…” and choose “Satisfaction” for the scale of its questions.</source>
        <translation>Không thang đo nào của phiếu được hiểu là thang hài lòng, nên chỉ số sẽ trống. Nếu có, hãy lưu mẫu phiếu, bấm “Sửa…” rồi chọn “Mức hài lòng” cho thang đo của các câu hỏi đó.</translation>
    </message>
    <message>
        <source>The first {count} copies of every page were enough.</source>
        <translation>Chỉ cần {count} bản đầu của mỗi trang là đủ.</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source> (did you mean &quot;{word}&quot;?)</source>
        <translation> (có phải ý bạn là &quot;{word}&quot;?)</translation>
    </message>
    <message>
        <source>&quot;format&quot; is missing: the file must say format = 1</source>
        <translation>thiếu &quot;format&quot;: tệp phải ghi format = 1</translation>
    </message>
    <message>
        <source>&quot;page&quot; is missing: wanted a whole number, 1 for the first page</source>
        <translation>thiếu &quot;page&quot;: cần một số nguyên, trang đầu là 1</translation>
    </message>
    <message>
        <source>&quot;{found}&quot; is not a name: wanted {pattern}</source>
        <translation>&quot;{found}&quot; không phải là tên: cần {pattern}</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; has response areas: it is &quot;single&quot; or &quot;multiple&quot;, not &quot;{kind}&quot;</source>
        <translation>&quot;{item_id}&quot; có ô trả lời: phải là &quot;single&quot; hoặc &quot;multiple&quot;, không phải &quot;{kind}&quot;</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; is &quot;{kind}&quot; here, but &quot;{value}&quot; before</source>
        <translation>&quot;{item_id}&quot; ở đây là &quot;{kind}&quot; nhưng trước đó là &quot;{value}&quot;</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; is not an earlier item</source>
        <translation>&quot;{item_id}&quot; không phải là câu hỏi đứng trước</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; is used twice</source>
        <translation>&quot;{item_id}&quot; được dùng hai lần</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; is missing: wanted {wanted}</source>
        <translation>thiếu &quot;{key}&quot;: cần {wanted}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not the name of a template</source>
        <translation>&quot;{name}&quot; không phải là tên của mẫu phiếu</translation>
    </message>
    <message>
        <source>institution or national heading has more lines than fit above the title</source>
        <translation>tên cơ quan hoặc quốc hiệu có nhiều dòng hơn chỗ phía trên tiêu đề</translation>
    </message>
    <message>
        <source>names a form twice</source>
        <translation>nêu một mẫu phiếu hai lần</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is used twice</source>
        <translation>&quot;{name}&quot; được dùng hai lần</translation>
    </message>
    <message>
        <source>&quot;{shown}&quot; is not known{suggestion}; wanted: {members}</source>
        <translation>không biết &quot;{shown}&quot;{suggestion}; cần: {members}</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no number of transactions</source>
        <translation>&quot;{text}&quot; không phải là số giao dịch</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is both satisfied and dissatisfied</source>
        <translation>&quot;{value}&quot; vừa là hài lòng vừa là không hài lòng</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a value of the scale</source>
        <translation>&quot;{value}&quot; không phải là giá trị của thang đo</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not an option of &quot;{item_id}&quot;</source>
        <translation>&quot;{value}&quot; không phải là lựa chọn của &quot;{item_id}&quot;</translation>
    </message>
    <message>
        <source>&quot;{wanted}&quot; must be a single-choice item</source>
        <translation>&quot;{wanted}&quot; phải là câu hỏi một lựa chọn</translation>
    </message>
    <message>
        <source>a cap needs kind = &quot;multiple&quot;</source>
        <translation>giới hạn số lựa chọn cần kind = &quot;multiple&quot;</translation>
    </message>
    <message>
        <source>a choice item needs &quot;scale&quot; or &quot;options&quot;</source>
        <translation>câu hỏi lựa chọn cần &quot;scale&quot; hoặc &quot;options&quot;</translation>
    </message>
    <message>
        <source>a factor needs an item with a satisfaction scale</source>
        <translation>một yếu tố cần một câu hỏi có thang đo hài lòng</translation>
    </message>
    <message>
        <source>a link leads back to itself</source>
        <translation>một liên kết dẫn về chính nó</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>một số</translation>
    </message>
    <message>
        <source>a number item needs &quot;digits&quot;, the count of digit boxes</source>
        <translation>câu hỏi số cần &quot;digits&quot;, là số ô chữ số</translation>
    </message>
    <message>
        <source>a page of {size} is no paper: sides are {low_mm:g} to {high_mm:g} mm; are these pixels?</source>
        <translation>trang {size} không phải là khổ giấy: mỗi cạnh từ {low_mm:g} đến {high_mm:g} mm; có phải đây là điểm ảnh?</translation>
    </message>
    <message>
        <source>a part of the form is higher than a page</source>
        <translation>một phần của phiếu cao hơn một trang</translation>
    </message>
    <message>
        <source>a part of the path is no folder</source>
        <translation>một phần của đường dẫn không phải là thư mục</translation>
    </message>
    <message>
        <source>a response area for something that is not in the definition</source>
        <translation>ô trả lời cho một thứ không có trong định nghĩa</translation>
    </message>
    <message>
        <source>a scale of kind &quot;{kind}&quot; must say which values are satisfied</source>
        <translation>thang đo loại &quot;{kind}&quot; phải ghi giá trị nào là hài lòng</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>một bảng</translation>
    </message>
    <message>
        <source>it is the folder of a survey</source>
        <translation>đó là thư mục của một đợt khảo sát</translation>
    </message>
    <message>
        <source>it lies in the folder of a survey</source>
        <translation>nó nằm trong thư mục của một đợt khảo sát</translation>
    </message>
    <message>
        <source>the folder of the survey lies in it</source>
        <translation>thư mục của đợt khảo sát nằm trong đó</translation>
    </message>
    <message>
        <source>a text in it is no text</source>
        <translation>một chữ trong đó không phải là chữ</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>một đoạn chữ trong ngoặc kép</translation>
    </message>
    <message>
        <source>a text like {{ vi = &quot;...&quot;, en = &quot;...&quot; }}</source>
        <translation>một đoạn chữ dạng {{ vi = &quot;...&quot;, en = &quot;...&quot; }}</translation>
    </message>
    <message>
        <source>a text, or one like {{ &quot;vi&quot;: &quot;...&quot;, &quot;en&quot;: &quot;...&quot; }}</source>
        <translation>một đoạn chữ, hoặc dạng {{ &quot;vi&quot;: &quot;...&quot;, &quot;en&quot;: &quot;...&quot; }}</translation>
    </message>
    <message>
        <source>paper is jammed</source>
        <translation>giấy bị kẹt</translation>
    </message>
    <message>
        <source>a cover is open</source>
        <translation>nắp đang mở</translation>
    </message>
    <message>
        <source>there is no paper in the feeder</source>
        <translation>khay nạp không có giấy</translation>
    </message>
    <message>
        <source>two sheets went through together</source>
        <translation>hai tờ bị kéo vào cùng lúc</translation>
    </message>
    <message>
        <source>it ended although there is paper in the feeder</source>
        <translation>máy ngừng dù khay nạp còn giấy</translation>
    </message>
    <message>
        <source>a page came incomplete</source>
        <translation>một trang đến không trọn vẹn</translation>
    </message>
    <message>
        <source>it is busy</source>
        <translation>máy đang bận</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>máy không phản hồi</translation>
    </message>
    <message>
        <source>it does not allow this</source>
        <translation>máy không cho phép</translation>
    </message>
    <message>
        <source>it refuses these settings</source>
        <translation>máy không nhận các thiết lập này</translation>
    </message>
    <message>
        <source>its answer cannot be understood</source>
        <translation>không hiểu được câu trả lời của máy</translation>
    </message>
    <message>
        <source>the program scanimage is not installed</source>
        <translation>chưa cài chương trình scanimage</translation>
    </message>
    <message>
        <source>it reports an error</source>
        <translation>máy báo lỗi</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>một số nguyên</translation>
    </message>
    <message>
        <source>access is denied</source>
        <translation>không có quyền truy cập</translation>
    </message>
    <message>
        <source>an array of tables</source>
        <translation>một danh sách các bảng</translation>
    </message>
    <message>
        <source>an array of texts</source>
        <translation>một danh sách các đoạn chữ</translation>
    </message>
    <message>
        <source>an item has either &quot;scale&quot; or &quot;options&quot;, not both</source>
        <translation>một câu hỏi có &quot;scale&quot; hoặc &quot;options&quot;, không có cả hai</translation>
    </message>
    <message>
        <source>an item of kind {kind} has no options</source>
        <translation>câu hỏi loại {kind} không có lựa chọn</translation>
    </message>
    <message>
        <source>cannot be printed in this typeface: {signs}</source>
        <translation>không in được bằng kiểu chữ này: {signs}</translation>
    </message>
    <message>
        <source>cannot be read: {why}</source>
        <translation>không đọc được: {why}</translation>
    </message>
    <message>
        <source>code &quot;{code}&quot; has characters other than letters, digits, &apos;-&apos; and &apos;.&apos;</source>
        <translation>mã &quot;{code}&quot; có ký tự khác ngoài chữ cái không dấu, chữ số, &apos;-&apos; và &apos;.&apos;</translation>
    </message>
    <message>
        <source>code {code} stands there twice</source>
        <translation>mã {code} xuất hiện hai lần</translation>
    </message>
    <message>
        <source>has a key of more than {limit} parts</source>
        <translation>có một khóa gồm hơn {limit} phần</translation>
    </message>
    <message>
        <source>has {value} characters, at most {longest} are allowed</source>
        <translation>có {value} ký tự, chỉ được nhiều nhất {longest}</translation>
    </message>
    <message>
        <source>the database cannot be opened</source>
        <translation>không mở được cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>chỉ đọc được</translation>
    </message>
    <message>
        <source>holds a number or a nesting beyond all measure</source>
        <translation>có một số hoặc các ngoặc lồng nhau vượt mọi giới hạn</translation>
    </message>
    <message>
        <source>holds the control character U+{code}</source>
        <translation>có ký tự điều khiển U+{code}</translation>
    </message>
    <message>
        <source>holds the control character U+{found:04X}</source>
        <translation>có ký tự điều khiển U+{found:04X}</translation>
    </message>
    <message>
        <source>id &quot;{template_id}&quot; is too long to be printed with unit and serial</source>
        <translation>mã &quot;{template_id}&quot; quá dài để in cùng đơn vị và số thứ tự</translation>
    </message>
    <message>
        <source>is UTF-16 text: save it as UTF-8</source>
        <translation>là chữ mã UTF-16: hãy lưu lại bằng UTF-8</translation>
    </message>
    <message>
        <source>is larger than {limit} MB, more than a file of this kind can be</source>
        <translation>lớn hơn {limit} MB, quá lớn đối với loại tệp này</translation>
    </message>
    <message>
        <source>is no line of a CSV list; look for a quotation mark that is not closed</source>
        <translation>không phải là dòng của danh sách CSV; hãy tìm dấu ngoặc kép chưa đóng</translation>
    </message>
    <message>
        <source>is not JSON: {why}</source>
        <translation>không phải là JSON: {why}</translation>
    </message>
    <message>
        <source>is not TOML: {why}</source>
        <translation>không phải là TOML: {why}</translation>
    </message>
    <message>
        <source>is not UTF-8 text: save it as UTF-8</source>
        <translation>không phải chữ mã UTF-8: hãy lưu lại bằng UTF-8</translation>
    </message>
    <message>
        <source>it ends ({end}) before it begins ({begin})</source>
        <translation>ngày kết thúc ({end}) trước ngày bắt đầu ({begin})</translation>
    </message>
    <message>
        <source>it has no unit</source>
        <translation>danh sách không có đơn vị nào</translation>
    </message>
    <message>
        <source>it has {count} characters, at most {limit} are allowed</source>
        <translation>có {count} ký tự, chỉ được nhiều nhất {limit}</translation>
    </message>
    <message>
        <source>it has {document} pages instead of {page_count}</source>
        <translation>tệp có {document} trang thay vì {page_count}</translation>
    </message>
    <message>
        <source>it holds a control character</source>
        <translation>có ký tự điều khiển</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>đó là một thư mục</translation>
    </message>
    <message>
        <source>it is in use by another program</source>
        <translation>đang được chương trình khác sử dụng</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>không có tệp này</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>đó không phải là tệp thông thường</translation>
    </message>
    <message>
        <source>it is not a PDF</source>
        <translation>đó không phải là tệp PDF</translation>
    </message>
    <message>
        <source>it is not a survey database</source>
        <translation>đó không phải là cơ sở dữ liệu khảo sát</translation>
    </message>
    <message>
        <source>it is not empty</source>
        <translation>không trống</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>không tìm thấy</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>đã có sẵn</translation>
    </message>
    <message>
        <source>it lies on another drive</source>
        <translation>nằm ở ổ đĩa khác</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>dòng {line}</translation>
    </message>
    <message>
        <source>line {line}: {fact}</source>
        <translation>dòng {line}: {fact}</translation>
    </message>
    <message>
        <source>line {line}: {place}</source>
        <translation>dòng {line}: {place}</translation>
    </message>
    <message>
        <source>must be a number of ordinary size</source>
        <translation>phải là một số có độ lớn bình thường</translation>
    </message>
    <message>
        <source>must be a share between 0 and 1, not {value:g}</source>
        <translation>phải là một tỷ lệ giữa 0 và 1, không phải {value:g}</translation>
    </message>
    <message>
        <source>must be a share from 0 to 1, not {value:g}</source>
        <translation>phải là một tỷ lệ từ 0 đến 1, không phải {value:g}</translation>
    </message>
    <message>
        <source>must be a table</source>
        <translation>phải là một bảng</translation>
    </message>
    <message>
        <source>must be {at_least} or more, not {value}</source>
        <translation>phải từ {at_least} trở lên, không phải {value}</translation>
    </message>
    <message>
        <source>must be {wanted}</source>
        <translation>phải là {wanted}</translation>
    </message>
    <message>
        <source>must hold one JSON object</source>
        <translation>phải chứa đúng một đối tượng JSON</translation>
    </message>
    <message>
        <source>must hold texts in quotes only</source>
        <translation>chỉ được chứa các đoạn chữ trong ngoặc kép</translation>
    </message>
    <message>
        <source>must hold {most_texts} texts or fewer, not {values}</source>
        <translation>chỉ được chứa nhiều nhất {most_texts} đoạn chữ, không phải {values}</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>không được để trống</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>thiếu mã</translation>
    </message>
    <message>
        <source>no column {names}</source>
        <translation>thiếu cột {names}</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>thiếu tên</translation>
    </message>
    <message>
        <source>no old code</source>
        <translation>thiếu mã cũ</translation>
    </message>
    <message>
        <source>no response area and no writing field belongs to this item</source>
        <translation>không có ô trả lời hay chỗ viết nào thuộc câu hỏi này</translation>
    </message>
    <message>
        <source>option value &quot;{value}&quot; may hold letters, digits, &quot;_&quot;, &quot;.&quot; and &quot;-&quot; only</source>
        <translation>giá trị lựa chọn &quot;{value}&quot; chỉ được có chữ cái, chữ số, &quot;_&quot;, &quot;.&quot; và &quot;-&quot;</translation>
    </message>
    <message>
        <source>only a question with one answer can tell respondents apart</source>
        <translation>chỉ câu hỏi chọn một phương án mới chia được nhóm người trả lời</translation>
    </message>
    <message>
        <source>only a question with one answer on a scale of satisfaction can count in the index</source>
        <translation>chỉ câu hỏi chọn một mức trên thang hài lòng mới tính được vào chỉ số</translation>
    </message>
    <message>
        <source>options stand in 1 to {most} columns</source>
        <translation>lựa chọn xếp thành 1 đến {most} cột</translation>
    </message>
    <message>
        <source>page numbers must count up from 1</source>
        <translation>số trang phải tăng dần từ 1</translation>
    </message>
    <message>
        <source>page {number} comes {count} times</source>
        <translation>trang {number} xuất hiện {count} lần</translation>
    </message>
    <message>
        <source>page {number} is missing: pages are numbered from 1</source>
        <translation>thiếu trang {number}: các trang được đánh số từ 1</translation>
    </message>
    <message>
        <source>print one copy or more</source>
        <translation>hãy in từ một bản trở lên</translation>
    </message>
    <message>
        <source>share &quot;{text}&quot; is not above 0 and at most 1</source>
        <translation>share &quot;{text}&quot; không lớn hơn 0 và không quá 1</translation>
    </message>
    <message>
        <source>since &quot;{text}&quot; is no day like 2025-07-01</source>
        <translation>since &quot;{text}&quot; không phải là ngày dạng 2025-07-01</translation>
    </message>
    <message>
        <source>style &quot;{style}&quot; prints values of at most two characters</source>
        <translation>kiểu &quot;{style}&quot; chỉ in giá trị nhiều nhất hai ký tự</translation>
    </message>
    <message>
        <source>system error {number}</source>
        <translation>lỗi hệ thống {number}</translation>
    </message>
    <message>
        <source>the blank print of page {number} is missing: put its image here</source>
        <translation>thiếu ảnh trang trắng {number}: hãy đặt ảnh của trang vào đây</translation>
    </message>
    <message>
        <source>the cap is {cap}, but there are only {value} options</source>
        <translation>giới hạn là {cap} nhưng chỉ có {value} lựa chọn</translation>
    </message>
    <message>
        <source>the code has {count} characters, at most {limit} are allowed</source>
        <translation>mã có {count} ký tự, chỉ được nhiều nhất {limit}</translation>
    </message>
    <message>
        <source>the code text &quot;{text}&quot; is too long for its place</source>
        <translation>dòng mã &quot;{text}&quot; quá dài so với chỗ của nó</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>ổ đĩa đã đầy</translation>
    </message>
    <message>
        <source>the drive does not answer</source>
        <translation>ổ đĩa không phản hồi</translation>
    </message>
    <message>
        <source>the drive is not there</source>
        <translation>không có ổ đĩa</translation>
    </message>
    <message>
        <source>the drive is read-only</source>
        <translation>ổ đĩa chỉ cho đọc</translation>
    </message>
    <message>
        <source>the drive reports an error</source>
        <translation>ổ đĩa báo lỗi</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>tệp trống</translation>
    </message>
    <message>
        <source>the file is larger than this drive can hold</source>
        <translation>tệp lớn hơn mức ổ đĩa này chứa được</translation>
    </message>
    <message>
        <source>the layout has no pages</source>
        <translation>bố cục không có trang nào</translation>
    </message>
    <message>
        <source>the layout has no response areas</source>
        <translation>bố cục không có ô trả lời nào</translation>
    </message>
    <message>
        <source>the layout is for {theirs}, the definition for {ours}</source>
        <translation>bố cục là của {theirs}, còn định nghĩa là của {ours}</translation>
    </message>
    <message>
        <source>the list has more than {limit} lines</source>
        <translation>danh sách có hơn {limit} dòng</translation>
    </message>
    <message>
        <source>the name holds letters that the drive does not know</source>
        <translation>tên có ký tự mà ổ đĩa không hiểu</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>tên quá dài</translation>
    </message>
    <message>
        <source>the name or the file is not allowed there</source>
        <translation>tên hoặc tệp không được phép ở đó</translation>
    </message>
    <message>
        <source>the network drive cannot be reached</source>
        <translation>không kết nối được ổ đĩa mạng</translation>
    </message>
    <message>
        <source>the option has no response area</source>
        <translation>lựa chọn này không có ô trả lời</translation>
    </message>
    <message>
        <source>the option has {count} response areas</source>
        <translation>lựa chọn này có {count} ô trả lời</translation>
    </message>
    <message>
        <source>the options of one item lie on several pages</source>
        <translation>các lựa chọn của một câu hỏi nằm trên nhiều trang</translation>
    </message>
    <message>
        <source>the response area is not on the paper</source>
        <translation>ô trả lời nằm ngoài tờ giấy</translation>
    </message>
    <message>
        <source>the response area overlaps &quot;{other}&quot;</source>
        <translation>ô trả lời chồng lên &quot;{other}&quot;</translation>
    </message>
    <message>
        <source>the scan cannot be read ({reason})</source>
        <translation>không đọc được bản quét ({reason})</translation>
    </message>
    <message>
        <source>the scan cannot be shown ({reason})</source>
        <translation>không hiển thị được bản quét ({reason})</translation>
    </message>
    <message>
        <source>the section has no items</source>
        <translation>phần này không có câu hỏi nào</translation>
    </message>
    <message>
        <source>the skip rule names no values</source>
        <translation>điều kiện hỏi không nêu giá trị nào</translation>
    </message>
    <message>
        <source>the template has no sections</source>
        <translation>mẫu phiếu không có phần nào</translation>
    </message>
    <message>
        <source>the writing field is not on the paper</source>
        <translation>chỗ viết nằm ngoài tờ giấy</translation>
    </message>
    <message>
        <source>there is no item &quot;{wanted}&quot;</source>
        <translation>không có câu hỏi &quot;{wanted}&quot;</translation>
    </message>
    <message>
        <source>there is no scale &quot;{scale_id}&quot;</source>
        <translation>không có thang đo &quot;{scale_id}&quot;</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>không có tệp hoặc thư mục này</translation>
    </message>
    <message>
        <source>there is no such file, and no shipped template of that name</source>
        <translation>không có tệp này, và không có mẫu phiếu kèm theo nào tên như vậy</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>không đủ bộ nhớ</translation>
    </message>
    <message>
        <source>this file has format {found}, this program knows formats up to {format}: update Phiếu</source>
        <translation>tệp này có định dạng {found}, chương trình chỉ biết đến định dạng {format}: hãy cập nhật Phiếu</translation>
    </message>
    <message>
        <source>must be from {smallest} to {largest} points</source>
        <translation>phải từ {smallest} đến {largest} điểm chữ (point)</translation>
    </message>
    <message>
        <source>this program sets forms by editions up to {latest}, not {edition}: update Phiếu</source>
        <translation>chương trình này dàn trang theo các quy tắc đến bản {latest}, không có bản {edition}: hãy cập nhật Phiếu</translation>
    </message>
    <message>
        <source>this form was made elsewhere: print it from its own document</source>
        <translation>phiếu này được làm ở nơi khác: hãy in từ tài liệu gốc của nó</translation>
    </message>
    <message>
        <source>this version of the program would print the form with other places than its layout says; nothing was printed</source>
        <translation>phiên bản này của chương trình sẽ in phiếu ở vị trí khác với bố cục; chưa in gì cả</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>đang mở quá nhiều tệp</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true hoặc false</translation>
    </message>
    <message>
        <source>unit &quot;{code}&quot; has used up its {serial_digits}-digit numbers</source>
        <translation>đơn vị &quot;{code}&quot; đã dùng hết các số có {serial_digits} chữ số</translation>
    </message>
    <message>
        <source>unit code &quot;{unit}&quot; cannot be printed: use digits, capital letters, &quot;.&quot; and &quot;-&quot;</source>
        <translation>không in được mã đơn vị &quot;{unit}&quot;: hãy dùng chữ số, chữ hoa, &quot;.&quot; và &quot;-&quot;</translation>
    </message>
    <message>
        <source>unit code &quot;{unit}&quot; is longer than {longest_unit} characters</source>
        <translation>mã đơn vị &quot;{unit}&quot; dài hơn {longest_unit} ký tự</translation>
    </message>
    <message>
        <source>unit {code}: its parent {parent} is not in the list</source>
        <translation>đơn vị {code}: đơn vị cấp trên {parent} không có trong danh sách</translation>
    </message>
    <message>
        <source>unknown key &quot;{key}&quot;{suggestion}</source>
        <translation>không biết khóa &quot;{key}&quot;{suggestion}</translation>
    </message>
    <message>
        <source>{column} &quot;{text}&quot; is no day like 2020-12-31</source>
        <translation>{column} &quot;{text}&quot; không phải là ngày dạng 2020-12-31</translation>
    </message>
    <message>
        <source>{column} has {count} characters, at most {limit} are allowed</source>
        <translation>{column} có {count} ký tự, chỉ được nhiều nhất {limit}</translation>
    </message>
    <message>
        <source>{fact}</source>
        <translation>{fact}</translation>
    </message>
    <message>
        <source>{place}: {message}</source>
        <translation>{place}: {message}</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; added</source>
        <translation>đã thêm &quot;{item_id}&quot;</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; asked depending on &quot;{asked}&quot;</source>
        <translation>&quot;{item_id}&quot; hỏi tùy theo &quot;{asked}&quot;</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; asked of everyone</source>
        <translation>&quot;{item_id}&quot; hỏi tất cả mọi người</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; asks for overall satisfaction</source>
        <translation>&quot;{item_id}&quot; hỏi mức độ hài lòng chung</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; has a writing field already</source>
        <translation>&quot;{item_id}&quot; đã có chỗ viết</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; has no options</source>
        <translation>&quot;{item_id}&quot; không có lựa chọn nào</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; has no such options</source>
        <translation>&quot;{item_id}&quot; không có những lựa chọn này</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; has {count} options, the scale &quot;{scale_id}&quot; has {value}</source>
        <translation>&quot;{item_id}&quot; có {count} lựa chọn, thang đo &quot;{scale_id}&quot; có {value}</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; is answered by marking, not by writing</source>
        <translation>&quot;{item_id}&quot; được trả lời bằng cách đánh dấu, không phải viết</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; is answered by writing, not by marking</source>
        <translation>&quot;{item_id}&quot; được trả lời bằng cách viết, không phải đánh dấu</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; is now &quot;{new_id}&quot;</source>
        <translation>&quot;{item_id}&quot; nay là &quot;{new_id}&quot;</translation>
    </message>
    <message>
        <source>&quot;{item_id}&quot; must keep an option</source>
        <translation>&quot;{item_id}&quot; phải còn ít nhất một lựa chọn</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; is missing</source>
        <translation>thiếu &quot;{key}&quot;</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; is not known</source>
        <translation>không biết &quot;{key}&quot;</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a question</source>
        <translation>&quot;{name}&quot; không thể là tên của câu hỏi</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a scale or a section</source>
        <translation>&quot;{name}&quot; không thể là tên của thang đo hay của phần</translation>
    </message>
    <message>
        <source>1 area</source>
        <translation>1 ô trả lời</translation>
    </message>
    <message>
        <source>1 option</source>
        <translation>1 lựa chọn</translation>
    </message>
    <message>
        <source>1 question</source>
        <translation>1 câu hỏi</translation>
    </message>
    <message>
        <source>a blackened box means a mark taken back</source>
        <translation>ô tô đen nghĩa là bỏ chọn</translation>
    </message>
    <message>
        <source>a blackened box means that it is chosen</source>
        <translation>ô tô đen nghĩa là chọn ô đó</translation>
    </message>
    <message>
        <source>a form must keep a section</source>
        <translation>phiếu phải còn ít nhất một phần</translation>
    </message>
    <message>
        <source>a length must be a number</source>
        <translation>độ dài phải là một số</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>một danh sách</translation>
    </message>
    <message>
        <source>a ring around a mark means that it is taken back</source>
        <translation>khoanh tròn dấu nghĩa là bỏ chọn</translation>
    </message>
    <message>
        <source>a version is a number from 1 to {most}</source>
        <translation>phiên bản là một số từ 1 đến {most}</translation>
    </message>
    <message>
        <source>a writing field is not marked</source>
        <translation>chỗ viết không được đánh dấu</translation>
    </message>
    <message>
        <source>an area must be at least {side:g} mm wide and high</source>
        <translation>ô phải rộng và cao ít nhất {side:g} mm</translation>
    </message>
    <message>
        <source>an edit before could not be written either</source>
        <translation>cũng không ghi được một thay đổi trước đó</translation>
    </message>
    <message>
        <source>cap of {items} removed</source>
        <translation>đã bỏ giới hạn của {items}</translation>
    </message>
    <message>
        <source>cap of {items} set to {cap}</source>
        <translation>đã đặt giới hạn của {items} là {cap}</translation>
    </message>
    <message>
        <source>closing line changed</source>
        <translation>đã sửa dòng kết</translation>
    </message>
    <message>
        <source>form set by edition {edition}</source>
        <translation>đã dàn trang theo quy tắc {edition}</translation>
    </message>
    <message>
        <source>form set with serifs</source>
        <translation>đã đổi sang chữ có chân</translation>
    </message>
    <message>
        <source>form set without serifs</source>
        <translation>đã đổi sang chữ không chân</translation>
    </message>
    <message>
        <source>grid of {areas} repeated {times}, {mm:g} mm apart</source>
        <translation>đã lặp lại lưới {areas} {times}, cách nhau {mm:g} mm</translation>
    </message>
    <message>
        <source>instructions changed</source>
        <translation>đã sửa phần hướng dẫn</translation>
    </message>
    <message>
        <source>it is no journal of a form</source>
        <translation>đây không phải là nhật ký sửa phiếu</translation>
    </message>
    <message>
        <source>it is no step of a journal</source>
        <translation>đây không phải là một bước trong nhật ký</translation>
    </message>
    <message>
        <source>it was written by a newer version of the program ({version})</source>
        <translation>được ghi bởi phiên bản mới hơn của chương trình ({version})</translation>
    </message>
    <message>
        <source>its first line is missing</source>
        <translation>thiếu dòng đầu</translation>
    </message>
    <message>
        <source>its pages are typeset by the program, so no areas are drawn on them</source>
        <translation>các trang do chương trình dàn nên không vẽ ô lên đó</translation>
    </message>
    <message>
        <source>language of the form changed</source>
        <translation>đã đổi ngôn ngữ của phiếu</translation>
    </message>
    <message>
        <source>line to write on at option &quot;{value}&quot; of &quot;{owner}&quot;</source>
        <translation>có dòng để viết ở lựa chọn &quot;{value}&quot; của &quot;{owner}&quot;</translation>
    </message>
    <message>
        <source>line under the title changed</source>
        <translation>đã sửa dòng dưới tiêu đề</translation>
    </message>
    <message>
        <source>mark style of {areas} changed</source>
        <translation>đã đổi cách đánh dấu của {areas}</translation>
    </message>
    <message>
        <source>mark style of {items} changed</source>
        <translation>đã đổi cách đánh dấu của {items}</translation>
    </message>
    <message>
        <source>meaning of the scale &quot;{scale_id}&quot; changed</source>
        <translation>đã đổi ý nghĩa của thang đo &quot;{scale_id}&quot;</translation>
    </message>
    <message>
        <source>more than {limit} copies are no form</source>
        <translation>hơn {limit} bản sao thì không còn là phiếu</translation>
    </message>
    <message>
        <source>name of the institution changed</source>
        <translation>đã sửa tên cơ quan</translation>
    </message>
    <message>
        <source>national heading changed</source>
        <translation>đã sửa quốc hiệu</translation>
    </message>
    <message>
        <source>national heading left out</source>
        <translation>đã bỏ quốc hiệu và tiêu ngữ</translation>
    </message>
    <message>
        <source>national heading printed</source>
        <translation>đã thêm quốc hiệu và tiêu ngữ</translation>
    </message>
    <message>
        <source>new section begun at &quot;{item_id}&quot;</source>
        <translation>đã mở phần mới từ &quot;{item_id}&quot;</translation>
    </message>
    <message>
        <source>no line to write on at option &quot;{value}&quot; of &quot;{owner}&quot;</source>
        <translation>không có dòng để viết ở lựa chọn &quot;{value}&quot; của &quot;{owner}&quot;</translation>
    </message>
    <message>
        <source>no question asks for overall satisfaction</source>
        <translation>không câu hỏi nào hỏi mức độ hài lòng chung</translation>
    </message>
    <message>
        <source>note changed</source>
        <translation>đã sửa ghi chú</translation>
    </message>
    <message>
        <source>nothing is written at the option &quot;{value}&quot;</source>
        <translation>không viết gì ở lựa chọn &quot;{value}&quot;</translation>
    </message>
    <message>
        <source>once</source>
        <translation>một lần</translation>
    </message>
    <message>
        <source>only one option of &quot;{item_id}&quot; may be marked</source>
        <translation>chỉ được đánh dấu một lựa chọn của &quot;{item_id}&quot;</translation>
    </message>
    <message>
        <source>option &quot;{value}&quot; of &quot;{item_id}&quot; has an area already</source>
        <translation>lựa chọn &quot;{value}&quot; của &quot;{item_id}&quot; đã có ô trả lời</translation>
    </message>
    <message>
        <source>option &quot;{value}&quot; of &quot;{owner}&quot; counts</source>
        <translation>lựa chọn &quot;{value}&quot; của &quot;{owner}&quot; được tính</translation>
    </message>
    <message>
        <source>option &quot;{value}&quot; of &quot;{owner}&quot; does not count</source>
        <translation>lựa chọn &quot;{value}&quot; của &quot;{owner}&quot; không được tính</translation>
    </message>
    <message>
        <source>option &quot;{value}&quot; of &quot;{owner}&quot; is now &quot;{to}&quot;</source>
        <translation>lựa chọn &quot;{value}&quot; của &quot;{owner}&quot; nay là &quot;{to}&quot;</translation>
    </message>
    <message>
        <source>option added to &quot;{owner}&quot;</source>
        <translation>đã thêm lựa chọn cho &quot;{owner}&quot;</translation>
    </message>
    <message>
        <source>options of &quot;{item_id}&quot; made a scale</source>
        <translation>đã lập thang đo từ các lựa chọn của &quot;{item_id}&quot;</translation>
    </message>
    <message>
        <source>options of &quot;{owner}&quot; reordered</source>
        <translation>đã xếp lại các lựa chọn của &quot;{owner}&quot;</translation>
    </message>
    <message>
        <source>options of {items} set in {columns} columns</source>
        <translation>lựa chọn của {items} xếp thành {columns} cột</translation>
    </message>
    <message>
        <source>options of {items} set below each other</source>
        <translation>lựa chọn của {items} xếp thành một cột</translation>
    </message>
    <message>
        <source>options of {items} set as they fit</source>
        <translation>lựa chọn của {items} xếp tự động</translation>
    </message>
    <message>
        <source>room to write of &quot;{item_id}&quot; changed</source>
        <translation>đã đổi chỗ để viết của &quot;{item_id}&quot;</translation>
    </message>
    <message>
        <source>row of {areas} repeated {times}, {mm:g} mm apart</source>
        <translation>đã lặp lại hàng {areas} {times}, cách nhau {mm:g} mm</translation>
    </message>
    <message>
        <source>scale &quot;{scale_id}&quot; added</source>
        <translation>đã thêm thang đo &quot;{scale_id}&quot;</translation>
    </message>
    <message>
        <source>scale &quot;{scale_id}&quot; deleted</source>
        <translation>đã xóa thang đo &quot;{scale_id}&quot;</translation>
    </message>
    <message>
        <source>section &quot;{section_id}&quot; added</source>
        <translation>đã thêm phần &quot;{section_id}&quot;</translation>
    </message>
    <message>
        <source>section &quot;{section_id}&quot; begins there already</source>
        <translation>phần &quot;{section_id}&quot; vốn bắt đầu ở đó</translation>
    </message>
    <message>
        <source>section &quot;{section_id}&quot; counts in the index</source>
        <translation>phần &quot;{section_id}&quot; được tính vào chỉ số</translation>
    </message>
    <message>
        <source>section &quot;{section_id}&quot; deleted</source>
        <translation>đã xóa phần &quot;{section_id}&quot;</translation>
    </message>
    <message>
        <source>section &quot;{section_id}&quot; does not count in the index</source>
        <translation>phần &quot;{section_id}&quot; không được tính vào chỉ số</translation>
    </message>
    <message>
        <source>section &quot;{section_id}&quot; moved</source>
        <translation>đã dời phần &quot;{section_id}&quot;</translation>
    </message>
    <message>
        <source>shape of {areas} changed</source>
        <translation>đã đổi hình dạng của {areas}</translation>
    </message>
    <message>
        <source>so many copies do not fit on page {number}</source>
        <translation>trang {number} không đủ chỗ cho ngần ấy bản sao</translation>
    </message>
    <message>
        <source>text set in {size:g} points</source>
        <translation>đã đổi cỡ chữ thành {size:g} điểm</translation>
    </message>
    <message>
        <source>the areas are not on one page</source>
        <translation>các ô không nằm trên cùng một trang</translation>
    </message>
    <message>
        <source>the areas are on page {number} already</source>
        <translation>các ô đã ở trang {number}</translation>
    </message>
    <message>
        <source>the cap must be 1 to {value}, the count of options</source>
        <translation>giới hạn phải từ 1 đến {value}, là số lựa chọn</translation>
    </message>
    <message>
        <source>the form is now &quot;{template_id}&quot;, version {version}</source>
        <translation>phiếu nay là &quot;{template_id}&quot;, phiên bản {version}</translation>
    </message>
    <message>
        <source>the line is damaged</source>
        <translation>dòng bị hỏng</translation>
    </message>
    <message>
        <source>there are editions 1 to {latest}</source>
        <translation>chỉ có quy tắc dàn trang 1 đến {latest}</translation>
    </message>
    <message>
        <source>there is no area &quot;{area}&quot; on page {page}</source>
        <translation>trang {page} không có ô &quot;{area}&quot;</translation>
    </message>
    <message>
        <source>there is no operation &quot;{name}&quot;</source>
        <translation>không có thao tác &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>there is no option &quot;{value}&quot;</source>
        <translation>không có lựa chọn &quot;{value}&quot;</translation>
    </message>
    <message>
        <source>there is no page {number}</source>
        <translation>không có trang {number}</translation>
    </message>
    <message>
        <source>there is no question &quot;{item_id}&quot;</source>
        <translation>không có câu hỏi &quot;{item_id}&quot;</translation>
    </message>
    <message>
        <source>there is no section &quot;{section_id}&quot;</source>
        <translation>không có phần &quot;{section_id}&quot;</translation>
    </message>
    <message>
        <source>there is nothing to do</source>
        <translation>không có gì để làm</translation>
    </message>
    <message>
        <source>there may be 1 to {most} of them</source>
        <translation>có thể có từ 1 đến {most}</translation>
    </message>
    <message>
        <source>there must be two questions or more to make one of them</source>
        <translation>phải có từ hai câu hỏi trở lên mới gộp được</translation>
    </message>
    <message>
        <source>there must be two sections or more to make one of them</source>
        <translation>phải có từ hai phần trở lên mới gộp được</translation>
    </message>
    <message>
        <source>title changed</source>
        <translation>đã sửa tiêu đề</translation>
    </message>
    <message>
        <source>to distribute them evenly there must be three areas or more</source>
        <translation>phải có từ ba ô trở lên mới giãn đều được</translation>
    </message>
    <message>
        <source>what a blackened box means left unsaid</source>
        <translation>không nói rõ ô tô đen nghĩa là gì</translation>
    </message>
    <message>
        <source>what a ring around a mark means left unsaid</source>
        <translation>không nói rõ khoanh tròn dấu nghĩa là gì</translation>
    </message>
    <message>
        <source>wording of &quot;{item_id}&quot; changed</source>
        <translation>đã sửa câu chữ của &quot;{item_id}&quot;</translation>
    </message>
    <message>
        <source>wording of option &quot;{value}&quot; of &quot;{owner}&quot; changed</source>
        <translation>đã sửa câu chữ của lựa chọn &quot;{value}&quot; của &quot;{owner}&quot;</translation>
    </message>
    <message>
        <source>wording of section &quot;{section_id}&quot; changed</source>
        <translation>đã sửa câu chữ của phần &quot;{section_id}&quot;</translation>
    </message>
    <message>
        <source>writing field drawn</source>
        <translation>đã vẽ chỗ viết</translation>
    </message>
    <message>
        <source>{areas} aligned</source>
        <translation>đã căn thẳng {areas}</translation>
    </message>
    <message>
        <source>{areas} deleted</source>
        <translation>đã xóa {areas}</translation>
    </message>
    <message>
        <source>{areas} distributed evenly</source>
        <translation>đã giãn đều {areas}</translation>
    </message>
    <message>
        <source>{areas} drawn</source>
        <translation>đã vẽ {areas}</translation>
    </message>
    <message>
        <source>{areas} given to &quot;{item_id}&quot;</source>
        <translation>đã gán {areas} cho &quot;{item_id}&quot;</translation>
    </message>
    <message>
        <source>{areas} given to other questions</source>
        <translation>đã gán {areas} cho các câu hỏi khác</translation>
    </message>
    <message>
        <source>{areas} made the same size</source>
        <translation>đã cho {areas} cùng kích thước</translation>
    </message>
    <message>
        <source>{areas} moved to page {number}</source>
        <translation>đã chuyển {areas} sang trang {number}</translation>
    </message>
    <message>
        <source>{areas} moved {way_mm:g} mm</source>
        <translation>đã dời {areas} đi {way_mm:g} mm</translation>
    </message>
    <message>
        <source>{areas} placed</source>
        <translation>đã đặt lại {areas}</translation>
    </message>
    <message>
        <source>{areas} repeated {times} downwards, {across} across</source>
        <translation>đã lặp lại {areas} {times} xuống dưới, {across} sang ngang</translation>
    </message>
    <message>
        <source>{areas} resized</source>
        <translation>đã đổi kích thước {areas}</translation>
    </message>
    <message>
        <source>{count} areas</source>
        <translation>{count} ô trả lời</translation>
    </message>
    <message>
        <source>{count} options</source>
        <translation>{count} lựa chọn</translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation>{count} câu hỏi</translation>
    </message>
    <message>
        <source>{count} sections made one</source>
        <translation>đã gộp {count} phần làm một</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} lần</translation>
    </message>
    <message>
        <source>{items} deleted</source>
        <translation>đã xóa {items}</translation>
    </message>
    <message>
        <source>{items} counted in the index</source>
        <translation>tính {items} vào chỉ số</translation>
    </message>
    <message>
        <source>{items} found right</source>
        <translation>{items}: đã xem là đúng</translation>
    </message>
    <message>
        <source>&quot;{item}&quot; found right</source>
        <translation>“{item}”: đã xem là đúng</translation>
    </message>
    <message>
        <source>{items} left out of the index</source>
        <translation>không tính {items} vào chỉ số</translation>
    </message>
    <message>
        <source>{items} made a demographic group</source>
        <translation>dùng {items} để chia nhóm nhân khẩu</translation>
    </message>
    <message>
        <source>{items} neither in the index nor a demographic group</source>
        <translation>{items} không tính vào chỉ số, không chia nhóm nhân khẩu</translation>
    </message>
    <message>
        <source>{items} no demographic group any more</source>
        <translation>không dùng {items} để chia nhóm nhân khẩu nữa</translation>
    </message>
    <message>
        <source>{items} used in the results as the form implies</source>
        <translation>{items} tính trong kết quả như phiếu ngụ ý</translation>
    </message>
    <message>
        <source>{items} made multiple choice</source>
        <translation>đã đổi {items} thành chọn nhiều</translation>
    </message>
    <message>
        <source>{items} made numbers</source>
        <translation>đã đổi {items} thành điền số</translation>
    </message>
    <message>
        <source>{items} made one</source>
        <translation>đã gộp {items} làm một</translation>
    </message>
    <message>
        <source>{items} made single choice</source>
        <translation>đã đổi {items} thành chọn một</translation>
    </message>
    <message>
        <source>{items} made text</source>
        <translation>đã đổi {items} thành viết chữ</translation>
    </message>
    <message>
        <source>{items} moved</source>
        <translation>đã dời {items}</translation>
    </message>
    <message>
        <source>{items} put on the scale &quot;{scale_id}&quot;</source>
        <translation>đã đưa {items} vào thang đo &quot;{scale_id}&quot;</translation>
    </message>
    <message>
        <source>{items} renumbered</source>
        <translation>đã đánh số lại {items}</translation>
    </message>
    <message>
        <source>{items} taken off the scale</source>
        <translation>đã đưa {items} ra khỏi thang đo</translation>
    </message>
    <message>
        <source>{options} of &quot;{item_id}&quot; made a question</source>
        <translation>đã tách {options} của &quot;{item_id}&quot; thành câu hỏi riêng</translation>
    </message>
    <message>
        <source>{options} of &quot;{owner}&quot; deleted</source>
        <translation>đã xóa {options} của &quot;{owner}&quot;</translation>
    </message>
    <message>
        <source>codes differ in length ({shorter} {name}, {longer} {other}): spreadsheets take zeros away; if one is missing, write the code as text and choose the list again</source>
        <translation>các mã dài ngắn khác nhau ({shorter} {name}, {longer} {other}): bảng tính thường làm mất số 0 ở đầu; nếu thiếu số 0, hãy ghi mã dưới dạng văn bản rồi chọn lại danh sách</translation>
    </message>
    <message>
        <source>codes that were numbers with decimals: {count}; {old} is read as {new}</source>
        <translation>số mã bị ghi thành số thập phân: {count}; {old} được hiểu là {new}</translation>
    </message>
    <message>
        <source>codes whose leading zero was lost and put back: {count}; {old} is read as {new}, {name}</source>
        <translation>số mã bị mất số 0 ở đầu và đã được thêm lại: {count}; {old} được hiểu là {new}, {name}</translation>
    </message>
    <message>
        <source>codes {first} and {second} differ by leading zeros alone</source>
        <translation>mã {first} và {second} chỉ khác nhau ở số 0 ở đầu</translation>
    </message>
    <message>
        <source>column “{column}” names units that are not in the list and was not read</source>
        <translation>cột “{column}” ghi các đơn vị không có trong danh sách nên không được đọc</translation>
    </message>
    <message>
        <source>columns that were not read: {names}</source>
        <translation>các cột không được đọc: {names}</translation>
    </message>
    <message>
        <source>more cells than columns; put a text with a comma or semicolon into quotation marks</source>
        <translation>nhiều ô hơn số cột; hãy đặt chữ có dấu phẩy hoặc chấm phẩy trong ngoặc kép</translation>
    </message>
    <message>
        <source>columns {first} and {second} have the same heading; rename one</source>
        <translation>cột {first} và {second} có cùng tiêu đề; hãy đổi tên một cột</translation>
    </message>
    <message>
        <source>hidden rows that were read too: {count}, row {row} first; delete them if they are not meant</source>
        <translation>số dòng bị ẩn cũng được đọc: {count}, đầu tiên là dòng {row}; hãy xóa nếu không dùng</translation>
    </message>
    <message>
        <source>it has a password; open it in Excel and save it without one</source>
        <translation>tệp có mật khẩu; hãy mở bằng Excel rồi lưu lại không có mật khẩu</translation>
    </message>
    <message>
        <source>it holds far more than a list of units; save the list by itself</source>
        <translation>tệp chứa quá nhiều so với một danh sách đơn vị; hãy lưu riêng danh sách</translation>
    </message>
    <message>
        <source>it is a workbook of another kind; open it and save it as .xlsx or CSV UTF-8</source>
        <translation>đây là bảng tính loại khác; hãy mở ra rồi lưu thành .xlsx hoặc CSV UTF-8</translation>
    </message>
    <message>
        <source>it is damaged, or no workbook; open it in Excel and save it again as .xlsx</source>
        <translation>tệp bị hỏng hoặc không phải bảng tính; hãy mở bằng Excel rồi lưu lại thành .xlsx</translation>
    </message>
    <message>
        <source>its UTF-16 text is damaged: save it again as CSV UTF-8</source>
        <translation>văn bản UTF-16 bị hỏng: hãy lưu lại thành CSV UTF-8</translation>
    </message>
    <message>
        <source>its sheets {sheets} each hold a list of units; leave one of them, or hide the others</source>
        <translation>các trang tính {sheets} đều có danh sách đơn vị; hãy để lại một trang, hoặc ẩn các trang kia</translation>
    </message>
    <message>
        <source>no row heads the columns; write Mã (code) and Tên (name) above them</source>
        <translation>không có dòng tiêu đề cột; hãy ghi Mã và Tên phía trên các cột</translation>
    </message>
    <message>
        <source>only the sheet “{sheet}” was read, not {others}</source>
        <translation>chỉ đọc trang tính “{sheet}”, không đọc {others}</translation>
    </message>
    <message>
        <source>row {row} of the sheet “{sheet}”: {fact}</source>
        <translation>dòng {row} của trang tính “{sheet}”: {fact}</translation>
    </message>
    <message>
        <source>rows left out, for they are no unit: {count}; {where}</source>
        <translation>số dòng bỏ qua vì không phải đơn vị: {count}; {where}</translation>
    </message>
    <message>
        <source>rows left out, for they repeat a unit: {count}; {where}</source>
        <translation>số dòng bỏ qua vì lặp lại một đơn vị: {count}; {where}</translation>
    </message>
    <message>
        <source>the list was written in {letters} letters and turned into Unicode: “{before}” is read as “{after}”</source>
        <translation>danh sách viết bằng bảng mã {letters} và đã được chuyển sang Unicode: “{before}” được đọc là “{after}”</translation>
    </message>
    <message>
        <source>{fact}; write Mã (code) and Tên (name) above the columns</source>
        <translation>{fact}; hãy ghi Mã và Tên phía trên các cột</translation>
    </message>
    <message>
        <source>{first} and {second} have the same name, {name}</source>
        <translation>{first} và {second} cùng tên {name}</translation>
    </message>
    <message>
        <source>“{column}” has more than {limit} characters, “{text}”; look for a quotation mark that is not closed</source>
        <translation>“{column}” dài hơn {limit} ký tự, “{text}”; hãy tìm dấu ngoặc kép chưa đóng</translation>
    </message>
    <message>
        <source>“{column}” is a formula without a result; open the list in Excel and save it, or write the value</source>
        <translation>“{column}” là công thức chưa có kết quả; hãy mở danh sách bằng Excel rồi lưu lại, hoặc ghi thẳng giá trị</translation>
    </message>
    <message>
        <source>“{column}” is the spreadsheet&apos;s error {text}</source>
        <translation>“{column}” là lỗi {text} của bảng tính</translation>
    </message>
    <message>
        <source>“{text}” is no code: the spreadsheet made a date or another value of it; write the code as text</source>
        <translation>“{text}” không phải là mã: bảng tính đã đổi mã thành ngày hoặc giá trị khác; hãy ghi mã dưới dạng văn bản</translation>
    </message>
    <message>
        <source>“{word}” looks like letters of an old font (TCVN3, VNI), but what all words of the list are is not certain; turn the list into Unicode, with UniKey for example</source>
        <translation>“{word}” có vẻ viết bằng phông chữ cũ (TCVN3, VNI), nhưng không chắc cả danh sách phải đọc thế nào; hãy chuyển danh sách sang Unicode, ví dụ bằng UniKey</translation>
    </message>
    <message>
        <source>“{word}”: its letters are not Unicode, and which they are is not certain; save the list as a workbook (.xlsx) or as CSV UTF-8</source>
        <translation>“{word}”: chữ không phải Unicode và không chắc là bảng mã nào; hãy lưu danh sách thành .xlsx hoặc CSV UTF-8</translation>
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
        <source>A survey cannot be called {name} ({fact}).</source>
        <translation>Không thể đặt tên khảo sát là {name} ({fact}).</translation>
    </message>
    <message>
        <source>Nothing was written. Choose another name.</source>
        <translation>Chưa ghi gì cả. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>This cannot be done: {fact}.</source>
        <translation>Không thực hiện được: {fact}.</translation>
    </message>
    <message>
        <source>The form was not changed.</source>
        <translation>Phiếu chưa bị thay đổi.</translation>
    </message>
    <message>
        <source>What was noted of the editing cannot be read: {fact}.</source>
        <translation>Không đọc được ghi chép về việc sửa phiếu: {fact}.</translation>
    </message>
    <message>
        <source>The notes of an earlier editing in {path} cannot be used: {fact}.</source>
        <translation>Không dùng được ghi chép của lần sửa trước trong {path}: {fact}.</translation>
    </message>
    <message>
        <source>They were left as they are. Open the form as it was saved last.</source>
        <translation>Ghi chép được giữ nguyên. Hãy mở phiếu như đã lưu lần cuối.</translation>
    </message>
    <message>
        <source>The last change cannot be noted in {path}: {fact}.</source>
        <translation>Không ghi lại được thay đổi vừa rồi vào {path}: {fact}.</translation>
    </message>
    <message>
        <source>It is still shown. Save the form, if need be in another folder.</source>
        <translation>Thay đổi vẫn còn trên màn hình. Hãy lưu phiếu, nếu cần thì vào thư mục khác.</translation>
    </message>
    <message>
        <source>{path} is part of the survey itself.</source>
        <translation>{path} là một phần của chính cuộc khảo sát.</translation>
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
        <source>The survey&apos;s database {path} is damaged.</source>
        <translation>Cơ sở dữ liệu {path} của đợt khảo sát bị hỏng.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the survey; that mends what can be mended from the scans and from backups (on the command line: phieu check &quot;{folder}&quot; --mend).</source>
        <translation>Chưa có gì bị thay đổi. Hãy kiểm tra tính toàn vẹn của đợt khảo sát; những gì còn sửa được sẽ được sửa từ các bản quét và bản sao lưu (trên dòng lệnh: phieu check &quot;{folder}&quot; --mend).</translation>
    </message>
    <message>
        <source>In the survey&apos;s database {path}, row {row} of the table {table} is damaged.</source>
        <translation>Trong cơ sở dữ liệu {path} của đợt khảo sát, dòng {row} của bảng {table} bị hỏng.</translation>
    </message>
    <message>
        <source>The survey&apos;s copy of this scan is missing or is not what was delivered.</source>
        <translation>Bản sao của bản quét này trong khảo sát bị thiếu hoặc không đúng như tệp đã đưa vào.</translation>
    </message>
    <message>
        <source>Answers and decisions are kept. Add the original file again: the copy is restored from it.</source>
        <translation>Câu trả lời và quyết định đều được giữ. Hãy thêm lại tệp gốc: bản sao sẽ được khôi phục từ đó.</translation>
    </message>
    <message>
        <source>The backup {name} is not there or is not whole.</source>
        <translation>Bản sao lưu {name} không có hoặc không nguyên vẹn.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another backup.</source>
        <translation>Chưa thay đổi gì. Hãy chọn bản sao lưu khác.</translation>
    </message>
    <message>
        <source>The unit list {path} cannot be used as it is:
{findings}</source>
        <translation>Chưa dùng được danh sách đơn vị {path}:
{findings}</translation>
    </message>
    <message>
        <source>Nothing was changed. Mend this in the list and choose it again.</source>
        <translation>Chưa có gì bị thay đổi. Hãy sửa trong danh sách rồi chọn lại.</translation>
    </message>
    <message>
        <source>The crosswalk of units {path} has mistakes:
{findings}</source>
        <translation>Bảng chuyển đổi đơn vị {path} có lỗi:
{findings}</translation>
    </message>
    <message>
        <source>Nothing was changed. Mend these lines, save as CSV UTF-8 and try again.</source>
        <translation>Chưa có gì thay đổi. Hãy sửa các dòng này, lưu dạng CSV UTF-8 rồi thử lại.</translation>
    </message>
    <message>
        <source>{folder} is the survey that is open.</source>
        <translation>{folder} chính là khảo sát đang mở.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose the folder of an earlier round.</source>
        <translation>Chưa có gì thay đổi. Hãy chọn thư mục của một đợt trước.</translation>
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
        <source>The survey has no single form {name}.</source>
        <translation>Cuộc khảo sát không có đúng một mẫu phiếu tên {name}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Its forms: {known}.</source>
        <translation>Chưa có gì bị thay đổi. Các mẫu hiện có: {known}.</translation>
    </message>
    <message>
        <source>The survey holds several forms ({known}).</source>
        <translation>Cuộc khảo sát có nhiều mẫu phiếu ({known}).</translation>
    </message>
    <message>
        <source>Nothing was written. Choose one of them.</source>
        <translation>Chưa ghi gì. Hãy chọn một mẫu.</translation>
    </message>
    <message>
        <source>The survey has the form {form} already.</source>
        <translation>Cuộc khảo sát đã có mẫu phiếu {form}.</translation>
    </message>
    <message>
        <source>Nothing was changed. If the form was changed, give it the next version number in its template.toml.</source>
        <translation>Chưa có gì bị thay đổi. Nếu mẫu đã được sửa, hãy đặt số phiên bản kế tiếp trong template.toml của mẫu.</translation>
    </message>
    <message>
        <source>The form {form} is in use: {read} pages of it were read and {printed} copies printed.</source>
        <translation>Mẫu phiếu {form} đang được dùng: đã đọc {read} trang và đã in {printed} bản.</translation>
    </message>
    <message>
        <source>Nothing was changed. The form stays in the survey.</source>
        <translation>Chưa có gì bị thay đổi. Mẫu phiếu vẫn ở trong cuộc khảo sát.</translation>
    </message>
    <message>
        <source>The survey began with the form {form}, which therefore stays.</source>
        <translation>Cuộc khảo sát bắt đầu với mẫu phiếu {form}, nên mẫu này phải ở lại.</translation>
    </message>
    <message>
        <source>Nothing was changed. Make another survey for other forms only.</source>
        <translation>Chưa có gì bị thay đổi. Nếu chỉ cần các mẫu khác, hãy tạo một cuộc khảo sát mới.</translation>
    </message>
    <message>
        <source>The survey has no units to print covers for.</source>
        <translation>Cuộc khảo sát không có đơn vị nào để in tờ đầu, tờ cuối tập.</translation>
    </message>
    <message>
        <source>Nothing was written. Give the survey a list of units.</source>
        <translation>Chưa ghi gì. Hãy cho cuộc khảo sát một danh sách đơn vị.</translation>
    </message>
    <message>
        <source>No single unit of the survey is called like: {names}.</source>
        <translation>Không có đúng một đơn vị nào của cuộc khảo sát mang tên: {names}.</translation>
    </message>
    <message>
        <source>Nothing was read. Name these folders by the code or the name of a unit.</source>
        <translation>Chưa đọc gì. Hãy đặt tên các thư mục này theo mã hoặc tên đơn vị.</translation>
    </message>
    <message>
        <source>There are no such pages: {place}.</source>
        <translation>Không có những trang này: {place}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose other pages.</source>
        <translation>Chưa thay đổi gì. Hãy chọn trang khác.</translation>
    </message>
    <message>
        <source>“{text}” does not say which pages.</source>
        <translation>“{text}” không cho biết là những trang nào.</translation>
    </message>
    <message>
        <source>Nothing was changed. Give whole numbers like 3-52.</source>
        <translation>Chưa thay đổi gì. Hãy nhập số nguyên như 3-52.</translation>
    </message>
    <message>
        <source>Some of these pages count for another unit already: {units}.</source>
        <translation>Một số trang này đã được tính cho đơn vị khác: {units}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Take back what was said before, or replace it.</source>
        <translation>Chưa thay đổi gì. Hãy rút lại quyết định trước, hoặc thay nó.</translation>
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
        <source>Every finished page and every file that was there is kept. Free some space and try again.</source>
        <translation>Mọi trang đã xong và mọi tệp có từ trước đều được giữ. Hãy giải phóng chỗ trống rồi thử lại.</translation>
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
        <source>The drive of {folder} failed while data were read or written.</source>
        <translation>Ổ đĩa chứa {folder} bị lỗi khi đọc hoặc ghi dữ liệu.</translation>
    </message>
    <message>
        <source>What was finished is kept. Check the drive and its connection, then try again.</source>
        <translation>Phần đã xong vẫn được giữ. Hãy kiểm tra ổ đĩa và dây nối, rồi thử lại.</translation>
    </message>
    <message>
        <source>The survey in {folder} is read-only here.</source>
        <translation>Đợt khảo sát trong {folder} chỉ đọc.</translation>
    </message>
    <message>
        <source>Nothing was changed. It can be looked at, and exported to another place. To change it, copy its folder to a place that can be written.</source>
        <translation>Chưa có gì bị thay đổi. Có thể xem và xuất kết quả ra nơi khác. Muốn thay đổi, hãy chép thư mục của nó sang nơi ghi được.</translation>
    </message>
    <message>
        <source>Scans are being read into {folder} already: by {holder} on {machine}, since {since} (process {process}).</source>
        <translation>Đang có người đọc bản quét vào {folder}: {holder} trên máy {machine}, từ {since} (tiến trình {process}).</translation>
    </message>
    <message>
        <source>Nothing was changed. Wait until that has ended, or stop it there, then try again.</source>
        <translation>Chưa có gì bị thay đổi. Hãy đợi đến khi việc đó xong, hoặc dừng việc đó ở máy kia, rồi thử lại.</translation>
    </message>
    <message>
        <source>Forms of {folder} are being printed already: by {holder} on {machine}, since {since} (process {process}).</source>
        <translation>Đang có người in phiếu của {folder}: {holder} trên máy {machine}, từ {since} (tiến trình {process}).</translation>
    </message>
    <message>
        <source>Scans are being taken from {folder} already: by {holder} on {machine}, since {since} (process {process}).</source>
        <translation>Bản quét trong {folder} đang được lấy rồi: bởi {holder} trên máy {machine}, từ {since} (tiến trình {process}).</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be watched ({fact}).</source>
        <translation>Không theo dõi được thư mục {folder} ({fact}).</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another folder.</source>
        <translation>Không có gì thay đổi. Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>The form in {folder} was changed elsewhere since it was opened here.</source>
        <translation>Mẫu phiếu trong {folder} đã được thay đổi ở nơi khác sau khi mở ở đây.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Save once more to put this form in its place, or open the other anew.</source>
        <translation>Chưa ghi đè gì. Hãy lưu lần nữa để thay bằng mẫu phiếu này, hoặc mở lại mẫu phiếu kia.</translation>
    </message>
    <message>
        <source>Somebody else decided on this meanwhile ({operator}, {moment}).</source>
        <translation>Trong lúc đó đã có người khác quyết định câu này ({operator}, {moment}).</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Look at that decision, and decide again if it is wrong.</source>
        <translation>Chưa có gì bị ghi đè. Hãy xem quyết định đó, nếu sai thì quyết định lại.</translation>
    </message>
    <message>
        <source>Poppler, which draws PDF pages, is not installed.</source>
        <translation>Chưa cài Poppler, chương trình vẽ các trang PDF.</translation>
    </message>
    <message>
        <source>Nothing was changed. Install poppler-utils (on Windows: Poppler, its folder bin in PATH).</source>
        <translation>Chưa có gì thay đổi. Hãy cài gói poppler-utils (trên Windows: cài Poppler và thêm thư mục bin của nó vào PATH).</translation>
    </message>
    <message>
        <source>LibreOffice, which turns {names} into PDF, is not installed.</source>
        <translation>Chưa cài LibreOffice, phần mềm chuyển {names} sang PDF.</translation>
    </message>
    <message>
        <source>Nothing was written. Install LibreOffice with its Writer, or open the document where it was written, save it as PDF and choose that.</source>
        <translation>Chưa ghi gì. Hãy cài LibreOffice có kèm Writer, hoặc mở văn bản bằng phần mềm đã soạn nó, lưu thành PDF rồi chọn tệp PDF đó.</translation>
    </message>
    <message>
        <source>The processes that read pages cannot start ({fact}).</source>
        <translation>Không khởi động được các tiến trình đọc trang ({fact}).</translation>
    </message>
    <message>
        <source>Every finished page is kept. Close other programs and go on reading.</source>
        <translation>Các trang đã đọc xong vẫn được giữ. Hãy đóng bớt chương trình khác rồi đọc tiếp.</translation>
    </message>
    <message>
        <source>The scanner cannot be used: {fact}.</source>
        <translation>Không dùng được máy quét: {fact}.</translation>
    </message>
    <message>
        <source>Pages that came are kept. See to the scanner, then scan again.</source>
        <translation>Các trang đã đến được giữ lại. Hãy xem máy quét rồi quét lại.</translation>
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
        <source>The file {path} needs the library {package}, which is not installed.</source>
        <translation>Không ghi được tệp {path} vì máy chưa cài thư viện {package}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Install it (pip install {package}) or choose another kind of file.</source>
        <translation>Chưa có gì bị thay đổi. Hãy cài thư viện này (pip install {package}) hoặc chọn loại tệp khác.</translation>
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
        <source>The file is still being written</source>
        <translation>Tệp còn đang được ghi</translation>
    </message>
    <message>
        <source>Wait until the scanner or the copying has finished, then add the file again.</source>
        <translation>Hãy đợi máy quét hoặc việc sao chép hoàn tất, rồi thêm lại tệp.</translation>
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
        <source>Poppler, which draws PDF pages, is not installed</source>
        <translation>Chưa cài Poppler, chương trình vẽ các trang PDF</translation>
    </message>
    <message>
        <source>Install poppler-utils (on Windows: Poppler, its folder bin in PATH), then add the file again.</source>
        <translation>Hãy cài gói poppler-utils (trên Windows: cài Poppler và thêm thư mục bin của nó vào PATH), rồi thêm lại tệp.</translation>
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
        <source>It is no file, but a folder or a device</source>
        <translation>Đây không phải là tệp mà là thư mục hoặc thiết bị</translation>
    </message>
    <message>
        <source>Nothing was read from it. Add the scan itself.</source>
        <translation>Chưa đọc gì từ đó. Hãy thêm chính tệp bản quét.</translation>
    </message>
    <message>
        <source>The file is damaged from this page on, and what follows cannot be found</source>
        <translation>Tệp bị hỏng từ trang này trở đi, không tìm được các trang sau</translation>
    </message>
    <message>
        <source>The pages before are kept. Scan or copy the file again and add it.</source>
        <translation>Các trang trước vẫn được giữ. Hãy quét hoặc sao chép lại tệp rồi thêm lại.</translation>
    </message>
    <message>
        <source>The file has more pages than are read of one</source>
        <translation>Tệp có nhiều trang hơn mức cho phép</translation>
    </message>
    <message>
        <source>Split it, or allow more pages under “Try again…” if all of them are scans of forms.</source>
        <translation>Hãy tách nhỏ tệp, hoặc nếu tất cả đều là trang phiếu thì cho phép nhiều trang hơn ở “Đọc lại…”.</translation>
    </message>
    <message>
        <source>Reading takes longer than it may</source>
        <translation>Đọc lâu hơn thời gian cho phép</translation>
    </message>
    <message>
        <source>All other pages are kept. Scan the page again, or allow more time under “Try again…”.</source>
        <translation>Mọi trang khác vẫn được giữ. Hãy quét lại trang này, hoặc cho thêm thời gian ở “Đọc lại…”.</translation>
    </message>
    <message>
        <source>Reading needs more memory than it may use</source>
        <translation>Đọc cần nhiều bộ nhớ hơn mức cho phép</translation>
    </message>
    <message>
        <source>All other pages are kept. Scan the page again, or allow more memory under “Try again…”.</source>
        <translation>Mọi trang khác vẫn được giữ. Hãy quét lại trang này, hoặc cho thêm bộ nhớ ở “Đọc lại…”.</translation>
    </message>
    <message>
        <source>Reading was ended from outside each time, perhaps for want of memory</source>
        <translation>Lần nào việc đọc cũng bị dừng từ bên ngoài, có thể vì thiếu bộ nhớ</translation>
    </message>
    <message>
        <source>Close other programs, then choose “Try again…” or add the file again.</source>
        <translation>Hãy đóng bớt chương trình khác, rồi chọn “Đọc lại…” hoặc thêm lại tệp.</translation>
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
        <source>The page is dark all over, and nothing can be seen on it</source>
        <translation>Trang tối đen toàn bộ, không thấy gì trên đó</translation>
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
        <source>Several forms of the survey fit the page</source>
        <translation>Trang này hợp với nhiều mẫu phiếu của cuộc khảo sát</translation>
    </message>
    <message>
        <source>Choose the right form at the top, then say with “Read anyway…” which page of it this is.</source>
        <translation>Chọn đúng mẫu phiếu ở trên cùng, rồi dùng “Đọc thủ công…” để nói đây là trang nào của mẫu đó.</translation>
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
        <source>The image shows more of a form than the page that was read</source>
        <translation>Ảnh còn cho thấy một phiếu khác ngoài trang đã đọc</translation>
    </message>
    <message>
        <source>Scan that sheet by itself, or say with “Read anyway…” where it lies.</source>
        <translation>Hãy quét riêng tờ đó, hoặc dùng “Đọc thủ công…” để chỉ ra vị trí của nó.</translation>
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
        <source>Reading stopped on this page</source>
        <translation>Việc đọc dừng ở trang này</translation>
    </message>
    <message>
        <source>All other pages are kept. Scan this page again; please send us the scan.</source>
        <translation>Các trang khác được giữ lại. Hãy quét lại trang này và gửi bản quét cho chúng tôi.</translation>
    </message>
    <message>
        <source>The survey&apos;s copy of the file is not what was delivered</source>
        <translation>Bản sao của tệp trong khảo sát không đúng như tệp đã đưa vào</translation>
    </message>
    <message>
        <source>Add the original file again: the copy is restored and the page is read.</source>
        <translation>Hãy thêm lại tệp gốc: bản sao sẽ được khôi phục và trang được đọc.</translation>
    </message>
    <message>
        <source>Taken out of the count</source>
        <translation>Đã loại khỏi số liệu</translation>
    </message>
    <message>
        <source>What was read and decided is kept. “Bring back” lets the page count again.</source>
        <translation>Những gì đã đọc và quyết định đều được giữ. Chọn “Đưa trở lại” để trang lại được tính.</translation>
    </message>
    <message>
        <source>Its batch was taken out of the count</source>
        <translation>Lô của trang này đã loại khỏi số liệu</translation>
    </message>
    <message>
        <source>What was read and decided is kept. Bring the batch back under “Batches” to let it count again.</source>
        <translation>Những gì đã đọc và quyết định đều được giữ. Đưa lô trở lại ở mục “Các lô” để trang lại được tính.</translation>
    </message>
    <message>
        <source>Not read, for a reason that this version of the program does not know</source>
        <translation>Không đọc được, vì một lý do mà phiên bản này của chương trình không biết</translation>
    </message>
    <message>
        <source>Open the survey with the version of the program that read it, or scan again.</source>
        <translation>Hãy mở đợt khảo sát bằng phiên bản chương trình đã đọc nó, hoặc quét lại.</translation>
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
        <source>The file is a kind of picture that is not read. Save it as JPEG or PNG (phones have a setting for it), or as PDF.</source>
        <translation>Tệp là loại ảnh mà chương trình không đọc được. Hãy lưu thành JPEG hoặc PNG (điện thoại có mục cài đặt cho việc này), hoặc PDF.</translation>
    </message>
    <message>
        <source>No boxes, circles, digits or cells to be marked were found on it. Choose the form&apos;s own PDF, or a sharper scan.</source>
        <translation>Không tìm thấy ô vuông, vòng tròn, chữ số hay ô bảng nào để đánh dấu. Hãy chọn tệp PDF gốc của mẫu phiếu, hoặc bản quét rõ nét hơn.</translation>
    </message>
    <message>
        <source>This is no document of a word processor, whatever its name says. Save the form as PDF.</source>
        <translation>Đây không phải tệp văn bản, dù tên tệp có vẻ như vậy. Hãy lưu mẫu phiếu thành PDF.</translation>
    </message>
    <message>
        <source>LibreOffice cannot turn it into PDF: it may be damaged or have a password, or LibreOffice lacks its Writer. Open it where it was written and save it as PDF.</source>
        <translation>LibreOffice không chuyển được tệp này thành PDF: tệp có thể bị hỏng, có mật khẩu, hoặc LibreOffice thiếu phần Writer. Hãy mở tệp bằng chương trình đã soạn nó và lưu thành PDF.</translation>
    </message>
    <message>
        <source>Turning it into PDF takes more than it may ({detail}). Open it where it was written and save it as PDF.</source>
        <translation>Chuyển tệp này thành PDF vượt giới hạn cho phép ({detail}). Hãy mở tệp bằng chương trình đã soạn nó và lưu thành PDF.</translation>
    </message>
    <message>
        <source>The file has more pages than a form ({detail}). Save only those of the form, and choose that.</source>
        <translation>Tệp có nhiều trang hơn một phiếu ({detail}). Hãy lưu riêng các trang của phiếu rồi chọn tệp đó.</translation>
    </message>
    <message>
        <source>Copy or save it again where it comes from, then choose it again.</source>
        <translation>Hãy sao chép hoặc lưu lại tệp từ nơi có tệp gốc, rồi chọn lại.</translation>
    </message>
    <message>
        <source>Save it without a password and choose it again.</source>
        <translation>Hãy lưu tệp không có mật khẩu rồi chọn lại.</translation>
    </message>
    <message>
        <source>{reason}. Save each page as a PNG image and choose those.</source>
        <translation>{reason}. Hãy lưu từng trang thành ảnh PNG rồi chọn các ảnh đó.</translation>
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
        <source>Nothing is marked on this page, as far as can be seen.</source>
        <translation>Không thấy dấu nào trên trang này.</translation>
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
        <source>Two people and the program read this in three ways.</source>
        <translation>Hai người và máy đọc ra ba kết quả khác nhau.</translation>
    </message>
    <message>
        <source>Nothing marked</source>
        <translation>Phiếu không có dấu</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Bị cắt mất</translation>
    </message>
    <message>
        <source>Read in three ways</source>
        <translation>Ba lần đọc khác nhau</translation>
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
        <source>Taken out</source>
        <translation>Đã loại ra</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Tờ đầu/cuối tập</translation>
    </message>
    <message>
        <source>Other form</source>
        <translation>Mẫu khác</translation>
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
        <source>{pages} of {of} pages may be another scan of an earlier sheet, the first is page {first}. They count until somebody says whether they are.</source>
        <translation>{pages} trên {of} trang có thể là bản quét lại của tờ trước đó, đầu tiên là trang số {first}. Các trang này vẫn được tính cho đến khi có người quyết định.</translation>
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
        <source>{pages} of {of} pages may be another picture of an earlier sheet, the first is page {first}. They count until somebody says whether they are.</source>
        <translation>{pages} trên {of} trang có thể là ảnh khác của tờ trước đó, đầu tiên là trang số {first}. Các trang này vẫn được tính cho đến khi có người quyết định.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages show a sheet that came before, the first is page {first}. It is counted once.</source>
        <translation>{pages} trên {of} trang là tờ đã có trước đó, đầu tiên là trang số {first}. Mỗi tờ chỉ được tính một lần.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages are blank. Of one-sided forms the fronts are enough.</source>
        <translation>{pages} trên {of} trang để trắng. Phiếu in một mặt chỉ cần mặt trước.</translation>
    </message>
    <message>
        <source>{pages} of {of} forms lack a page, from page {first} on; perhaps a side was forgotten. Photograph it too.</source>
        <translation>{pages} trên {of} phiếu thiếu trang, từ trang số {first}; có thể đã quên chụp một mặt. Hãy chụp thêm mặt đó.</translation>
    </message>
    <message>
        <source>On {pages} of {of} photographs {value} mm of the sheet are missing. Take the whole sheet with a rim around it.</source>
        <translation>{pages} trên {of} ảnh chụp bị mất {value} mm của tờ phiếu. Hãy chụp trọn tờ phiếu, chừa một viền xung quanh.</translation>
    </message>
    <message>
        <source>{pages} of {of} photographs have only {value} dpi. Go nearer until the sheet fills the picture, and send photographs in full size.</source>
        <translation>{pages} trên {of} ảnh chụp chỉ có {value} dpi. Hãy đưa máy lại gần cho tờ phiếu đầy khung hình và gửi ảnh ở kích thước gốc.</translation>
    </message>
    <message>
        <source>{pages} of {of} photographs were saved in black and white only, which loses faint marks. Save them in colour.</source>
        <translation>{pages} trên {of} ảnh chụp được lưu chỉ với hai màu đen trắng nên dễ mất dấu mờ. Hãy lưu ảnh màu.</translation>
    </message>
    <message>
        <source>The print of {pages} of {of} photographs stands out little (contrast {value} %). Take them in more light, without reflections, and look after toner and copier.</source>
        <translation>Chữ in của {pages} trên {of} ảnh chụp không nổi rõ (độ tương phản {value} %). Hãy chụp ở nơi sáng hơn, tránh bị lóa, và kiểm tra mực in, máy photocopy.</translation>
    </message>
    <message>
        <source>{pages} of {of} photographs are not sharp. Hold still, let the camera focus on the sheet, and wipe its lens.</source>
        <translation>{pages} trên {of} ảnh chụp bị mờ nét. Hãy giữ máy thật yên, để máy lấy nét vào tờ phiếu và lau ống kính.</translation>
    </message>
    <message>
        <source>{pages} of {of} photographs were taken from the side: the near end of the sheet is {value} % larger than the far one. Hold the camera straight above the sheet.</source>
        <translation>{pages} trên {of} ảnh chụp bị nghiêng: đầu gần của tờ phiếu to hơn đầu xa {value} %. Hãy giữ máy thẳng ngay phía trên tờ phiếu.</translation>
    </message>
    <message>
        <source>On {pages} of {of} photographs a part of the sheet has {value} % less light. Light it evenly, without your own shadow.</source>
        <translation>{pages} trên {of} ảnh chụp có chỗ tối hơn {value} %. Hãy chụp ở nơi sáng đều, không để bóng của mình che lên giấy.</translation>
    </message>
    <message>
        <source>On {pages} of {of} photographs the paper is not flat, by {value} mm. Lay it on a table and smooth it.</source>
        <translation>Giấy không phẳng, lệch {value} mm, ở {pages} trên {of} ảnh chụp. Hãy đặt giấy lên bàn và vuốt phẳng.</translation>
    </message>
    <message>
        <source>{pages} of {of} forms lack a page, from page {first} on. Look whether one was left out.</source>
        <translation>{pages} trên {of} phiếu thiếu trang, từ trang số {first}. Hãy xem có trang nào bị bỏ sót không.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages are photographs, the first is page {first}, the others scans (in doubt: {value}). Each kind is advised apart.</source>
        <translation>{pages} trên {of} trang là ảnh chụp, đầu tiên là trang số {first}, các trang khác là bản quét (chưa rõ: {value}). Lời khuyên cho mỗi loại được nêu riêng.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages were cut off by {value} mm at the {side} edge. The whole sheet must be in the picture.</source>
        <translation>{pages} trên {of} trang bị cắt mất {value} mm ở mép {side}. Trong ảnh phải có trọn tờ phiếu.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages have only {value} dpi. 200 to 300 dpi are needed.</source>
        <translation>{pages} trên {of} trang chỉ có {value} dpi. Cần từ 200 đến 300 dpi.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages have black and white only, which loses faint marks. Use grey or colour.</source>
        <translation>{pages} trên {of} trang chỉ có hai màu đen trắng nên dễ mất dấu mờ. Hãy dùng ảnh xám hoặc ảnh màu.</translation>
    </message>
    <message>
        <source>The print of {pages} of {of} pages is pale (contrast {value} %). Look after toner and copier.</source>
        <translation>Chữ in của {pages} trên {of} trang bị nhạt (độ tương phản {value} %). Hãy kiểm tra mực in và máy photocopy.</translation>
    </message>
    <message>
        <source>{pages} of {of} pages are not sharp.</source>
        <translation>{pages} trên {of} trang bị mờ nét.</translation>
    </message>
    <message>
        <source>Whether {pages} of {of} pages were scanned or photographed cannot be told, the first is page {first}.</source>
        <translation>Không rõ {pages} trên {of} trang là bản quét hay ảnh chụp, đầu tiên là trang số {first}.</translation>
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
    <message>
        <source>Province</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Huyện</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>bỏ trống</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>máy đọc</translation>
    </message>
    <message>
        <source>the program, going by decisions</source>
        <translation>máy đọc, theo các quyết định</translation>
    </message>
    <message>
        <source>awaits review</source>
        <translation>chờ kiểm tra</translation>
    </message>
    <message>
        <source>{valid} valid forms, fewer than {limit}: a hint only</source>
        <translation>{valid} phiếu hợp lệ, dưới {limit}: chỉ để tham khảo</translation>
    </message>
    <message>
        <source>as sure as {size} people, fewer than {limit}: a hint only</source>
        <translation>chỉ chắc chắn như {size} người, dưới {limit}: chỉ để tham khảo</translation>
    </message>
    <message>
        <source>Unit not known</source>
        <translation>Không rõ đơn vị</translation>
    </message>
    <message>
        <source>{code} (not in the list)</source>
        <translation>{code} (không có trong danh sách)</translation>
    </message>
    <message>
        <source>Set aside in the gallery: the reading looked odd.</source>
        <translation>Được để riêng khi duyệt nhiều câu: kết quả đọc trông lạ.</translation>
    </message>
    <message>
        <source>Close the scanner&apos;s lid, see that its lamp is on, and scan the sheet again.</source>
        <translation>Đậy nắp máy quét, xem đèn máy quét có sáng không, rồi quét lại tờ này.</translation>
    </message>
    <message>
        <source>Another scan of the same sheet counts</source>
        <translation>Đã tính một bản quét khác của cùng tờ này</translation>
    </message>
    <message>
        <source>It is counted once. If it is a sheet of its own, choose “Set apart”.</source>
        <translation>Mỗi tờ chỉ tính một lần. Nếu đây là một tờ riêng, hãy chọn “Tách riêng”.</translation>
    </message>
    <message>
        <source>The file is neither a PDF nor a picture. Open the form where it was written and save it as PDF.</source>
        <translation>Tệp này không phải PDF cũng không phải ảnh. Hãy mở phiếu bằng chương trình đã soạn ra nó rồi lưu thành PDF.</translation>
    </message>
    <message>
        <source>Page {page} holds more letters or lines than a form has. Choose a page that holds the form alone.</source>
        <translation>Trang {page} có nhiều chữ hoặc nét kẻ hơn một mẫu phiếu. Hãy chọn trang chỉ có mẫu phiếu.</translation>
    </message>
    <message>
        <source>Filled copies of one page that were found: {count}. Three are needed, ten are good; or give a blank form.</source>
        <translation>Số bản đã điền của cùng một trang tìm thấy được: {count}. Cần ba bản, mười bản thì tốt; hoặc hãy dùng phiếu trắng.</translation>
    </message>
    <message>
        <source>This holds no list of questions. Give an Excel workbook (.xlsx), a Word document (.docx) or a text (.txt).</source>
        <translation>Tệp này không có danh sách câu hỏi. Hãy chọn sổ tính Excel (.xlsx), văn bản Word (.docx) hoặc tệp chữ (.txt).</translation>
    </message>
    <message>
        <source>Cut off: part of the question is not on the scanned paper.</source>
        <translation>Bị cắt mất: một phần câu hỏi không nằm trên giấy đã quét.</translation>
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
        <source>said by {operator}</source>
        <translation>do {operator} gán</translation>
    </message>
    <message>
        <source>named when the file was added</source>
        <translation>gán khi thêm tệp</translation>
    </message>
    <message>
        <source>by its folder “{folder}”</source>
        <translation>theo thư mục “{folder}”</translation>
    </message>
    <message>
        <source>printed on the form</source>
        <translation>in trên phiếu</translation>
    </message>
    <message>
        <source>by the covers of its stack</source>
        <translation>theo tờ đầu và tờ cuối tập</translation>
    </message>
    <message>
        <source>the sheet at the end of its stack was not seen, so forms of another unit may be in it</source>
        <translation>không thấy tờ cuối tập, nên trong tập có thể lẫn phiếu của đơn vị khác</translation>
    </message>
    <message>
        <source>the sheet at the end of its stack is of another unit than the sheet on top</source>
        <translation>tờ cuối tập là của đơn vị khác với tờ đầu tập</translation>
    </message>
    <message>
        <source>the sheet on top of its stack was not seen</source>
        <translation>không thấy tờ đầu tập</translation>
    </message>
    <message>
        <source>it lies outside of all stacks</source>
        <translation>nằm ngoài mọi tập phiếu</translation>
    </message>
    <message>
        <source>the cover of its stack names no unit of this survey, or its codes disagree</source>
        <translation>tờ đầu tập không nêu đơn vị nào của cuộc khảo sát, hoặc các mã trên tờ không khớp nhau</translation>
    </message>
    <message>
        <source>print, folder and cover name different units</source>
        <translation>mã in, thư mục và tờ đầu tập nêu những đơn vị khác nhau</translation>
    </message>
    <message>
        <source>No unit yet: {why}</source>
        <translation>Chưa có đơn vị: {why}</translation>
    </message>
    <message>
        <source>{source} as {code}</source>
        <translation>{source}, ghi là {code}</translation>
    </message>
</context>
<context>
    <name>progress_text</name>
    <message>
        <source>{done} of {total} pages</source>
        <translation>{done} / {total} trang</translation>
    </message>
    <message>
        <source>{rate} pages/s</source>
        <translation>{rate} trang/giây</translation>
    </message>
    <message>
        <source>{count} s left</source>
        <translation>còn {count} giây</translation>
    </message>
    <message>
        <source>{count} min left</source>
        <translation>còn {count} phút</translation>
    </message>
</context>
<context>
    <name>remarks</name>
    <message>
        <source>Levels of satisfaction</source>
        <translation>Mức độ hài lòng</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Có hoặc không</translation>
    </message>
    <message>
        <source>One answer</source>
        <translation>Chọn một</translation>
    </message>
    <message>
        <source>Several answers</source>
        <translation>Chọn nhiều</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Viết chữ</translation>
    </message>
    <message>
        <source>0 to 10</source>
        <translation>0 đến 10</translation>
    </message>
    <message>
        <source>Without options, so five levels of satisfaction are used: {names}.</source>
        <translation>Không có phương án nên dùng năm mức hài lòng: {names}.</translation>
    </message>
    <message>
        <source>Without options but asked so that yes or no answers it: {names}.</source>
        <translation>Không có phương án, câu hỏi dạng có hay không: {names}.</translation>
    </message>
    <message>
        <source>Without options but asking for a number, so digit boxes are used: {names}.</source>
        <translation>Không có phương án nhưng hỏi một con số nên dùng ô chữ số: {names}.</translation>
    </message>
    <message>
        <source>Without options, so lines to write on are used: {names}.</source>
        <translation>Không có phương án nên dùng dòng để viết: {names}.</translation>
    </message>
    <message>
        <source>The options were found in the text of the question: {names}.</source>
        <translation>Phương án lấy từ chính câu hỏi: {names}.</translation>
    </message>
    <message>
        <source>The options do not say which end is the good one; the higher digit is taken for it: {names}.</source>
        <translation>Phương án không cho biết đầu nào là tốt; số lớn hơn được coi là tốt: {names}.</translation>
    </message>
    <message>
        <source>Only one option: {names}.</source>
        <translation>Chỉ có một phương án: {names}.</translation>
    </message>
    <message>
        <source>An option stood there twice and is used once: {names}.</source>
        <translation>Có phương án lặp lại, chỉ dùng một lần: {names}.</translation>
    </message>
    <message>
        <source>Asked more than once, all are kept: {names}.</source>
        <translation>Hỏi nhiều lần, vẫn giữ tất cả: {names}.</translation>
    </message>
    <message>
        <source>Too long for a form and cut: {names}.</source>
        <translation>Quá dài so với một phiếu nên đã cắt: {names}.</translation>
    </message>
    <message>
        <source>{count} line(s) belong to no question and were left out: {text}</source>
        <translation>{count} dòng không thuộc câu hỏi nào nên đã bỏ ra: {text}</translation>
    </message>
    <message>
        <source>Answered otherwise than by the options that stand there, which are not used: {names}.</source>
        <translation>Không trả lời bằng các phương án đã ghi, nên các phương án đó không được dùng: {names}.</translation>
    </message>
    <message>
        <source>To be answered by options, but none are given, so lines to write on are used: {names}.</source>
        <translation>Phải chọn phương án nhưng không có phương án nào, nên dùng dòng để viết: {names}.</translation>
    </message>
    <message>
        <source>How it is to be answered is said in words that are not known: {names}.</source>
        <translation>Cách trả lời được ghi bằng từ mà chương trình không biết: {names}.</translation>
    </message>
    <message>
        <source>Without options, so the scale that is explained above is used: {names}.</source>
        <translation>Không có phương án nên dùng thang đo đã giải thích ở trên: {names}.</translation>
    </message>
    <message>
        <source>More than 80 options, of which the first 80 are used: {names}.</source>
        <translation>Có hơn 80 phương án, chỉ dùng 80 phương án đầu: {names}.</translation>
    </message>
    <message>
        <source>The note about skipping is printed, but nobody is held to it: {names}.</source>
        <translation>Lời dặn chuyển câu được in trên phiếu, nhưng chương trình không kiểm tra việc chuyển câu: {names}.</translation>
    </message>
    <message>
        <source>Asks for an order, which cannot be marked; the options are simply chosen: {names}.</source>
        <translation>Câu hỏi yêu cầu xếp thứ tự, phiếu không ghi được thứ tự nên chỉ chọn phương án: {names}.</translation>
    </message>
    <message>
        <source>These columns are not used: {names}.</source>
        <translation>Các cột này không được dùng: {names}.</translation>
    </message>
    <message>
        <source>The workbook has further sheets, which are not read: {names}.</source>
        <translation>Tệp Excel còn trang tính khác chưa được đọc: {names}.</translation>
    </message>
    <message>
        <source>Only the first {count} questions are used; a form of more has no use.</source>
        <translation>Chỉ dùng {count} câu hỏi đầu; phiếu dài hơn không dùng được.</translation>
    </message>
    <message>
        <source>The list is longer than that of any form; only its beginning is used.</source>
        <translation>Danh sách dài hơn mọi phiếu; chỉ dùng phần đầu.</translation>
    </message>
    <message>
        <source>These signs cannot be printed and were left out: {signs}</source>
        <translation>Các ký hiệu này không in được nên đã bỏ: {signs}</translation>
    </message>
    <message>
        <source>No question has a scale of satisfaction, so there will be no index.</source>
        <translation>Không câu hỏi nào có thang hài lòng nên sẽ không có chỉ số.</translation>
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
<context>
    <name>scanning</name>
    <message>
        <source>Feeder, one side</source>
        <translation>Khay nạp, một mặt</translation>
    </message>
    <message>
        <source>Feeder, both sides</source>
        <translation>Khay nạp, hai mặt</translation>
    </message>
    <message>
        <source>Glass, one sheet</source>
        <translation>Mặt kính, một tờ</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>thang xám</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>màu</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>đen trắng</translation>
    </message>
    <message>
        <source>as large as it can</source>
        <translation>lớn nhất có thể</translation>
    </message>
    <message>
        <source>put back the sheets that came after the last one kept, in their order, and go on.</source>
        <translation>đặt lại các tờ sau trang cuối cùng đã giữ, đúng thứ tự, rồi bấm quét tiếp.</translation>
    </message>
    <message>
        <source>Clear the jam,</source>
        <translation>Hãy gỡ giấy kẹt,</translation>
    </message>
    <message>
        <source>Close the cover,</source>
        <translation>Hãy đóng nắp,</translation>
    </message>
    <message>
        <source>Part the sheets,</source>
        <translation>Hãy tách các tờ ra,</translation>
    </message>
    <message>
        <source>See that the line to it holds,</source>
        <translation>Hãy kiểm tra kết nối với máy,</translation>
    </message>
    <message>
        <source>See that it is on and connected,</source>
        <translation>Hãy xem máy đã bật và đã kết nối,</translation>
    </message>
    <message>
        <source>Look at its display, see to it,</source>
        <translation>Hãy xem màn hình của máy và xử lý,</translation>
    </message>
    <message>
        <source>Put the sheets in, and go on.</source>
        <translation>Hãy đặt giấy vào rồi bấm quét tiếp.</translation>
    </message>
    <message>
        <source>Leave what lies in the feeder there, and go on.</source>
        <translation>Cứ để giấy trong khay nạp rồi bấm quét tiếp.</translation>
    </message>
    <message>
        <source>Wait until it has done what it does for others, and go on.</source>
        <translation>Hãy chờ máy làm xong việc của người khác rồi bấm quét tiếp.</translation>
    </message>
    <message>
        <source>Ask who looks after it to allow scanning from here.</source>
        <translation>Hãy nhờ người quản lý máy cho phép quét từ máy tính này.</translation>
    </message>
    <message>
        <source>End this stack, and choose others.</source>
        <translation>Hãy kết thúc tập này và chọn thiết lập khác.</translation>
    </message>
    <message>
        <source>Switch it off and on, and go on; or choose another scanner.</source>
        <translation>Hãy tắt rồi bật lại máy và quét tiếp; hoặc chọn máy khác.</translation>
    </message>
    <message>
        <source>Install the package sane-utils, and go on.</source>
        <translation>Hãy cài gói sane-utils rồi bấm quét tiếp.</translation>
    </message>
    <message>
        <source>The scanner stopped: {fact}.</source>
        <translation>Máy quét đã dừng: {fact}.</translation>
    </message>
</context>
<context>
    <name>sharing</name>
    <message>
        <source>This survey is read-only here, so nothing can be changed.</source>
        <translation>Đợt khảo sát này chỉ đọc nên không thay đổi được gì.</translation>
    </message>
</context>
<context>
    <name>trial</name>
    <message>
        <source>sure</source>
        <translation>chắc chắn</translation>
    </message>
    <message>
        <source>rather sure</source>
        <translation>khá chắc</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>còn ngờ</translation>
    </message>
    <message>
        <source>hardly</source>
        <translation>rất ngờ</translation>
    </message>
    <message>
        <source>a person types it</source>
        <translation>phải nhập tay</translation>
    </message>
    <message>
        <source>The scan is on {paper} paper ({size}), but the form is {form}: it is another form, or was scanned smaller or larger.</source>
        <translation>Bản quét có khổ giấy {paper} ({size}), còn mẫu phiếu là {form}: đây là phiếu khác, hoặc đã quét thu nhỏ hay phóng to.</translation>
    </message>
    <message>
        <source>This is the cover of a stack, on which nothing is answered.</source>
        <translation>Đây là tờ bìa của một tập phiếu, không có câu trả lời.</translation>
    </message>
    <message>
        <source>This is no page of this form: what is printed on it is on none of the form&apos;s pages, or too little of it can be seen.</source>
        <translation>Đây không phải trang của mẫu này: phần in trên đó không khớp trang nào của mẫu, hoặc thấy được quá ít.</translation>
    </message>
    <message>
        <source>The page resembles this form, but its boxes are not printed where the form has its areas.</source>
        <translation>Trang giống mẫu này, nhưng các ô in trên đó không nằm đúng chỗ các vùng của mẫu.</translation>
    </message>
    <message>
        <source>The page is empty: nothing is printed on it.</source>
        <translation>Trang trống: không in gì trên đó.</translation>
    </message>
    <message>
        <source>The file is no scan: a form is tried on PDF, TIFF, JPEG or PNG files.</source>
        <translation>Tệp này không phải bản quét: chỉ đọc thử được tệp PDF, TIFF, JPEG hoặc PNG.</translation>
    </message>
</context>
<context>
    <name>watching</name>
    <message>
        <source>The folder cannot be reached ({fact}). It is tried again.</source>
        <translation>Không vào được thư mục ({fact}). Chương trình sẽ thử lại.</translation>
    </message>
    <message>
        <source>{name}: this folder may not be looked into. What lies in it is not read.</source>
        <translation>{name}: không được phép xem thư mục này. Những gì trong đó không được đọc.</translation>
    </message>
    <message>
        <source>{name}: no single unit is called like this folder. Its files wait until it is renamed.</source>
        <translation>{name}: thư mục này không mang tên của đúng một đơn vị. Các tệp trong đó chờ đến khi thư mục được đổi tên.</translation>
    </message>
    <message>
        <source>{name}: {why}. Its end may be yet to come; it is waited for.</source>
        <translation>{name}: {why}. Có thể tệp chưa ghi xong; chương trình đang chờ.</translation>
    </message>
    <message>
        <source>{name}: {why}. It was moved into {aside}.</source>
        <translation>{name}: {why}. Đã chuyển vào {aside}.</translation>
    </message>
    <message>
        <source>{name}: {why}. It stays where it is, as it could not be moved aside ({fact}).</source>
        <translation>{name}: {why}. Tệp vẫn ở chỗ cũ vì không chuyển riêng được ({fact}).</translation>
    </message>
    <message>
        <source>{name} could not be copied ({fact}). It is tried again.</source>
        <translation>Không sao chép được {name} ({fact}). Chương trình sẽ thử lại.</translation>
    </message>
    <message>
        <source>{error} It is tried again.</source>
        <translation>{error} Chương trình sẽ thử lại.</translation>
    </message>
    <message>
        <source>The note that says why could not be written.</source>
        <translation>Không ghi được ghi chú nêu lý do.</translation>
    </message>
    <message>
        <source>{name} could not be read. {why}
It was moved here as it is, and none of its pages was read. Scan or save it again into the watched folder, or put this file back there once it is whole.
</source>
        <translation>Không đọc được {name}. {why}
Tệp được chuyển nguyên vẹn vào đây, chưa trang nào được đọc. Hãy quét hoặc lưu lại vào thư mục được theo dõi, hoặc đưa tệp này trở lại đó khi tệp đã lành lặn.
</translation>
    </message>
</context>
</TS>
