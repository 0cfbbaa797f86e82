#pragma once

#include "core/query/query.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace casebook {

class Browser;

/// In the tree's place where no case matches: which single condition to drop to get how many cases, and what else can
/// be done. In an empty corpus, what to begin with.
///
/// The conditions are tried one after the other between events, so that the window stays awake in a large corpus.
class NothingFound : public QWidget {
    Q_OBJECT

public:
    /// The browser must outlive this.
    explicit NothingFound(Browser &browser, QWidget *parent = nullptr);

    /// Looks at the browser's answer anew. What is under way is dropped.
    void showAnswer();

signals:
    void clearRequested();
    void openRequested();
    void newRequested();

private:
    void showEmptyCorpus();
    void showNoMatch();
    void tryNext();
    void offer(const Query &rest, const QueryTerm &term, int count);
    void finish();
    void addButton(const QString &text, const QString &name, const std::function<void()> &run);
    void forgetButtons();

    Browser &m_browser;
    QLabel *m_text;
    QLabel *m_advice;
    QVBoxLayout *m_buttons;
    QTimer m_timer;
    Query m_query; ///< of which conditions are dropped
    qsizetype m_tried = 0;
    int m_helpful = 0;
    int m_round = 0; ///< answers to an older one are not wanted
};

} // namespace casebook
