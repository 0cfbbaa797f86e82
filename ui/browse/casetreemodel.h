#pragma once

#include "core/query/search.h"
#include "core/query/snippet.h"

#include <QAbstractItemModel>
#include <QHash>

namespace casebook {

class Browser;

/// The tree: groups, and below them the cases of the browser's present answer. Holds rows, not cases: an answer of any
/// size is shown by one reset.
class CaseTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< of a case: its id; of a group: ""
        GroupValueRole,            ///< of a group, and of a case below it
        OrganizationRole,
        DetailRole,                ///< "Go → Rust · 2020"; of a group: its description
        CountRole,                 ///< of a group
        GroupColorRole,            ///< the colour's name
        ProblemRole,               ///< of a case: whether its file has an error
        SoughtRole,                ///< the words that are asked for, folded (QList<QByteArray>)
        SnippetRole,               ///< of a case: where the words stand that its row does not show (Snippet)
    };

    /// The browser must outlive the model.
    explicit CaseTreeModel(const Browser &browser, QObject *parent = nullptr);

    bool isGroup(const QModelIndex &index) const { return index.isValid() && index.internalId() == 0; }
    /// The first index of a case, or an invalid one where it is not in the answer. `groupValue` chooses among the groups
    /// that have the case, if it is among them.
    QModelIndex indexOf(const QString &id, const QString &groupValue = {}) const;
    QModelIndex indexOfGroup(const QString &value) const;
    /// The case at an index; null for groups.
    CaseStudyPtr caseAt(const QModelIndex &index) const;

    /// Of how many cases SnippetRole has been asked since the last answer: each may cost a look into a file.
    int snippetsMade() const { return static_cast<int>(m_snippets.size()); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void takeResult();
    const ResultGroup &groupOf(const QModelIndex &index) const;
    QVariant groupData(const ResultGroup &group, int role) const;
    QVariant caseData(const CaseStudy &study, int role) const;
    QString detailOf(const CaseStudy &study) const;
    QString accessibleText(const CaseStudy &study) const;
    const Snippet &snippetFor(const CaseStudy &study) const;

    const Browser &m_browser;
    std::vector<ResultGroup> m_groups;
    std::shared_ptr<const Corpus> m_corpus;     ///< in which the groups' rows are positions
    mutable QHash<QString, Snippet> m_snippets; ///< by id: of the rows that have been painted since the last answer
};

} // namespace casebook

Q_DECLARE_METATYPE(casebook::Snippet)
