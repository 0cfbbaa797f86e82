#pragma once

#include "core/query/similar.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace casebook {

class Browser;
class SimilarSearch;

/// Below the case that is read: the cases that are most like it, each with the reasons. Return or a click reads one,
/// Escape hides the panel.
class SimilarPanel : public QWidget {
    Q_OBJECT

public:
    /// The browser must outlive the panel.
    explicit SimilarPanel(Browser &browser, QWidget *parent = nullptr);

    /// The case that others are compared with, "" for none. Looked for only while the panel can be seen.
    void showFor(const QString &id);

signals:
    void caseRequested(const QString &id);
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void fill(const QList<SimilarCase> &cases);
    void showMessage(const QString &text);
    void request(const QListWidgetItem *item);

    Browser &m_browser;
    SimilarSearch *m_search;
    QListWidget *m_list;
    QLabel *m_message;
    QString m_id;
    QString m_searchedId; ///< of what is shown, or looked for
};

} // namespace casebook
