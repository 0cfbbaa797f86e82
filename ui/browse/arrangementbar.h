#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace casebook {

class Browser;

/// Above the tree: by what it is grouped and sorted.
class ArrangementBar : public QWidget {
    Q_OBJECT

public:
    /// The browser must outlive the bar.
    explicit ArrangementBar(Browser &browser, QWidget *parent = nullptr);

private:
    void showArrangement();
    void fillGroupMenu();
    void fillSortMenu();
    QString groupPath() const;

    Browser &m_browser;
    QToolButton *m_group;
    QToolButton *m_sort;
};

} // namespace casebook
