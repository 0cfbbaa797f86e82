#include "ui/window/paneactions.h"

#include "ui/archive/snapshotpage.h"
#include "ui/archive/snapshotview.h"
#include "ui/browse/browser.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"
#include "ui/export/copycase.h"
#include "ui/read/readerpage.h"
#include "ui/window/actions.h"
#include "ui/window/casepane.h"
#include "ui/window/formatmenu.h"
#include "ui/window/statusline.h"

#include <QAction>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr double zoomStep = 1.1;

/// A factor of 0 goes back to the usual size.
void zoomBy(const CasePane &pane, double factor)
{
    if (pane.isEditing() && pane.editor()->editor()->hasFocus()) {
        pane.editor()->action(factor > 1 ? u"zoomIn" : factor > 0 ? u"zoomOut" : u"zoomReset")->trigger();
        return;
    }
    CaseView *view = pane.reader()->view();
    view->setZoom(factor > 0 ? view->zoom() * factor : 1.0);
}

void find(CasePane &pane)
{
    if (auto *page = qobject_cast<SnapshotPage *>(pane.currentWidget())) {
        page->showFindBar();
    } else if (pane.isEditing()) {
        pane.editor()->showFace(Face::Source);
        pane.editor()->action(u"find")->trigger();
    } else {
        pane.reader()->showFindBar();
    }
}

void connectReading(const Actions &actions, const Browser &browser, CasePane &pane)
{
    CaseView *view = pane.reader()->view();
    const auto copyShown = [&browser, view](QAction *action, CopyAs how) {
        view->addAction(action); // and in its context menu
        QObject::connect(action, &QAction::triggered, view, [&browser, view, how] {
            if (const CaseStudyPtr study = view->shown().study)
                copyCase(how, browser.corpus(), *study);
        });
    };
    copyShown(actions.copyMarkdown, CopyAs::Markdown);
    copyShown(actions.copyRichText, CopyAs::RichText);
    copyShown(actions.copyCitation, CopyAs::Citation);
    QObject::connect(actions.copy, &QAction::triggered, view, &QTextEdit::copy);
    QObject::connect(actions.back, &QAction::triggered, &pane, &CasePane::goBack);
    QObject::connect(actions.forward, &QAction::triggered, &pane, &CasePane::goForward);
    QObject::connect(actions.explainEvidence, &QAction::triggered, view, [view] { view->explainEvidence(); });
}

void connectEditing(const Actions &actions, CasePane &pane, StatusLine &status)
{
    EditPage *editor = pane.editor();
    // The window's own actions have these keys wherever the focus is; two of one key would only stand in each other's
    // way.
    for (const QStringView name :
         {QStringView(u"save"), QStringView(u"find"), QStringView(u"findNext"), QStringView(u"findPrevious"),
          QStringView(u"zoomIn"), QStringView(u"zoomOut"), QStringView(u"zoomReset"), QStringView(u"showChanges")})
        editor->action(name)->setShortcuts(QList<QKeySequence>());
    fillFormatMenu(actions.formatMenu, *editor);
    QObject::connect(actions.edit, &QAction::triggered, &pane, [&pane] {
        if (pane.isEditing())
            pane.stopEditing();
        else
            pane.edit(pane.currentId());
    });
    QObject::connect(actions.save, &QAction::triggered, editor, &EditPage::save);
    QObject::connect(actions.revert, &QAction::triggered, editor, &EditPage::revert);
    // Both are checkable: whichever is toggled, the other one follows.
    QAction *showChanges = editor->action(u"showChanges");
    QObject::connect(actions.showChanges, &QAction::toggled, showChanges, &QAction::setChecked);
    QObject::connect(showChanges, &QAction::toggled, actions.showChanges, &QAction::setChecked);
    QObject::connect(editor, &EditPage::changedLinesChanged, &status, &StatusLine::setChangedLines);
    QObject::connect(&status, &StatusLine::changesRequested, showChanges, &QAction::trigger);
}

} // namespace

void connectPaneActions(const Actions &actions, const Browser &browser, CasePane &pane, StatusLine &status)
{
    connectReading(actions, browser, pane);
    connectEditing(actions, pane, status);
    QObject::connect(actions.find, &QAction::triggered, &pane, [&pane] { find(pane); });
    QObject::connect(actions.zoomIn, &QAction::triggered, &pane, [&pane] { zoomBy(pane, zoomStep); });
    QObject::connect(actions.zoomOut, &QAction::triggered, &pane, [&pane] { zoomBy(pane, 1 / zoomStep); });
    QObject::connect(actions.zoomReset, &QAction::triggered, &pane, [&pane] { zoomBy(pane, 0); });
}

} // namespace casebook
