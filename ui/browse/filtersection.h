#pragma once

#include "core/query/search.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace casebook {

/// A heading with a body that collapses: one part of the filter panel.
class FilterSection : public QWidget {
    Q_OBJECT

public:
    explicit FilterSection(QString path, QWidget *parent = nullptr);

    const QString &path() const { return m_path; }
    const QString &label() const { return m_label; }
    bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);
    /// Shows the facet anew; its path is this section's.
    virtual void showFacet(const Facet &facet);
    /// Shows the bounds that the query asks for; empty where there is none.
    virtual void showRange(const QString &from, const QString &to);

signals:
    void collapsedChanged(bool collapsed);
    /// All conditions on this field are to be dropped.
    void clearRequested();
    void stateRequested(const QString &value, casebook::FacetState state);
    /// The value is to be the only condition on this field.
    void onlyRequested(const QString &value);
    void rangeRequested(const QString &from, const QString &to);

protected:
    QVBoxLayout *body() const { return m_body; }
    /// Puts a picture of the values into the body, and below it the bounds of a range, "from – to".
    void addRange(QWidget *picture, QWidget *from, QWidget *to);
    /// Puts a button into the heading, before the one that clears.
    void addToHeading(QToolButton *button);

private:
    void nameTitle();

    QString m_path;
    QString m_label;
    QToolButton *m_title;
    QToolButton *m_clear;
    QHBoxLayout *m_heading;
    QWidget *m_bodyWidget;
    QVBoxLayout *m_body;
    bool m_collapsed = false;
};

} // namespace casebook
