#include "core/exporters/textlist.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestId = 36; // characters

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(separator);
}

/// "Go → Rust", "from Go" or "to Rust".
QString moveText(const CaseStudy &study, const Schema &schema)
{
    const QString from = roleText(study, schema, role::from);
    const QString to = roleText(study, schema, role::to);
    if (from.isEmpty() && to.isEmpty())
        return {};
    if (to.isEmpty())
        return QCoreApplication::translate("casebook::CommandLine", "from %1").arg(from);
    if (from.isEmpty())
        return QCoreApplication::translate("casebook::CommandLine", "to %1").arg(to);
    return from + u" → "_s + to;
}

/// "Discord · Read States service · Go → Rust · 2020", without what is not known.
QString describe(const Corpus &corpus, const CaseStudy &study)
{
    const Schema &schema = corpus.schema();
    const int year = yearOf(study, schema);
    return joined({plainLine(roleText(study, schema, role::organization)), plainLine(study.title),
                   plainLine(moveText(study, schema)), year > 0 ? QString::number(year) : QString()},
                  u" · "_s);
}

QString caseLines(const Corpus &corpus, const CaseStudy &study, int idWidth, const TextStyle &style)
{
    const QString id = plainLine(study.id);
    const QString gap(std::max<qsizetype>(idWidth - id.size(), 0) + 2, u' ');
    QString lines = u"  "_s + style.dim(id) + gap + describe(corpus, study) + u'\n';
    for (const Problem &problem : corpus.problemsOf(study)) {
        if (problem.severity == Severity::Error)
            lines += QString(idWidth + 4, u' ') + problemLine(problem, style) + u'\n';
    }
    return lines;
}

} // namespace

QString groupText(const Corpus &corpus, const ResultGroup &group, int idWidth, const TextStyle &style,
                  const std::function<QString(const CaseStudy &)> &noteOf)
{
    const QString label =
        group.label.isEmpty() ? QCoreApplication::translate("casebook::CommandLine", "(none)") : plainLine(group.label);
    QString text =
        style.heading(label, group.color) + u' ' + style.dim(u'(' + QString::number(group.rows.size()) + u')') + u'\n';
    for (const int row : group.rows) {
        text += caseLines(corpus, *corpus.at(row), idWidth, style);
        if (const QString note = noteOf ? noteOf(*corpus.at(row)) : QString(); !note.isEmpty())
            text += QString(idWidth + 4, u' ') + style.dim(plainLine(note)) + u'\n';
    }
    return text;
}

int idWidthOf(const Corpus &corpus, const SearchResult &result)
{
    qsizetype width = 0;
    for (const int row : result.order) {
        const qsizetype size = corpus.at(row)->id.size();
        width = std::max(width, size <= widestId ? size : 0);
    }
    return static_cast<int>(width);
}

QString tableHeading()
{
    return u"id\ttitle\torganization\tgroup\tfrom\tto\tyear\tpath\tproblems\n"_s;
}

QString tableRow(const Corpus &corpus, const CaseStudy &study)
{
    const Schema &schema = corpus.schema();
    const QString groupPath = schema.fieldOf(role::group);
    const int year = yearOf(study, schema);
    QStringList cells{study.id,
                      study.title,
                      roleText(study, schema, role::organization),
                      groupPath.isEmpty() ? QString() : textsAt(study, groupPath).join(u", "_s),
                      roleText(study, schema, role::from),
                      roleText(study, schema, role::to),
                      year > 0 ? QString::number(year) : QString(),
                      study.path,
                      QString::number(corpus.problemsOf(study).size())};
    for (QString &cell : cells)
        cell = plainLine(cell);
    return cells.join(u'\t') + u'\n';
}

QString facetsText(const QList<Facet> &facets, const TextStyle &style)
{
    QString text;
    for (const Facet &facet : facets) {
        if (!text.isEmpty())
            text += u'\n';
        text += style.bold(plainLine(facet.label)) + u' ' + style.dim(u'(' + plainLine(facet.path) + u')') + u'\n';
        for (const FacetValue &value : facet.values) {
            text += QString::number(value.count).rightJustified(7) + u"  "_s + plainLine(value.label);
            if (value.label != value.value)
                text += u' ' + style.dim(u'(' + plainLine(value.value) + u')');
            text += u'\n';
        }
    }
    return text;
}

QString fileProblemLine(const FileProblem &found, const TextStyle &style)
{
    const Problem &problem = found.problem;
    QString place = plainLine(found.path) + u':';
    if (problem.line > 0)
        place += QString::number(problem.line) + u':';
    if (problem.line > 0 && problem.column > 0)
        place += QString::number(problem.column) + u':';
    return style.bold(place) + u' ' + style.severity(severityName(problem.severity) + u':', problem.severity) + u' '
        + plainLine(problem.message) + u'\n';
}

} // namespace casebook
