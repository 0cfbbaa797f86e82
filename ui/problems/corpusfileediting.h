#pragma once

#include "core/base/problem.h"

#include <QObject>
#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class CaseCommands;
class CorpusFileDialog;
class CorpusSession;

/// Has files of the open corpus edited that are no cases: in a dialog, and saved by the case commands as a step that
/// can be undone.
class CorpusFileEditing : public QObject {
    Q_OBJECT

public:
    /// `window` is the dialogs' parent. All must outlive this.
    CorpusFileEditing(CorpusSession &session, CaseCommands &commands, QWidget *window);

    /// Opens a file, at a line and column from 1; line 0: anywhere. `problems`: those that it has. A file that cannot
    /// be read is told of.
    void edit(const QString &path, int line, int column, const Problems &problems);

private:
    void save(CorpusFileDialog *dialog);

    CorpusSession &m_session;
    CaseCommands &m_commands;
    QWidget *m_window;
};

} // namespace casebook
