#pragma once

#include "ui/browse/filtersection.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
QT_END_NAMESPACE

namespace casebook {

class FacetRow;

/// The values of a choice or list field. A long list shows its first values and those in use, and the rest on request
/// or by a search for some letters of them.
class FacetSection : public FilterSection {
    Q_OBJECT

public:
    explicit FacetSection(QString path, QWidget *parent = nullptr);

    void showFacet(const Facet &facet) override;
    /// Values in the order of their names instead of that of their counts.
    bool isSortedByName() const { return m_byName; }
    void setSortedByName(bool byName);
    /// Whether a case may have several values, so that one can ask for all of some.
    void setMultiple(bool multiple);

signals:
    /// A person wants another order.
    void sortedByNameChanged(bool byName);
    /// The values that are included are to go together otherwise.
    void joinRequested(casebook::FacetJoin join);

private:
    void makeMenu();
    void makeFind();
    void fillMenu(QMenu *menu);
    void sortValues();
    void findOrder();
    void updateRows();
    void showJoin();
    QList<FacetValue> shownValues();
    FacetRow *rowAt(qsizetype i);

    Facet m_facet;
    QList<FacetValue> m_sorted; ///< the facet's values in the order that is wanted
    std::vector<qsizetype> m_order; ///< places in the facet's values, by name
    QList<QByteArray> m_folded;     ///< of m_sorted; empty until somebody looks for a value
    QList<FacetRow *> m_rows;
    QToolButton *m_menu;
    QToolButton *m_join;
    QLineEdit *m_find;
    QHBoxLayout *m_findLine;
    QLabel *m_none; ///< in place of rows
    QToolButton *m_more;
    bool m_showAll = false;
    bool m_byName = false;
    bool m_multiple = false;
};

} // namespace casebook
