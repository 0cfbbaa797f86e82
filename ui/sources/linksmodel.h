#pragma once

#include "core/sources/sourcefacts.h"
#include "ui/sources/linkrows.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QSet>

#include <vector>

namespace casebook {

/// The sources of a corpus, a row each, with what is known of their links. Sorted and filtered here, so that a result
/// that comes in changes its row and no more; what is selected stays selected.
class LinksModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { StateColumn, SourceColumn, CaseColumn, StatusColumn, CheckedColumn, LocationColumn, ColumnCount };
    enum class Filter { All, Troubled, Offers };

    using QAbstractTableModel::QAbstractTableModel;

    /// The sources there are. The same ones again change nothing.
    void setSources(QList<LinkRow> rows);
    /// `facts` may be null. `today`: when things are "today".
    void setFacts(const SourceFactsPtr &facts, const QDate &today);
    /// The addresses that are being asked, or wait for it.
    void setAsking(const QSet<QString> &addresses);
    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }

    /// Of the row that a view shows at a place.
    const LinkRow &row(int index) const { return m_sources.at(at(index)); }
    LinkRecord record(int index) const;
    /// All sources, whatever the filter shows.
    const QList<LinkRow> &sources() const { return m_sources; }
    /// How many sources are in each state.
    QHash<LinkState, int> counts() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    qsizetype at(int index) const { return m_shown[static_cast<std::size_t>(index)]; }
    LinkRecord recordOf(const LinkRow &row) const;
    bool isShown(const LinkRow &row) const;
    QString text(const LinkRow &row, const LinkRecord &record, int column) const;
    QString toolTip(const LinkRow &row, const LinkRecord &record) const;
    std::vector<qsizetype> inOrder(std::vector<qsizetype> rows) const;
    void show();
    void hideRows();
    void addRows();
    void order();

    QList<LinkRow> m_sources;
    std::vector<qsizetype> m_shown; ///< positions in m_sources
    SourceFactsPtr m_facts = std::make_shared<const SourceFacts>();
    QDate m_today;
    QSet<QString> m_asking;
    Filter m_filter = Filter::All;
    int m_sortColumn = -1; ///< -1: as they come
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace casebook
