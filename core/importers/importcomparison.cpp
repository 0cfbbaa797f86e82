#include "core/importers/importcomparison.h"

#include "core/base/fold.h"
#include "core/corpus/casereader.h"
#include "core/corpus/casetemplate.h"
#include "core/corpus/fieldtext.h"
#include "core/corpus/newcase.h"
#include "core/importers/aboutaddition.h"
#include "core/importers/casematching.h"
#include "core/importers/fieldcomparison.h"
#include "core/store/corpuspath.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

class Comparer {
public:
    Comparer(const ImportedDocument &document, ImportTarget target, const ImportOrigin &origin) : m_document(document)
    {
        m_result.target = std::move(target);
        m_result.origin = origin;
    }

    ImportComparison run()
    {
        const ImportTarget &target = m_result.target;
        const auto body = [this](int position) { return bodyOf(position); };
        const QList<int> matches = matchCases(m_document.cases, target.cases, target.schema, body);
        for (qsizetype i = 0; i < m_document.cases.size(); ++i) {
            const ImportedCase &one = m_document.cases.at(i);
            m_result.cases.append(matches.at(i) < 0 ? newCase(one) : existing(one, matches.at(i)));
            if (!knowsGroup(one.group, target.schema) && !m_result.unknownGroups.contains(one.group))
                m_result.unknownGroups.append(one.group);
        }
        compareAbout();
        return std::move(m_result);
    }

private:
    Result<FileContent> contentOf(const QString &path) const
    {
        const Result<QString> absolute = corpusPath(m_result.target.layout.root, path);
        if (!absolute)
            return absolute.error();
        return readFile(*absolute);
    }

    QString bodyOf(int position)
    {
        const auto known = m_bodies.constFind(position);
        if (known != m_bodies.constEnd())
            return *known;
        QString body;
        if (const Result<FileContent> content =
                contentOf(m_result.target.cases[static_cast<std::size_t>(position)]->path))
            body = plainBody(Document::parse(content->bytes));
        m_bodies.insert(position, body);
        return body;
    }

    CaseComparison newCase(const ImportedCase &one)
    {
        CaseComparison compared;
        compared.imported = one;
        compared.id = idFor(one);
        compared.path = m_result.target.layout.pathOf(compared.id);
        compared.chosen = !one.stub;
        const CaseFields fields = caseFields(one, m_result.target.schema);
        compared.fields = newFields(fields, m_result.target.schema);
        compared.body = fields.body;
        return compared;
    }

    /// The id that it had, where it has one: other cases name it by that.
    QString idFor(const ImportedCase &one)
    {
        const QString id = one.id.isEmpty() || !isValidId(one.id) ? idFromName(one) : one.id;
        QString free = id;
        for (int &number = m_lastNumbers[id]; isTaken(free); free = id + u'-' + QString::number(number))
            number = std::max(number + 1, 2);
        m_ids.insert(free);
        return free;
    }

    bool isTaken(const QString &id) const { return m_ids.contains(id) || isIdTaken(m_result.target.layout, id); }

    QString idFromName(const ImportedCase &one) const
    {
        const bool named = one.title.contains(one.organization, Qt::CaseInsensitive);
        const QString id = idFromTitle(named ? one.title : QString(one.organization + u' ' + one.title));
        const bool foldered = m_result.target.schema.fieldOf(role::group) == folderField && !one.group.isEmpty();
        return foldered ? QString(idFromTitle(one.group) + u'/' + id) : id;
    }

    CaseComparison existing(const ImportedCase &one, int position)
    {
        const CaseStudy &study = *m_result.target.cases[static_cast<std::size_t>(position)];
        CaseComparison compared;
        compared.imported = one;
        compared.id = study.id;
        compared.path = study.path;
        compared.state = ImportState::Unchanged;
        compared.chosen = !one.stub;
        const Result<FileContent> content = contentOf(study.path);
        if (!content)
            return leftOut(compared, content.error().message);
        compared.content = *content;
        const Document document = Document::parse(content->bytes);
        if (document.isBroken())
            return leftOut(compared, ImportText::tr("Its front matter cannot be read."));
        const CaseFields fields = caseFields(one, m_result.target.schema);
        compared.fields = compareFields(fields, document, m_result.target.schema);
        compared.body = fields.body;
        compared.state = stateOf(compared.fields);
        return compared;
    }

    static CaseComparison leftOut(CaseComparison compared, const QString &reason)
    {
        compared.reason = reason;
        compared.chosen = false;
        return compared;
    }

    static ImportState stateOf(const QList<FieldComparison> &fields)
    {
        const auto any = [&](ImportState state) {
            return std::any_of(fields.begin(), fields.end(),
                               [state](const FieldComparison &field) { return field.state == state; });
        };
        if (any(ImportState::Conflict))
            return ImportState::Conflict;
        return any(ImportState::New) ? ImportState::Changed : ImportState::Unchanged;
    }

    // What belongs to no case is kept beside the cases. What a curator wrote there stays; it may be added to.
    void compareAbout()
    {
        const ImportTarget &target = m_result.target;
        AboutComparison &about = m_result.about;
        if (m_document.about.isEmpty())
            return;
        const QFileInfo file(target.layout.absolute(aboutPath.toString()));
        if (!target.layout.hasDescription) {
            about.reason = ImportText::tr("a folder without corpus.yaml has no place for it");
        } else if (!file.exists() && !file.isSymLink()) {
            about.state = ImportState::New;
            about.after = m_document.about.toUtf8() + '\n';
            about.chosen = true;
        } else if (const Result<FileContent> content = contentOf(aboutPath.toString()); !content) {
            about.reason = content.error().message;
        } else {
            about.content = *content;
            about.after = withAddition(content->bytes, m_document.about);
            about.state = about.after == content->bytes ? ImportState::Unchanged : ImportState::Changed;
        }
    }

    const ImportedDocument &m_document;
    ImportComparison m_result;
    QHash<int, QString> m_bodies;
    QSet<QString> m_ids;
    QHash<QString, int> m_lastNumbers; ///< by id: the last number put behind it, since thousands may be alike
};

} // namespace

int ImportComparison::count(ImportState state) const
{
    return static_cast<int>(std::count_if(cases.begin(), cases.end(), [state](const CaseComparison &one) {
        const bool isOffer = one.imported.stub && !one.chosen && one.state == ImportState::New;
        return one.state == state && !isOffer;
    }));
}

ImportComparison compareImport(const ImportedDocument &document, ImportTarget target, const ImportOrigin &origin)
{
    return Comparer(document, std::move(target), origin).run();
}

} // namespace casebook
