<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AnswerEdit</name>
    <message>
        <source>Type what is written; leave empty if nothing is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written on the paper</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Starting to read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} pages/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping; finished pages are kept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Done: %n page(s) delivered.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Finished pages are kept; add the same files again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by an error. Finished pages are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of reading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back without deciding (PgUp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On without deciding (PgDn)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New survey…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open survey…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add scans…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewSurveyDialog</name>
    <message>
        <source>New survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bắc Ninh 2020: 135 one-stop offices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a CSV file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citizen satisfaction, Bắc Ninh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the survey&apos;s folder is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit lists (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a unit list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperatorForm</name>
    <message>
        <source>Who decides?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name is kept with every answer you decide. This is asked once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionPanel</name>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message>
        <source>There is no picture of this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, page {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait for review.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageTableModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search a unit by name or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copies for each unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{forms} forms, {pages} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unit is chosen: the forms leave a line for its name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>{count} valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} of them wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of them handwriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait for review; until then all figures are provisional.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {total} answers satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the survey stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respondents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satisfaction index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel: overview, index, every question and unit, all answers. In the window&apos;s language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export answers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV: one row per answer with its page, its reading and who decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print forms…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF with a code on every page, for the units you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open survey folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything of this survey lies here; copy it to keep it safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Pages are being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review opens when the batch is finished or stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every doubtful answer is decided. Ctrl+Z takes the last decision back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program reads: {answer} ({sure} sure)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, page {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheet {serial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change who decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>{delivered} pages delivered = {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add scans…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop scans here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, TIFF, JPEG and PNG files or whole folders, in any order and any way up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan, Review, Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the option with this key; with several marks: tick it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept what the program read, or confirm what is ticked or typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable (Ctrl+U also while typing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one option is marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at others without deciding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse: wheel zooms, drag moves, double click fits, click on a box chooses it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Prints, scans and reads questionnaires. Every answer can be traced to ink; what is doubtful is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New survey…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open survey…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent surveys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SurveyView</name>
    <message>
        <source>Add a folder of scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‹  Close survey</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitBox</name>
    <message>
        <source>As printed on the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit that all added pages belong to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Add scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>There is no survey in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Choose the folder that holds the file survey.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} is not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. Choose a new or an empty folder for the survey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The survey in {folder} was written by a newer version of Phiếu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Open it with that version or a later one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} cannot be used ({fact}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Restore this file from a copy of the survey folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit list {path} has mistakes:
{findings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Mend these lines, save as CSV UTF-8 and choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The survey has no unit with the code {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Choose a unit from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scan was found in:
{paths}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. PDF, TIFF, JPEG and PNG files can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {folder} is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every finished page is kept. Free some space, then add the same files again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({fact}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there is kept. Check the drive and your rights, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The survey in {folder} is in use by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Close it there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form template has mistakes:
{findings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Mend these places, then choose the template again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form {template_id} cannot be printed like this: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. Change what is asked for and print again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {path} does not say which kind of file to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. End the name in one of: {endings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} could not be written ({fact}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that was there before is kept. Close it in Excel or choose another place, then export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({fact}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was finished is kept. Try again; if it returns, send us the details below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan these sheets again; copying the file may have been interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved or renamed. Find it and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network drive and your rights, then add the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from the scanner, or scan these sheets again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it without a password and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan these sheets again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no scan we know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as PDF, TIFF, JPEG or PNG and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan at 300 dpi in grey and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan at 200 dpi or more and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do: backs of one-sided forms look like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No corner target was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is a page of this form, then scan it again with all corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few corner targets were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the page again so that all four corners can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page of another form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left out. Add it to the survey it belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page could not be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is a page of this form, then scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The print does not match the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is this version of the form, then scan it again lying flat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same page came before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is counted once. Nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading stopped on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All other pages are kept. Scan this page again; please send us the scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More marks than the question allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something faint that may or may not be a mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reading is not certain enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mark looks crossed out or corrected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boxes could not be placed exactly on this scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwriting: please type what is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page with this question was not delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided by people</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
