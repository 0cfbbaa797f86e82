#include "app/importsummary.h"

#include "app/command.h"
#include "core/exporters/jsonwriter.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

void writeField(JsonWriter &json, const FieldComparison &field)
{
    json.beginObject();
    json.member(u"field"_s, field.label);
    json.member(u"state"_s, importStateName(field.state));
    json.key(u"taken"_s);
    json.value(Value(field.chosen));
    json.member(u"before"_s, field.before);
    json.member(u"after"_s, field.after);
    json.endObject();
}

void writeCase(JsonWriter &json, const CaseComparison &one)
{
    json.beginObject();
    json.member(u"id"_s, one.id);
    json.member(u"path"_s, one.path);
    json.member(u"title"_s, one.imported.title);
    json.member(u"organization"_s, one.imported.organization);
    json.member(u"state"_s, importStateName(one.state));
    json.key(u"taken"_s);
    json.value(Value(one.chosen));
    json.key(u"fields"_s);
    json.beginArray();
    for (const FieldComparison &field : one.fields) {
        if (field.state != ImportState::Unchanged)
            writeField(json, field);
    }
    json.endArray();
    json.endObject();
}

void writeLeftOut(JsonWriter &json, const QList<LeftOutFile> &files)
{
    json.beginArray();
    for (const LeftOutFile &file : files) {
        json.beginObject();
        json.member(u"path"_s, file.path);
        json.member(u"reason"_s, file.reason);
        json.endObject();
    }
    json.endArray();
}

void tellOfConflicts(const ImportComparison &comparison, Console &console)
{
    for (const CaseComparison &one : comparison.cases) {
        QStringList labels;
        for (const FieldComparison &field : one.fields) {
            if (one.chosen && field.state == ImportState::Conflict && !field.chosen)
                labels.append(field.label);
        }
        labels.removeDuplicates();
        if (!labels.isEmpty())
            console.message(
                CommandText::tr("%1 says something else and stays as it is: %2").arg(one.path, labels.join(u", "_s)));
    }
}

void tellOfAbout(const AboutComparison &about, Console &console)
{
    if (!about.reason.isEmpty())
        console.message(CommandText::tr("What the document says besides its cases is not kept: %1.").arg(about.reason));
    else if (about.state == ImportState::Changed && !about.chosen)
        console.message(CommandText::tr("What the document says besides its cases is not kept: --about adds it to "
                                        "about.md, where nothing is lost by that."));
}

void tellOfColumns(const QList<ImportedColumn> &columns, Console &console)
{
    QStringList parts;
    for (const ImportedColumn &column : columns)
        parts.append(column.header + u" = "_s + column.target);
    if (!parts.isEmpty())
        console.message(CommandText::tr("Columns: %1").arg(parts.join(u", "_s)));
}

void writeColumns(JsonWriter &json, const QList<ImportedColumn> &columns)
{
    json.key(u"columns"_s);
    json.beginArray();
    for (const ImportedColumn &column : columns) {
        json.beginObject();
        json.member(u"header"_s, column.header);
        json.member(u"field"_s, column.target);
        json.endObject();
    }
    json.endArray();
}

void writeAbout(JsonWriter &json, const AboutComparison &about)
{
    json.key(u"about"_s);
    json.beginObject();
    json.member(u"state"_s, importStateName(about.state));
    json.key(u"taken"_s);
    json.value(Value(about.chosen));
    json.endObject();
}

} // namespace

QString importStateName(ImportState state)
{
    switch (state) {
    case ImportState::New:
        return u"new"_s;
    case ImportState::Changed:
        return u"changed"_s;
    case ImportState::Unchanged:
        return u"unchanged"_s;
    case ImportState::Conflict:
        return u"conflict"_s;
    }
    return {};
}

QByteArray importJson(const ImportedDocument &document, const ImportComparison &comparison, const Plan &plan,
                      const QList<LeftOutFile> &leftOut, bool dryRun)
{
    JsonWriter json;
    json.beginObject();
    json.member(u"format"_s, document.format);
    json.member(u"into"_s, comparison.target.layout.root);
    json.key(u"dryRun"_s);
    json.value(Value(dryRun));
    for (const ImportState state :
         {ImportState::New, ImportState::Changed, ImportState::Unchanged, ImportState::Conflict})
        json.member(importStateName(state), comparison.count(state));
    writeAbout(json, comparison.about);
    writeColumns(json, document.columns);
    json.key(u"cases"_s);
    json.beginArray();
    for (const CaseComparison &one : comparison.cases)
        writeCase(json, one);
    json.endArray();
    json.key(u"written"_s);
    json.beginArray();
    for (const PlannedFile &file : plan.files) {
        const auto failed = [&file](const LeftOutFile &left) { return left.path == file.step.path; };
        if (std::none_of(leftOut.begin(), leftOut.end(), failed))
            json.value(Value(file.step.path));
    }
    json.endArray();
    json.key(u"leftOut"_s);
    writeLeftOut(json, leftOut);
    json.key(u"notes"_s);
    json.beginArray();
    for (const QString &note : document.notes)
        json.value(Value(note));
    json.endArray();
    json.endObject();
    return json.take();
}

void tellOfImport(const ImportedDocument &document, const ImportComparison &comparison, Console &console)
{
    for (const QString &note : document.notes)
        console.message(note);
    for (const Problem &problem : document.problems)
        console.message(CommandText::tr("Line %1: %2").arg(problem.line).arg(problem.message));
    tellOfColumns(document.columns, console);
    for (const QString &group : comparison.unknownGroups)
        console.message(CommandText::tr("The corpus has no group \"%1\".").arg(group));
    tellOfAbout(comparison.about, console);
    tellOfConflicts(comparison, console);
    const auto stub = [](const CaseComparison &one) { return one.imported.stub && !one.chosen; };
    const auto stubs = std::count_if(comparison.cases.begin(), comparison.cases.end(), stub);
    if (stubs > 0) {
        console.message(CommandText::tr("%Ln entry(s) of the document are no more than a name: --stubs makes cases of "
                                        "them.",
                                        nullptr, static_cast<int>(stubs)));
    }
}

} // namespace casebook
