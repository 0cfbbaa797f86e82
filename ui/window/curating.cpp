#include "ui/window/curating.h"

#include "core/corpus/session.h"
#include "ui/browse/browser.h"
#include "ui/browse/casetreeview.h"
#include "ui/curate/casecommands.h"
#include "ui/curate/closeguard.h"
#include "ui/import/importcommands.h"
#include "ui/problems/corpusfileediting.h"
#include "ui/read/readerpage.h"
#include "ui/sources/networkindicator.h"
#include "ui/window/actions.h"
#include "ui/window/casepane.h"
#include "ui/window/corpuspage.h"
#include "ui/window/statusline.h"

#include <QAction>

namespace casebook {

Curating::Curating(CorpusSession &session, Browser &browser, const Parts &parts, QWidget *window)
    : QObject(window),
      m_session(session),
      m_browser(browser),
      m_parts(parts),
      m_pane(*parts.page.pane()),
      m_commands(new CaseCommands(session, window)),
      m_guard(new CloseGuard(m_commands, window)),
      m_import(new ImportCommands(session, *m_commands, window)),
      m_files(new CorpusFileEditing(session, *m_commands, window))
{
    connectCommands();
    connectActions();
    fillTreeMenu();
    showHistory();
}

void Curating::requestClose(const std::function<void(bool)> &answer)
{
    m_guard->requestClose(answer);
}

void Curating::editFile(const QString &path, int line, int column, const Problems &problems)
{
    m_pane.requestLeave([this, path, line, column, problems](bool mayLeave) {
        if (mayLeave)
            m_files->edit(path, line, column, problems);
    });
}

void Curating::connectCommands()
{
    StatusLine &status = m_parts.status;
    connect(m_commands, &CaseCommands::done, &status,
            [this, &status](const QString &message) { status.showOffer(message, m_parts.actions.undo); });
    connect(m_commands, &CaseCommands::told, &status,
            &StatusLine::showMessage);
    connect(m_commands, &CaseCommands::progress, &status, &StatusLine::setProgress);
    connect(&status, &StatusLine::cancelRequested, m_commands, &CaseCommands::cancel);
    connect(m_commands, &CaseCommands::historyChanged, this, &Curating::showHistory);
    connect(m_commands, &CaseCommands::created, this, [this](const QString &id) {
        m_browser.clearQuery();
        emit caseExpected(id, true);
    });
    connect(m_commands, &CaseCommands::added, this,
            [this](const QStringList &ids) { emit caseExpected(ids.first(), false); });
    connect(m_commands, &CaseCommands::renamed, this, [this](const QString &from, const QString &to) {
        m_parts.page.tree()->followRename(from, to);
        m_pane.followRename(from, to);
    });
    connect(m_commands, &CaseCommands::trashed, this, [this](const QStringList &ids) {
        if (m_pane.isEditing() && ids.contains(m_pane.currentId()))
            m_pane.stopEditing();
    });
}

void Curating::connectActions()
{
    const Actions &actions = m_parts.actions;
    whenSaved(actions.newCase, [this] {
        const CaseStudyPtr current = m_session.corpus().find(m_pane.currentId());
        m_commands->newCase(current ? textsAt(*current, m_session.corpus().schema().fieldOf(role::group)).value(0)
                                    : QString());
    });
    whenSaved(actions.duplicate, [this] { m_commands->duplicate(m_pane.currentId()); });
    whenSaved(actions.rename, [this] { m_commands->rename(m_pane.currentId()); });
    whenSaved(actions.trash, [this] {
        m_pane.stopEditing();
        m_commands->moveToTrash(selectedIds());
    });
    whenSaved(actions.editFields, [this] { m_commands->editFields(selectedIds()); });
    whenSaved(actions.importCases, [this] { m_import->start(); });
    connect(m_import, &ImportCommands::corpusMade, this, &Curating::corpusMade);
    NetworkIndicator *network = m_parts.status.network();
    connect(m_import, &ImportCommands::networkUsed, network,
            [network](const QString &words) { network->setUse(QStringLiteral("import"), words); });
    connect(network, &NetworkIndicator::stopRequested, m_import, &ImportCommands::stop);
    whenSaved(actions.undo, [this] { m_commands->undo(); });
    whenSaved(actions.redo, [this] { m_commands->redo(); });
}

void Curating::fillTreeMenu()
{
    const Actions &actions = m_parts.actions;
    for (QAction *action : {actions.undo, actions.redo, actions.trash})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_pane.reader()->addActions({actions.undo, actions.redo});
    CaseTreeView *tree = m_parts.page.tree();
    const auto separator = [tree] {
        auto *line = new QAction(tree);
        line->setSeparator(true);
        return line;
    };
    tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    tree->addActions({actions.edit, actions.editFields, separator(), actions.duplicate, actions.rename, actions.trash,
                      separator(), actions.undo, actions.redo});
}

void Curating::whenSaved(QAction *action, const std::function<void()> &run)
{
    connect(action, &QAction::triggered, this, [this, run] {
        m_pane.requestLeave([run](bool mayLeave) {
            if (mayLeave)
                run();
        });
    });
}

void Curating::showHistory()
{
    const auto show = [](QAction *action, const QString &word, const QString &wordAndName, const QString &name) {
        action->setEnabled(!name.isEmpty());
        action->setText(name.isEmpty() ? word : wordAndName.arg(QString(name).replace(u'&', QStringLiteral("&&"))));
        action->setToolTip(name);
    };
    show(m_parts.actions.undo, tr("&Undo"), tr("&Undo: %1"), m_commands->undoName());
    show(m_parts.actions.redo, tr("Re&do"), tr("Re&do: %1"), m_commands->redoName());
    m_parts.actions.undo->setIconText(tr("Undo"));
    m_parts.actions.redo->setIconText(tr("Redo"));
}

QStringList Curating::selectedIds() const
{
    const QStringList selected = m_parts.page.tree()->selectedIds();
    return selected.contains(m_pane.currentId()) ? selected : QStringList(m_pane.currentId());
}

} // namespace casebook
