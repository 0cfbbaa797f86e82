<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Briefing</name>
    <message numerus="yes">
        <source>The briefing has %Ln page(s), and none of those that were asked for: print all pages, or other ones.</source>
        <translation>
            <numerusform>The briefing has %Ln page, and none of those that were asked for: print all pages, or other ones.</numerusform>
            <numerusform>The briefing has %Ln pages, and none of those that were asked for: print all pages, or other ones.</numerusform>
        </translation>
    </message>
</context>
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
    <name>Period</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln week</numerusform>
            <numerusform>%Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>%Ln year</numerusform>
            <numerusform>%Ln years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::BulkEditDialog</name>
    <message numerus="yes">
        <source>Change a field of %Ln case(s)</source>
        <translation>
            <numerusform>Change a field of %Ln case</numerusform>
            <numerusform>Change a field of %Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln File(s)</source>
        <translation>
            <numerusform>Change %Ln File</numerusform>
            <numerusform>Change %Ln Files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %1 in %Ln Case(s)</source>
        <translation>
            <numerusform>Set %1 in %Ln Case</numerusform>
            <numerusform>Set %1 in %Ln Cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add to %1 in %Ln Case(s)</source>
        <translation>
            <numerusform>Add to %1 in %Ln Case</numerusform>
            <numerusform>Add to %1 in %Ln Cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take out of %1 in %Ln Case(s)</source>
        <translation>
            <numerusform>Take out of %1 in %Ln Case</numerusform>
            <numerusform>Take out of %1 in %Ln Cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 from %Ln Case(s)</source>
        <translation>
            <numerusform>Remove %1 from %Ln Case</numerusform>
            <numerusform>Remove %1 from %Ln Cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::CaseCommands</name>
    <message numerus="yes">
        <source>Move %Ln case(s) to the trash?</source>
        <translation>
            <numerusform>Move %Ln case to the trash?</numerusform>
            <numerusform>Move %Ln cases to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln case(s) to the trash</source>
        <translation>
            <numerusform>Moved %Ln case to the trash</numerusform>
            <numerusform>Moved %Ln cases to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln Case(s) to Trash</source>
        <translation>
            <numerusform>Move %Ln Case to Trash</numerusform>
            <numerusform>Move %Ln Cases to Trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed %Ln file(s)</source>
        <translation>
            <numerusform>Changed %Ln file</numerusform>
            <numerusform>Changed %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::CaseTreeModel</name>
    <message numerus="yes">
        <source>%1, %Ln case(s)</source>
        <translation>
            <numerusform>%1, %Ln case</numerusform>
            <numerusform>%1, %Ln cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::ConflictDialog</name>
    <message numerus="yes">
        <source>%Ln place(s) differ.</source>
        <translation>
            <numerusform>%Ln place differs.</numerusform>
            <numerusform>%Ln places differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::DifferenceDelegate</name>
    <message numerus="yes">
        <source>… %Ln more character(s)</source>
        <translation>
            <numerusform>… %Ln more character</numerusform>
            <numerusform>… %Ln more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::DifferenceModel</name>
    <message numerus="yes">
        <source>%Ln unchanged line(s)</source>
        <translation>
            <numerusform>%Ln unchanged line</numerusform>
            <numerusform>%Ln unchanged lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged line(s), not shown</source>
        <translation>
            <numerusform>%Ln unchanged line, not shown</numerusform>
            <numerusform>%Ln unchanged lines, not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::DifferencePanel</name>
    <message numerus="yes">
        <source>%Ln line(s) changed</source>
        <translation>
            <numerusform>%Ln line changed</numerusform>
            <numerusform>%Ln lines changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::EditSession</name>
    <message numerus="yes">
        <source>Merged %Ln line(s) from disk: another program has changed %1.</source>
        <translation>
            <numerusform>Merged %Ln line from disk: another program has changed %1.</numerusform>
            <numerusform>Merged %Ln lines from disk: another program has changed %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::ExportDialog</name>
    <message numerus="yes">
        <source>The %Ln case(s) shown</source>
        <translation>
            <numerusform>The one case shown</numerusform>
            <numerusform>The %Ln cases shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln selected case(s)</source>
        <translation>
            <numerusform>The %Ln selected case</numerusform>
            <numerusform>The %Ln selected cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::FacetRow</name>
    <message numerus="yes">
        <source>%1, %Ln case(s)</source>
        <translation>
            <numerusform>%1, %Ln case</numerusform>
            <numerusform>%1, %Ln cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::FacetSection</name>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln more…</numerusform>
            <numerusform>%Ln more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::FileChangesModel</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::FileChangesView</name>
    <message numerus="yes">
        <source>%1 of %Ln file(s)</source>
        <translation>
            <numerusform>%1 of %Ln file</numerusform>
            <numerusform>%1 of %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::FindBar</name>
    <message numerus="yes">
        <source>Replaced %Ln place(s)</source>
        <translation>
            <numerusform>Replaced %Ln place</numerusform>
            <numerusform>Replaced %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::OutcomeReport</name>
    <message numerus="yes">
        <source>%Ln file(s) done.</source>
        <translation>
            <numerusform>%Ln file done.</numerusform>
            <numerusform>%Ln files done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left as they are:</source>
        <translation>
            <numerusform>%Ln file left as it is:</numerusform>
            <numerusform>%Ln files left as they are:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::PlanView</name>
    <message numerus="yes">
        <source>%Ln file(s) are like this already</source>
        <translation>
            <numerusform>%Ln file is like this already</numerusform>
            <numerusform>%Ln files are like this already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be changed</source>
        <translation>
            <numerusform>%Ln file cannot be changed</numerusform>
            <numerusform>%Ln files cannot be changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::MergePane</name>
    <message numerus="yes">
        <source>%Ln left to decide</source>
        <translation>
            <numerusform>%Ln left to decide</numerusform>
            <numerusform>%Ln left to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::MatchBar</name>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln match(es)</source>
        <translation>
            <numerusform>%1 of %Ln match</numerusform>
            <numerusform>%1 of %Ln matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::NothingFound</name>
    <message numerus="yes">
        <source>%Ln case(s)</source>
        <translation>
            <numerusform>%Ln case</numerusform>
            <numerusform>%Ln cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::StatusLine</name>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>%Ln to look at</numerusform>
            <numerusform>%Ln to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) changed</source>
        <translation>
            <numerusform>%Ln line changed</numerusform>
            <numerusform>%Ln lines changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s)</source>
        <translation>
            <numerusform>%Ln case</numerusform>
            <numerusform>%Ln cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln case(s)</source>
        <translation>
            <numerusform>%1 of %Ln case</numerusform>
            <numerusform>%1 of %Ln cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::RangeHistogram</name>
    <message numerus="yes">
        <source>%1: %Ln case(s)</source>
        <translation>
            <numerusform>%1: %Ln case</numerusform>
            <numerusform>%1: %Ln cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::ViewsModel</name>
    <message numerus="yes">
        <source>%Ln case(s)</source>
        <translation>
            <numerusform>%Ln case</numerusform>
            <numerusform>%Ln cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::CommandLine</name>
    <message numerus="yes">
        <source>%Ln entry(s) of the document are no more than a name: --stubs makes cases of them.</source>
        <translation>
            <numerusform>%Ln entry of the document is no more than a name: --stubs makes a case of it.</numerusform>
            <numerusform>%Ln entries of the document are no more than a name: --stubs makes cases of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::Import</name>
    <message numerus="yes">
        <source>%Ln row(s) that stand in the table twice were read once.</source>
        <translation>
            <numerusform>%Ln row that stands in the table twice was read once.</numerusform>
            <numerusform>%Ln rows that stand in the table twice were read once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) held text that was UTF-8 and had been read as %1; they were repaired, such as %2.</source>
        <translation>
            <numerusform>%Ln place held text that was UTF-8 and had been read as %1; it was repaired: %2.</numerusform>
            <numerusform>%Ln places held text that was UTF-8 and had been read as %1; they were repaired, such as %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::ImportDialog</name>
    <message numerus="yes">
        <source>And %Ln more problem(s).</source>
        <translation>
            <numerusform>And %Ln more problem.</numerusform>
            <numerusform>And %Ln more problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln Case(s)</source>
        <translation>
            <numerusform>Import %Ln Case</numerusform>
            <numerusform>Import %Ln Cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddressPlan</name>
    <message numerus="yes">
        <source>Change the address of %Ln source(s)</source>
        <translation>
            <numerusform>Change the address of %Ln source</numerusform>
            <numerusform>Change the addresses of %Ln sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::AddressOffers</name>
    <message numerus="yes">
        <source>Change %Ln file(s)</source>
        <translation>
            <numerusform>Change %Ln file</numerusform>
            <numerusform>Change %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::LinkWords</name>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::LinksPanel</name>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::Sourcing</name>
    <message numerus="yes">
        <source>Checked %Ln link(s)</source>
        <translation>
            <numerusform>Checked %Ln link</numerusform>
            <numerusform>Checked %Ln links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped; checked %Ln link(s)</source>
        <translation>
            <numerusform>Stopped; checked %Ln link</numerusform>
            <numerusform>Stopped; checked %Ln links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebook::SnapshotKeeper</name>
    <message numerus="yes">
        <source>%Ln copy(s) kept</source>
        <translation>
            <numerusform>%Ln copy kept</numerusform>
            <numerusform>%Ln copies kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) unchanged</source>
        <translation>
            <numerusform>%Ln page unchanged</numerusform>
            <numerusform>%Ln pages unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) could not be kept</source>
        <translation>
            <numerusform>%Ln page could not be kept</numerusform>
            <numerusform>%Ln pages could not be kept</numerusform>
        </translation>
    </message>
</context>
</TS>
