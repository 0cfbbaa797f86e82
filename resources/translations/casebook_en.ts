<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Encoding</name>
    <message numerus="yes">
        <source>%n more such character(s) from here on.</source>
        <translation>
            <numerusform>%n more such character from here on.</numerusform>
            <numerusform>%n more such characters from here on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::CaseCommands</name>
    <message numerus="yes">
        <source>Move %n case(s) to the trash?</source>
        <translation>
            <numerusform>Move %n case to the trash?</numerusform>
            <numerusform>Move %n cases to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n case(s) to the trash</source>
        <translation>
            <numerusform>Moved %n case to the trash</numerusform>
            <numerusform>Moved %n cases to the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::CaseTreeModel</name>
    <message numerus="yes">
        <source>%1, %n case(s)</source>
        <translation>
            <numerusform>%1, %n case</numerusform>
            <numerusform>%1, %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::ExportDialog</name>
    <message numerus="yes">
        <source>The %n case(s) shown</source>
        <translation>
            <numerusform>The one case shown</numerusform>
            <numerusform>The %n cases shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n selected case(s)</source>
        <translation>
            <numerusform>The %n selected case</numerusform>
            <numerusform>The %n selected cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::FacetRow</name>
    <message numerus="yes">
        <source>%1, %n case(s)</source>
        <translation>
            <numerusform>%1, %n case</numerusform>
            <numerusform>%1, %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::FacetSection</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::StatusLine</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n case(s)</source>
        <translation>
            <numerusform>%1 of %n case</numerusform>
            <numerusform>%1 of %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::YearHistogram</name>
    <message numerus="yes">
        <source>%1: %n case(s)</source>
        <translation>
            <numerusform>%1: %n case</numerusform>
            <numerusform>%1: %n cases</numerusform>
        </translation>
    </message>
</context>
</TS>
