#pragma once

#include "ui/sources/linksmodel.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QProgressBar;
class QToolButton;
class QTreeView;
QT_END_NAMESPACE

namespace casebook {

class SourceChecks;

/// The list of all sources of the corpus with the states of their links: what is checked, how far it has come, and a
/// key to stop it. It checks nothing itself; what a person asks for are signals.
class LinksPanel : public QWidget {
    Q_OBJECT

public:
    /// The checks must outlive the panel.
    explicit LinksPanel(const SourceChecks &checks, QWidget *parent = nullptr);

    /// Shows the sources of a corpus and what is known of them.
    void showCorpus(const Corpus &corpus);
    /// Only what is known of them has changed.
    void showFacts(const Corpus &corpus);

    LinksModel *model() const { return m_model; }
    /// The addresses of the rows that are selected, each once.
    QStringList selectedAddresses() const;

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    void caseRequested(const QString &id);
    void checkRequested(const QStringList &addresses);
    void checkAllRequested();
    void stopRequested();
    void copiesRequested(const QStringList &addresses);
    /// To take over the new addresses of pages that have moved.
    void movesRequested(const QStringList &addresses);
    /// To open an address in the browser.
    void openRequested(const QString &address);

private:
    QWidget *makeHead();
    void makeView();
    void makeMenu();
    QAction *addAction(const QString &name, const QString &text, const QString &iconName);
    void showProgress();
    void showState();
    void updateMenu();
    QString emptyText() const;

    const SourceChecks &m_checks;
    LinksModel *m_model;
    QTreeView *m_view;
    QLabel *m_empty;
    QComboBox *m_filter;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QToolButton *m_checkAll;
    QAction *m_goTo;
    QAction *m_check;
    QAction *m_copies;
    QAction *m_moves;
    QAction *m_open;
    QAction *m_copy;
};

} // namespace casebook
