#include "core/validation/acrossfindings.h"

#include "core/document/encoding.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace casebook {

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Validation", text);
}

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

} // namespace

QByteArrayView titleKey(const CaseStudy &study)
{
    return QByteArrayView(study.searchText).first(study.headSize);
}

AcrossFinding sameTitle(const Schema &schema, const QString &otherId)
{
    return {
        schema.fieldOf(role::title), {}, Severity::Warning, translate("The case %1 has the same title.").arg(otherId)};
}

QList<AcrossFinding> missingRelated(const CaseStudy &study, const Schema &schema,
                                    const std::function<bool(const QString &)> &exists)
{
    QList<AcrossFinding> findings;
    for (const QString &related : roleTexts(study, schema, role::related)) {
        if (!exists(related))
            findings.append({schema.fieldOf(role::related), related, Severity::Error,
                             translate("There is no case \"%1\".").arg(related)});
    }
    return findings;
}

Problems placed(const QList<AcrossFinding> &findings, const Document &document)
{
    PositionFinder positions(document.bytes());
    QHash<QString, QHash<QString, qsizetype>> offsets; // by key
    Problems problems;
    for (const AcrossFinding &finding : findings) {
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

} // namespace casebook
