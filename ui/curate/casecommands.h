#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class CorpusSession;

/// Makes, copies, renames and removes case files: asks, then has the store do it, then has the session look again.
/// Dialogs are window-modal and answer later; none blocks.
class CaseCommands : public QObject {
    Q_OBJECT

public:
    /// `window` is the dialogs' parent. Both must outlive the commands.
    CaseCommands(CorpusSession &session, QWidget *window);

    /// `group` is offered first.
    void newCase(const QString &group);
    void duplicate(const QString &id);
    void rename(const QString &id);
    void moveToTrash(const QStringList &ids);

signals:
    /// A new file is on disk; it will be in the corpus when the session has looked.
    void created(const QString &id);
    void renamed(const QString &from, const QString &to);
    void trashed(const QStringList &ids);
    /// A sentence for the status line.
    void done(const QString &message);

private:
    bool isTaken(const QString &id) const;
    void create(const QString &id, const QByteArray &bytes);
    void trashNow(const QStringList &ids);
    void showError(const QString &title, const QString &message);

    CorpusSession &m_session;
    QWidget *m_window;
};

} // namespace casebook
