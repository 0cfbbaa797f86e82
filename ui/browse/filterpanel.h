#pragma once

#include <QScrollArea>
#include <QSet>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace casebook {

class Browser;
class FacetSection;
class FilterSection;
struct Facet;

/// One section a facet. Shows the browser's answer and edits its query.
class FilterPanel : public QWidget {
    Q_OBJECT

public:
    /// The browser must outlive the panel.
    explicit FilterPanel(Browser &browser, QWidget *parent = nullptr);

    /// Puts a widget above the filters; it becomes the panel's.
    void addAbove(QWidget *widget);

    /// The paths of collapsed sections, for the settings.
    QStringList collapsedPaths() const;
    void setCollapsedPaths(const QStringList &paths);
    /// The paths of facets whose values are in the order of their names, for the settings.
    QStringList pathsByName() const;
    void setPathsByName(const QStringList &paths);

private:
    void showResult();
    FilterSection *sectionFor(const Facet &facet);
    FilterSection *makeSection(const Facet &facet);
    void connectSection(FilterSection *section);
    void connectValues(FacetSection *section);

    Browser &m_browser;
    QWidget *m_content;
    QVBoxLayout *m_layout;
    QToolButton *m_clear;
    QLabel *m_empty;
    QList<FilterSection *> m_sections;
    QSet<QString> m_collapsed;
    QSet<QString> m_byName;
};

} // namespace casebook
