#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

QT_BEGIN_NAMESPACE
class QMessageBox;
QT_END_NAMESPACE

namespace casebook {

class CaseCommands;

/// Keeps a window from going while files are being changed, without a person's knowledge: it asks whether what has
/// begun is to be finished first, or to stop.
class CloseGuard : public QObject {
    Q_OBJECT

public:
    /// Both must outlive the guard.
    CloseGuard(CaseCommands *commands, QWidget *window);

    /// Calls back with whether the window may be closed: at once where nothing is being done, otherwise when it has
    /// ended. Not where something could not be done: a person is to read about it first. A second request while one is
    /// open is answered with false.
    void requestClose(std::function<void(bool mayClose)> answer);

private:
    void ask();
    void finish(bool mayClose);

    CaseCommands *m_commands;
    QWidget *m_window;
    QPointer<QMessageBox> m_box;
    std::function<void(bool)> m_answer; ///< null: nobody waits
    bool m_failed = false;
};

} // namespace casebook
