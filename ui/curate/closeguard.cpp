#include "ui/curate/closeguard.h"

#include "ui/curate/casecommands.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace casebook {

using namespace Qt::StringLiterals;

CloseGuard::CloseGuard(CaseCommands *commands, QWidget *window)
    : QObject(commands), m_commands(commands), m_window(window)
{
    connect(commands, &CaseCommands::failed, this, [this] { m_failed = true; });
    connect(commands, &CaseCommands::ended, this, [this] { finish(!m_failed); });
}

void CloseGuard::requestClose(std::function<void(bool)> answer)
{
    if (m_answer || !m_commands->isBusy()) {
        const bool mayClose = !m_answer;
        if (m_box)
            m_box->activateWindow();
        answer(mayClose);
        return;
    }
    m_answer = std::move(answer);
    m_failed = false;
    ask();
}

void CloseGuard::ask()
{
    m_box = new QMessageBox(QMessageBox::Question, tr("Close Casebook"), tr("Files are still being changed."),
                            QMessageBox::Cancel, m_window);
    m_box->setObjectName(u"closeQuestion"_s);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setInformativeText(
        tr("They can all be finished before the window closes. If you stop, those that were changed already stay so, "
           "and once the window is closed they can only be changed back by hand."));
    QPushButton *wait = m_box->addButton(tr("&Finish, Then Close"), QMessageBox::AcceptRole);
    QPushButton *stop = m_box->addButton(tr("&Stop and Close"), QMessageBox::DestructiveRole);
    m_box->setDefaultButton(wait);
    connect(m_box, &QMessageBox::buttonClicked, this, [this, wait, stop](QAbstractButton *button) {
        if (button == stop)
            m_commands->cancel();
        else if (button != wait)
            finish(false);
    });
    m_box->open();
}

void CloseGuard::finish(bool mayClose)
{
    const std::function<void(bool)> answer = std::exchange(m_answer, {});
    if (!answer)
        return;
    if (m_box)
        m_box->close(); // it has ended by itself
    answer(mayClose);
}

} // namespace casebook
