#pragma once

#include "core/query/search.h"

#include <QToolButton>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace casebook {

class FacetRow;

/// A heading with a body that collapses: one part of the filter panel.
class FilterSection : public QWidget {
    Q_OBJECT

public:
    explicit FilterSection(QString path, QWidget *parent = nullptr);

    const QString &path() const { return m_path; }
    bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);
    /// Shows the facet anew; its path is this section's.
    virtual void showFacet(const Facet &facet);

signals:
    void collapsedChanged(bool collapsed);
    /// All conditions on this field are to be dropped.
    void clearRequested();
    void stateRequested(const QString &value, casebook::FacetState state);
    void rangeRequested(const QString &from, const QString &to);

protected:
    QVBoxLayout *body() const { return m_body; }

private:
    void nameTitle();

    QString m_path;
    QToolButton *m_title;
    QToolButton *m_clear;
    QWidget *m_bodyWidget;
    QVBoxLayout *m_body;
    bool m_collapsed = false;
};

/// The values of a choice or list field. A long list shows its first values and those in use, and the rest on request.
class FacetSection : public FilterSection {
    Q_OBJECT

public:
    explicit FacetSection(QString path, QWidget *parent = nullptr);

    void showFacet(const Facet &facet) override;

private:
    void updateRows();

    Facet m_facet;
    QList<FacetRow *> m_rows;
    QToolButton *m_more;
    bool m_showAll = false;
};

} // namespace casebook
