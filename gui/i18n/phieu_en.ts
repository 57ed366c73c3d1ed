<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>%n page(s) read since; add their files again to read them.</source>
        <translation>
            <numerusform>%n page read since; add its file again to read it.</numerusform>
            <numerusform>%n pages read since; add their files again to read them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) made since.</source>
        <translation>
            <numerusform>%n decision made since.</numerusform>
            <numerusform>%n decisions made since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message numerus="yes">
        <source>Done: %n page(s) delivered.</source>
        <translation>
            <numerusform>Done: %n page delivered.</numerusform>
            <numerusform>Done: %n pages delivered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlindDesk</name>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>%n scan(s) restored from originals.</source>
        <translation>
            <numerusform>%n scan restored from its original.</numerusform>
            <numerusform>%n scans restored from originals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) read again.</source>
        <translation>
            <numerusform>%n page read again.</numerusform>
            <numerusform>%n pages read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message numerus="yes">
        <source>%n page(s) read</source>
        <translation>
            <numerusform>%n page read</numerusform>
            <numerusform>%n pages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundView</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) to be marked</source>
        <translation>
            <numerusform>%n area to be marked</numerusform>
            <numerusform>%n areas to be marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to look at</source>
        <translation>
            <numerusform>%n question to look at</numerusform>
            <numerusform>%n questions to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n option(s)</source>
        <translation>
            <numerusform>%n option</numerusform>
            <numerusform>%n options</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message numerus="yes">
        <source>Accept all %Ln  (Enter)</source>
        <translation>
            <numerusform>Accept this one  (Enter)</numerusform>
            <numerusform>Accept all %Ln  (Enter)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide %n set aside first  (Enter)</source>
        <translation>
            <numerusform>Decide the one set aside first  (Enter)</numerusform>
            <numerusform>Decide the %n set aside first  (Enter)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n shown  (Enter)</source>
        <translation>
            <numerusform>Confirm %n shown  (Enter)</numerusform>
            <numerusform>Confirm %n shown  (Enter)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation>
            <numerusform>%n set aside</numerusform>
            <numerusform>%n set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing doubtful is left. %Ln answer(s) were accepted: tick “Accepted ones too”.</source>
        <translation>
            <numerusform>Nothing doubtful is left. %Ln answer was accepted: tick “Accepted ones too”.</numerusform>
            <numerusform>Nothing doubtful is left. %Ln answers were accepted: tick “Accepted ones too”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemProperties</name>
    <message numerus="yes">
        <source>%n question(s) share these options.</source>
        <translation>
            <numerusform>%n question shares these options.</numerusform>
            <numerusform>%n questions share these options.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftOverBar</name>
    <message numerus="yes">
        <source>%n change(s) of last time were not saved.</source>
        <translation>
            <numerusform>%n change of last time was not saved.</numerusform>
            <numerusform>%n changes of last time were not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewFormDialog</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextStepPanel</name>
    <message numerus="yes">
        <source>%Ln page(s) read</source>
        <translation>
            <numerusform>%Ln page read</numerusform>
            <numerusform>%Ln pages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln could not be read</numerusform>
            <numerusform>%Ln could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) for you</source>
        <translation>
            <numerusform>%Ln answer for you</numerusform>
            <numerusform>%Ln answers for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message numerus="yes">
        <source>%Ln answer(s) accepted earlier are no longer borne out by decisions since.</source>
        <translation>
            <numerusform>%Ln answer accepted earlier is no longer borne out by decisions since.</numerusform>
            <numerusform>%Ln answers accepted earlier are no longer borne out by decisions since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {left} answers left can now be accepted within the same tolerance.</source>
        <translation>
            <numerusform>%Ln of {left} answers left can now be accepted within the same tolerance.</numerusform>
            <numerusform>%Ln of {left} answers left can now be accepted within the same tolerance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned from %Ln decision(s) on these scans.</source>
        <translation>
            <numerusform>Learned from %Ln decision on these scans.</numerusform>
            <numerusform>Learned from %Ln decisions on these scans.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message numerus="yes">
        <source>%Ln answer(s) on which someone else and the program differ.</source>
        <translation>
            <numerusform>%Ln answer on which someone else and the program differ.</numerusform>
            <numerusform>%Ln answers on which someone else and the program differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait(s) for someone else, for you read them first.</source>
        <translation>
            <numerusform>%Ln waits for someone else, for you read it first.</numerusform>
            <numerusform>%Ln wait for someone else, for you read them first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message numerus="yes">
        <source>%n page(s) chosen</source>
        <translation>
            <numerusform>%n page chosen</numerusform>
            <numerusform>%n pages chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message numerus="yes">
        <source>%n answer(s) wait for review.</source>
        <translation>
            <numerusform>%n answer waits for review.</numerusform>
            <numerusform>%n answers wait for review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PileQuestionsPanel</name>
    <message numerus="yes">
        <source>Fronts and backs scanned apart: %n pile(s)</source>
        <translation>
            <numerusform>Fronts and backs scanned apart: %n pile</numerusform>
            <numerusform>Fronts and backs scanned apart: %n piles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message numerus="yes">
        <source>%n to be typed</source>
        <translation>
            <numerusform>%n to be typed</numerusform>
            <numerusform>%n to be typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PropertiesPanel</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalDialog</name>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>and %n more file</numerusform>
            <numerusform>and %n more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecheckTableModel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemarksList</name>
    <message numerus="yes">
        <source>%n thing(s) to mend</source>
        <translation>
            <numerusform>%n thing to mend</numerusform>
            <numerusform>%n things to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to look at</source>
        <translation>
            <numerusform>%n question to look at</numerusform>
            <numerusform>%n questions to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepeatDialog</name>
    <message numerus="yes">
        <source>%n question(s), downwards</source>
        <translation>
            <numerusform>%n question, downwards</numerusform>
            <numerusform>%n questions, downwards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is room for %n cop(y/ies) on the page.</source>
        <translation>
            <numerusform>There is room for %n copy on the page.</numerusform>
            <numerusform>There is room for %n copies on the page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message numerus="yes">
        <source>%Ln more answer(s) to check, if none of them is wrong</source>
        <translation>
            <numerusform>%Ln more answer to check, if it is not wrong</numerusform>
            <numerusform>%Ln more answers to check, if none of them is wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the wrong ones wait(s) for a second operator.</source>
        <translation>
            <numerusform>%Ln of the wrong ones waits for a second operator.</numerusform>
            <numerusform>%Ln of the wrong ones wait for a second operator.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them wait(s) in review.</source>
        <translation>
            <numerusform>%Ln of them waits in review.</numerusform>
            <numerusform>%Ln of them wait in review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetryDialog</name>
    <message numerus="yes">
        <source>%n page(s) will be read again. Pages that were read keep their answers.</source>
        <translation>
            <numerusform>%n page will be read again. Pages that were read keep their answers.</numerusform>
            <numerusform>%n pages will be read again. Pages that were read keep their answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SameSheetDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) differ:</source>
        <translation>
            <numerusform>%n answer differs:</numerusform>
            <numerusform>%n answers differ:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) kept, {sheets}.</source>
        <translation>
            <numerusform>%n page kept, {sheets}.</numerusform>
            <numerusform>%n pages kept, {sheets}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) kept.</source>
        <translation>
            <numerusform>%n page kept.</numerusform>
            <numerusform>%n pages kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetQuestionsPanel</name>
    <message numerus="yes">
        <source>%n sheet(s) perhaps scanned twice</source>
        <translation>
            <numerusform>%n sheet was perhaps scanned twice</numerusform>
            <numerusform>%n sheets were perhaps scanned twice</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>%n file(s) or folder(s) of scans wait. Choose the survey they belong to.</source>
        <translation>
            <numerusform>%n file or folder of scans waits. Choose the survey it belongs to.</numerusform>
            <numerusform>%n files or folders of scans wait. Choose the survey they belong to.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message numerus="yes">
        <source>%n sure</source>
        <translation>
            <numerusform>%n sure</numerusform>
            <numerusform>%n sure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful</source>
        <translation>
            <numerusform>%n doubtful</numerusform>
            <numerusform>%n doubtful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be typed</source>
        <translation>
            <numerusform>%n to be typed</numerusform>
            <numerusform>%n to be typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypingDialog</name>
    <message numerus="yes">
        <source>%n question(s) to go</source>
        <translation>
            <numerusform>%n question to go</numerusform>
            <numerusform>%n questions to go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnderstoodModel</name>
    <message numerus="yes">
        <source>%n digit box(es)</source>
        <translation>
            <numerusform>%n digit box</numerusform>
            <numerusform>%n digit boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitDialog</name>
    <message numerus="yes">
        <source>%n page(s) will count for this unit. What is printed on them is kept.</source>
        <translation>
            <numerusform>%n page will count for this unit. What is printed on it is kept.</numerusform>
            <numerusform>%n pages will count for this unit. What is printed on them is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitDoubtsPanel</name>
    <message numerus="yes">
        <source>%n page(s) wait for a unit</source>
        <translation>
            <numerusform>%n page waits for a unit</numerusform>
            <numerusform>%n pages wait for a unit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>• and %n more unit(s) that are not in the list</source>
        <translation>
            <numerusform>• and %n more unit that is not in the list</numerusform>
            <numerusform>• and %n more units that are not in the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitsChoice</name>
    <message numerus="yes">
        <source>%n unit(s), the first {code} {name}.</source>
        <translation>
            <numerusform>%n unit, {code} {name}.</numerusform>
            <numerusform>%n units, the first {code} {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchPanel</name>
    <message numerus="yes">
        <source>%n file(s) arrived.</source>
        <translation>
            <numerusform>%n file arrived.</numerusform>
            <numerusform>%n files arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) read.</source>
        <translation>
            <numerusform>%n file read.</numerusform>
            <numerusform>%n files read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) moved aside.</source>
        <translation>
            <numerusform>%n file moved aside.</numerusform>
            <numerusform>%n files moved aside.</numerusform>
        </translation>
    </message>
</context>
</TS>
