<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>FormPage</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
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
    <name>ResultsPage</name>
    <message numerus="yes">
        <source>%n answer(s) wait for review; until then all figures are provisional.</source>
        <translation>
            <numerusform>%n answer waits for review; until then all figures are provisional.</numerusform>
            <numerusform>%n answers wait for review; until then all figures are provisional.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
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
    <name>UnitDialog</name>
    <message numerus="yes">
        <source>%n page(s) will count for this unit. What is printed on them is kept.</source>
        <translation>
            <numerusform>%n page will count for this unit. What is printed on it is kept.</numerusform>
            <numerusform>%n pages will count for this unit. What is printed on them is kept.</numerusform>
        </translation>
    </message>
</context>
</TS>
