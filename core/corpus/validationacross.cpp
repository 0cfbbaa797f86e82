#include "core/base/fold.h"
#include "core/corpus/casereader.h"
#include "core/corpus/validation.h"
#include "core/document/encoding.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace casebook {

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Validation", text);
}

/// A problem of one case, and the key and text whose place in its file is its own.
struct Finding {
    QString key;
    QString text; // "": the key's value as such
    Severity severity = Severity::Error;
    QString message;
};

/// The offsets of the values under a key: that of the whole by "", those of a list's items by their texts, the first of
/// each.
QHash<QString, qsizetype> offsetsUnder(const Document &document, const QString &key)
{
    QHash<QString, qsizetype> offsets;
    const YamlNode *node = document.tree().find(key);
    if (!node)
        return offsets;
    offsets.insert(QString(), node->offset);
    for (const YamlNode &item : node->items) {
        if (const QString text = toValue(item).toText(); !offsets.contains(text))
            offsets.insert(text, item.offset);
    }
    return offsets;
}

/// Reads the file once for the places of all that was found; they are the file's start where it cannot be read any
/// more.
Problems placed(const QList<Finding> &findings, const CaseStudy &study, const CorpusLayout &layout)
{
    const Document document = readDocument(layout, study.path).value_or(Document());
    PositionFinder positions(document.bytes());
    QHash<QString, QHash<QString, qsizetype>> offsets; // by key
    Problems problems;
    for (const Finding &finding : findings) {
        auto known = offsets.constFind(finding.key);
        if (known == offsets.constEnd())
            known = offsets.insert(finding.key, offsetsUnder(document, finding.key));
        const qsizetype offset = known->value(finding.text, known->value(QString(), 0));
        const TextPosition place = positions.at(offset);
        problems.append({finding.severity, place.line, place.column, finding.message});
    }
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &a, const Problem &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return problems;
}

} // namespace

QHash<QString, Problems> validateAcross(const CaseStudies &cases, const Schema &schema, const CorpusLayout &layout)
{
    QHash<QString, Problems> problems;
    if (schema.inferred)
        return problems;
    const QString relatedField = schema.fieldOf(role::related);
    QSet<QString> ids;
    QHash<QByteArray, QString> firstOfTitle;
    for (const CaseStudyPtr &study : cases)
        ids.insert(study->id);
    for (const CaseStudyPtr &study : cases) {
        QList<Finding> findings;
        const QByteArray key = fold(roleText(*study, schema, role::organization)) + '\n' + fold(study->title);
        if (const auto first = firstOfTitle.constFind(key); first != firstOfTitle.constEnd()) {
            findings.append({schema.fieldOf(role::title),
                             {},
                             Severity::Warning,
                             translate("The case %1 has the same title.").arg(*first)});
        } else {
            firstOfTitle.insert(key, study->id);
        }
        for (const QString &related : roleTexts(*study, schema, role::related)) {
            if (!ids.contains(related))
                findings.append(
                    {relatedField, related, Severity::Error, translate("There is no case \"%1\".").arg(related)});
        }
        if (!findings.isEmpty())
            problems.insert(study->id, placed(findings, *study, layout));
    }
    return problems;
}

} // namespace casebook
