#include "ui/browse/casetreemodel.h"

#include "core/corpus/casereader.h"
#include "ui/browse/browser.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestRead = 512 * 1024; // bytes of a file that a row waits for

} // namespace

CaseTreeModel::CaseTreeModel(const Browser &browser, QObject *parent) : QAbstractItemModel(parent), m_browser(browser)
{
    takeResult();
    connect(&browser, &Browser::resultChanged, this, &CaseTreeModel::takeResult);
}

void CaseTreeModel::takeResult()
{
    beginResetModel();
    m_groups = m_browser.result().groups;
    m_corpus = m_browser.answeredCorpus();
    m_snippets.clear();
    endResetModel();
}

// The internal id of a group is 0, that of a case the number of its group, from 1.

const ResultGroup &CaseTreeModel::groupOf(const QModelIndex &index) const
{
    const auto group = isGroup(index) ? static_cast<std::size_t>(index.row()) : static_cast<std::size_t>(index.internalId() - 1);
    return m_groups[group];
}

QModelIndex CaseTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    // Without hasIndex(), which asks twice as much: a view that lays out 100,000 rows comes here for each.
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : quintptr(0));
}

QModelIndex CaseTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || isGroup(child))
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, quintptr(0));
}

int CaseTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (!isGroup(parent) || parent.column() > 0)
        return 0;
    return static_cast<int>(groupOf(parent).rows.size());
}

int CaseTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool CaseTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags CaseTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return isGroup(index) ? flags : flags | Qt::ItemNeverHasChildren;
}

CaseStudyPtr CaseTreeModel::caseAt(const QModelIndex &index) const
{
    if (!index.isValid() || isGroup(index))
        return nullptr;
    const int position = groupOf(index).rows[static_cast<std::size_t>(index.row())];
    return m_corpus->at(position);
}

QModelIndex CaseTreeModel::indexOfGroup(const QString &value) const
{
    const auto found = std::find_if(m_groups.begin(), m_groups.end(), [&](const ResultGroup &group) { return group.value == value; });
    return found == m_groups.end() ? QModelIndex() : index(static_cast<int>(found - m_groups.begin()), 0);
}

QModelIndex CaseTreeModel::indexOf(const QString &id, const QString &groupValue) const
{
    const int position = m_corpus->positionOf(id);
    QModelIndex first;
    for (std::size_t group = 0; position >= 0 && group < m_groups.size(); ++group) {
        const auto &rows = m_groups[group].rows;
        const auto row = std::find(rows.begin(), rows.end(), position);
        if (row == rows.end())
            continue;
        const QModelIndex found = createIndex(static_cast<int>(row - rows.begin()), 0, static_cast<quintptr>(group + 1));
        if (m_groups[group].value == groupValue)
            return found;
        if (!first.isValid())
            first = found;
    }
    return first;
}

QVariant CaseTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == GroupValueRole)
        return groupOf(index).value;
    if (role == GroupColorRole) // cases without a value are no group of their own: they stand back
        return groupOf(index).value.isEmpty() ? u"gray"_s : groupOf(index).color;
    if (role == SoughtRole)
        return QVariant::fromValue(m_browser.sought());
    if (isGroup(index))
        return groupData(groupOf(index), role);
    const CaseStudyPtr study = caseAt(index);
    return study ? caseData(*study, role) : QVariant();
}

QVariant CaseTreeModel::groupData(const ResultGroup &group, int role) const
{
    const QString label = group.value.isEmpty() ? tr("(none)") : group.label;
    const int count = static_cast<int>(group.rows.size());
    switch (role) {
    case Qt::DisplayRole:
        return label;
    case Qt::AccessibleTextRole:
        return tr("%1, %Ln case(s)", nullptr, count).arg(label);
    case Qt::ToolTipRole:
    case DetailRole:
        return group.description;
    case CountRole:
        return count;
    default:
        return {};
    }
}

QVariant CaseTreeModel::caseData(const CaseStudy &study, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return study.title;
    case Qt::AccessibleTextRole:
        return accessibleText(study);
    case Qt::ToolTipRole:
        return QString(study.title + u'\n' + study.path);
    case IdRole:
        return study.id;
    case OrganizationRole:
        return roleText(study, m_browser.corpus().schema(), role::organization);
    case DetailRole:
        return detailOf(study);
    case ProblemRole:
        return study.broken || hasError(study.problems);
    case SnippetRole:
        return QVariant::fromValue(snippetFor(study));
    default:
        return {};
    }
}

QString CaseTreeModel::accessibleText(const CaseStudy &study) const
{
    QString text = roleText(study, m_browser.corpus().schema(), role::organization);
    text += u", "_s + study.title + u", "_s + detailOf(study);
    if (const Snippet &snippet = snippetFor(study); !snippet.isEmpty())
        text += u", "_s + snippet.label + u": "_s + snippet.text;
    return text;
}

const Snippet &CaseTreeModel::snippetFor(const CaseStudy &study) const
{
    const auto known = m_snippets.constFind(study.id);
    if (known != m_snippets.constEnd())
        return *known;
    const Corpus &corpus = m_browser.corpus();
    const auto body = [&] {
        if (study.stamp.size > largestRead)
            return QString();
        const Result<Document> document = readDocument(corpus.layout(), study.path);
        return document ? QString::fromUtf8(document->bodyText()) : QString();
    };
    const QStringList shown{study.title, roleText(study, corpus.schema(), role::organization), detailOf(study)};
    return *m_snippets.insert(study.id, snippetOf(study, corpus.schema(), m_browser.sought(), shown, body));
}

QString CaseTreeModel::detailOf(const CaseStudy &study) const
{
    const Schema &schema = m_browser.corpus().schema();
    if (study.broken)
        return tr("This file cannot be read");
    QStringList parts;
    const QString from = roleText(study, schema, role::from);
    const QString to = roleText(study, schema, role::to);
    if (!from.isEmpty() && !to.isEmpty())
        parts.append(from + u" → "_s + to);
    else if (!from.isEmpty() || !to.isEmpty())
        parts.append(from + to);
    if (const int year = yearOf(study, schema); year > 0)
        parts.append(QString::number(year));
    // Without languages and years there is the folder, or the group's value where the tree is grouped by something else.
    if (parts.isEmpty())
        parts = textsAt(study, folderField);
    return parts.isEmpty() ? study.path : parts.join(u" · "_s);
}

} // namespace casebook
