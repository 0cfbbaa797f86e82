#include "core/query/querynote.h"

#include "core/query/query.h"

#include <QCoreApplication>
#include <QLocale>

namespace casebook {

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("QueryNote", text);
}

QString problemOf(const QueryNote &note, const Schema &schema)
{
    switch (note.kind) {
    case QueryNote::Kind::UnknownField:
        return translate("\"%1\" is searched for as text: no field is called \"%2\".").arg(note.word, note.name);
    case QueryNote::Kind::AmbiguousField:
        return translate("\"%1\" is searched for as text: \"%2\" may mean several fields.").arg(note.word, note.name);
    case QueryNote::Kind::UnknownValue:
        return translate("%1 is nowhere \"%2\".").arg(schema.fieldLabel(note.path), note.name);
    case QueryNote::Kind::BlankBehindColon:
        return translate("\"%1\" is searched for as text: no blank may stand behind the colon.").arg(note.word);
    case QueryNote::Kind::UnreadableRange:
        return translate("\"%1\" is searched for as text: \"%2\" is no range of %3, such as 2018..2022 or >=2018.")
            .arg(note.word, note.name, schema.fieldLabel(note.path));
    case QueryNote::Kind::UnknownState:
        return translate("\"%1\" is searched for as text: a case is \"broken\", \"stale\" or \"stale>6m\".")
            .arg(note.word);
    case QueryNote::Kind::NoReviewDate:
        return translate("\"%1\" is searched for as text: no field of this corpus tells when a case was reviewed.")
            .arg(note.word);
    case QueryNote::Kind::LoneParenthesis:
        return translate("A closing parenthesis without an opening one is searched for as text.");
    case QueryNote::Kind::UnclosedParenthesis:
        return translate("A parenthesis is not closed: it reaches to the end.");
    case QueryNote::Kind::EmptyGroup:
        return translate("Nothing stands between these parentheses: put them in quotes to search for them.");
    case QueryNote::Kind::LoneOr:
        return translate("OR goes between two conditions: put it in quotes to search for the word.");
    case QueryNote::Kind::TooDeep:
        return translate("Parentheses are read %1 deep, and this one is left out.").arg(deepestGroup);
    case QueryNote::Kind::TooMany:
        return translate("A query has %1 conditions at most: the rest is left out.")
            .arg(QLocale().toString(mostConditions));
    }
    return {};
}

} // namespace

QString messageOf(const QueryNote &note, const Schema &schema)
{
    const QString problem = problemOf(note, schema);
    if (note.suggestion.isEmpty())
        return problem;
    return problem + u' ' + translate("Did you mean %1?").arg(note.suggestion);
}

QString withSuggestion(const QString &text, const QueryNote &note)
{
    if (note.suggestion.isEmpty() || note.offset + note.length > text.size())
        return text;
    QString changed = text;
    return changed.replace(note.offset, note.length, note.suggestion);
}

} // namespace casebook
