#pragma once

#include "core/base/result.h"
#include "core/corpus/casestudy.h"
#include "core/curate/plan.h"

#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class CorpusSession;
class FileWork;
class NameDialog;
class PlanRunner;

/// Makes, copies, renames, changes and removes case files: asks, shows what would happen where that is more than the
/// one file, has it done on another thread, and can take it back. Dialogs are window-modal and answer later; none
/// blocks.
class CaseCommands : public QObject {
    Q_OBJECT

public:
    /// `window` is the dialogs' parent. Both must outlive the commands.
    CaseCommands(CorpusSession &session, QWidget *window);

    /// `group` is offered first.
    void newCase(const QString &group);
    void duplicate(const QString &id);
    /// The related ids of other cases and the saved views follow, if a person agrees.
    void rename(const QString &id);
    void moveToTrash(const QStringList &ids);
    /// Sets a field of several cases, adds to or takes out of a list of theirs.
    void editFields(const QStringList &ids);
    /// Does what was planned elsewhere, so that it is undone and done again with all else. `message` is told where
    /// something was done, `failure` heads what was left out.
    void carryOut(const Plan &plan, const QString &message, const QString &failure);

    /// Undoes what was done last, as long as the files are still what it left; or does it again.
    void undo();
    void redo();
    /// What that is, for a menu: "Rename alpha to beta"; "" where there is nothing.
    QString undoName() const;
    QString redoName() const;
    /// What is being done stops after the file at hand.
    void cancel();
    /// Whether files are being changed.
    bool isBusy() const;

signals:
    /// A new file is on disk; it will be in the corpus when the session has looked.
    void created(const QString &id);
    void renamed(const QString &from, const QString &to);
    void trashed(const QStringList &ids);
    /// Files are there: made, or back from the trash.
    void added(const QStringList &ids);
    /// A sentence for the status line, about something that can be undone.
    void done(const QString &message);
    /// Another sentence for it.
    void told(const QString &message);
    void historyChanged();
    /// What was being done has ended, and been told.
    void ended();
    /// A window tells of something that could not be done.
    void failed();
    /// `total` 0: nothing is being done.
    void progress(int done, int total);

private:
    void connectRunner();
    bool isTaken(const QString &id) const;
    NameDialog *nameDialog(const QString &title, const QString &action);
    void askForCopy(const CaseStudyPtr &study);
    void create(const QString &id, const QString &name, const Result<QByteArray> &bytes);
    void renameTo(const QString &from, const QString &to);
    void carryOutRename(const Plan &plan);
    void trashNow(const QStringList &ids);
    void carryOutTrash(const Plan &plan);
    void followChange(const QList<FileStep> &inverse);
    void tellFailure(const QString &title, const QString &message);
    void tellOutcome(const PlanOutcome &outcome, const QString &message, const QString &failure);

    CorpusSession &m_session;
    QWidget *m_window;
    PlanRunner *m_runner;
    FileWork *m_planning;
};

} // namespace casebook
