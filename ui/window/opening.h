#pragma once

#include <QObject>
#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class Actions;
class Browser;
class CorpusPage;
class CorpusSession;
class Recovery;
class StatusLine;
class WelcomePage;
struct CorpusChange;

/// Opens corpora and leaves them, with all that comes with it: what is being edited is asked about, unsaved text of an
/// earlier run is offered, the case that was read last is shown again, and the folder is kept among the recent ones.
class Opening : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Actions &actions;
        CorpusPage &page;
        WelcomePage &welcome;
        StatusLine &status;
    };

    /// `window` owns it, and outlives whatever is given.
    Opening(CorpusSession &session, Browser &browser, const Parts &parts, QWidget *window);

    /// Opens a folder, unless what is being edited is not to be left; where it cannot be opened, the welcome page says
    /// why. `caseId`: the case to show; "" for the one that was read there last. `filter`: the query to ask.
    void open(const QString &folder, const QString &caseId = {}, const QString &filter = {});
    /// A case will be in the corpus soon, and is then to be shown, or edited.
    void expectCase(const QString &id, bool edit);
    /// Keeps which case is being read, for the next time.
    void rememberCase() const;

signals:
    /// A corpus is open, and not read yet: its page is to be shown.
    void entered();
    /// None is open any more: the welcome page is to be shown.
    void left();

private:
    void connectActions();
    void choose();
    void enter(const QString &folder, const QString &caseId, const QString &filter);
    void requestLeave();
    void leave(const QString &message);
    void fillRecentMenu();
    void followChange(const CorpusChange &change);
    void finish();
    void showPending();

    CorpusSession &m_session;
    Browser &m_browser;
    Parts m_parts;
    QWidget *m_window;
    Recovery *m_recovery;
    QString m_pendingCase;        ///< to be shown when it has been read
    bool m_pendingEdit = false;   ///< and to be edited
    bool m_offerRecovery = false; ///< when all is read
    bool m_focusTree = false;     ///< as soon as it has rows
};

} // namespace casebook
