#include "core/curate/addressplan.h"

#include "core/corpus/fieldtext.h"
#include "core/curate/fieldchange.h"
#include "core/document/document.h"
#include "core/document/yamlnode.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

namespace {

QString translate(const char *text, int count)
{
    return QCoreApplication::translate("AddressPlan", text, nullptr, count);
}

class Addresses {
public:
    Addresses(const Schema &schema, const QList<AddressChange> &changes)
        : m_field(schema.fieldOf(role::sources)), m_part(schema.partOf(role::sources, u"url")), m_changes(changes)
    {
    }

    Edits editsFor(const Value &fields) const
    {
        Edits edits;
        if (m_field.isEmpty())
            return edits;
        const Value &sources = fields[m_field];
        const FieldPath path(m_field);
        if (sources.isMap())
            addEdit(edits, sources, path);
        for (std::size_t i = 0; i < sources.items().size(); ++i)
            addEdit(edits, sources.items()[i], path.item(static_cast<int>(i)));
        return edits;
    }

private:
    /// A source is a record with an address, or the bare address.
    void addEdit(Edits &edits, const Value &source, const FieldPath &path) const
    {
        const Value &address = source.isMap() ? source[m_part] : source;
        const QString text = SourceFacts::sourceKey(address.toText());
        const auto change = std::find_if(m_changes.begin(), m_changes.end(),
                                         [&text](const AddressChange &one) { return one.from == text; });
        if (address.isScalar() && !text.isEmpty() && change != m_changes.end())
            edits.append(Edit::set(source.isMap() ? path.key(m_part) : path, Value(change->to)));
    }

    QString m_field;
    QString m_part;
    const QList<AddressChange> &m_changes;
};

void planFile(Plan &plan, const CorpusLayout &layout, const Schema &schema, const QString &path,
              const Addresses &addresses)
{
    const Result<FileContent> content = editableContent(layout, path);
    if (!content) {
        plan.leftOut.append({path, content.error().message});
        return;
    }
    const Document document = Document::parse(content->bytes);
    if (document.isBroken()) {
        plan.leftOut.append({path, document.problems().value(0).message});
        return;
    }
    const Edits edits = addresses.editsFor(toValue(document.tree()));
    addWrite(plan, path, *content, applyEdits(document, edits, keyOrder(schema)));
}

} // namespace

Plan planAddresses(const CorpusLayout &layout, const Schema &schema, const QStringList &paths,
                   const QList<AddressChange> &changes, const FileProgress &progress)
{
    Plan plan;
    plan.name = translate("Change the address of %Ln source(s)", static_cast<int>(changes.size()));
    const Addresses addresses(schema, changes);
    const auto total = static_cast<int>(paths.size());
    for (int i = 0; i < total; ++i) {
        planFile(plan, layout, schema, paths.at(i), addresses);
        if (progress && !progress(i + 1, total) && i + 1 < total) {
            plan.cancelled = true;
            break;
        }
    }
    return plan;
}

QStringList pathsCiting(const Corpus &corpus, const QList<AddressChange> &changes)
{
    QStringList paths;
    for (const CaseStudyPtr &study : corpus.cases()) {
        const QStringList addresses = webAddresses(*study, corpus.schema());
        if (std::any_of(changes.begin(), changes.end(),
                        [&addresses](const AddressChange &change) { return addresses.contains(change.from); }))
            paths.append(study->path);
    }
    return paths;
}

} // namespace casebook
