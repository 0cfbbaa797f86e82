#include "core/importers/importplan.h"

#include "core/corpus/fieldtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

PlannedFile madeFile(const QString &path, const QByteArray &bytes)
{
    PlannedFile file;
    file.step = {FileStep::Kind::Create, path, {}, {}, bytes};
    file.after = bytes;
    return file;
}

class Planner {
public:
    explicit Planner(const ImportComparison &comparison)
        : m_comparison(comparison), m_order(keyOrder(comparison.target.schema))
    {
        m_plan.name = ImportText::tr("Import %1").arg(comparison.origin.name);
    }

    Plan run(const FileProgress &progress)
    {
        const ImportTarget &target = m_comparison.target;
        if (target.isNew()) {
            m_plan.files.append(madeFile(u"corpus.yaml"_s, target.description));
            m_plan.files.last().needed = true;
        }
        addAbout();
        int done = 0;
        for (const CaseComparison &one : m_comparison.cases) {
            add(one);
            if (progress && !progress(++done, static_cast<int>(m_comparison.cases.size()))) {
                m_plan.cancelled = true;
                break;
            }
        }
        return std::move(m_plan);
    }

private:
    void addAbout()
    {
        const AboutComparison &about = m_comparison.about;
        if (!about.chosen || about.state == ImportState::Unchanged)
            return;
        const QString path = aboutPath.toString();
        m_plan.files.append(about.state == ImportState::New ? madeFile(path, about.after)
                                                            : plannedWrite(path, about.content, about.after));
    }

    void add(const CaseComparison &one)
    {
        if (!one.reason.isEmpty())
            m_plan.leftOut.append({one.path, one.reason});
        else if (one.chosen)
            addChosen(one);
    }

    void addChosen(const CaseComparison &one)
    {
        const Result<QByteArray> bytes = bytesOf(one);
        if (!bytes)
            m_plan.leftOut.append({one.path, bytes.error().message});
        else if (one.state == ImportState::New)
            m_plan.files.append(madeFile(one.path, *bytes));
        else if (*bytes == one.content.bytes)
            m_plan.same.append(one.path);
        else
            m_plan.files.append(plannedWrite(one.path, one.content, *bytes));
    }

    Result<QByteArray> bytesOf(const CaseComparison &one) const
    {
        Edits edits;
        bool body = false;
        for (const FieldComparison &field : one.fields) {
            if (!field.chosen || field.state == ImportState::Unchanged)
                continue;
            edits += field.edits;
            body = body || field.edits.isEmpty();
        }
        if (edits.isEmpty() && !body)
            return one.content.bytes;
        edits.append(Edit::set(FieldPath(importedKey.toString()), importedValue(m_comparison.origin)));
        const Document document = Document::parse(one.content.bytes);
        Result<QByteArray> bytes = applyEdits(document, edits, m_order);
        if (!bytes || !body)
            return bytes;
        return withBody(Document::parse(*bytes), bodyBytes(one.body, one.content.bytes));
    }

    // The lines of a file end as they did.
    static QByteArray bodyBytes(const QString &body, const QByteArray &before)
    {
        QByteArray bytes = body.isEmpty() ? QByteArray() : '\n' + body.toUtf8() + '\n';
        if (before.contains("\r\n"))
            bytes.replace("\n", "\r\n");
        return bytes;
    }

    const ImportComparison &m_comparison;
    KeyOrder m_order;
    Plan m_plan;
};

} // namespace

Plan planImport(const ImportComparison &comparison, const FileProgress &progress)
{
    return Planner(comparison).run(progress);
}

} // namespace casebook
