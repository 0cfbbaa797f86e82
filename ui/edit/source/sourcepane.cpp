#include "ui/edit/source/sourcepane.h"

#include "ui/edit/editbuffer.h"
#include "ui/edit/findbar.h"
#include "ui/edit/source/bodytext.h"
#include "ui/edit/source/formatactions.h"
#include "ui/edit/source/formatbar.h"
#include "ui/edit/source/quotedialog.h"
#include "ui/edit/source/replacetext.h"
#include "ui/edit/source/sourcecompleter.h"
#include "ui/edit/sourceeditor.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

SourcePane::SourcePane(QWidget *parent)
    : QWidget(parent),
      m_editor(new SourceEditor(this)),
      m_findBar(new FindBar(this)),
      m_format(new FormatActions(m_editor, this)),
      m_completer(new SourceCompleter(m_editor, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new FormatBar(*m_format, this));
    column->addWidget(m_editor, 1);
    column->addWidget(m_findBar);
    setFocusProxy(m_editor);
    makeFindActions();
    makeReplaceAction();
    makeZoomActions();
    connectFindBar();
    addAction(u"pastePlain"_s, tr("Paste as P&lain Text"), {}, {QKeySequence(u"Ctrl+Shift+V"_s)},
              [this] { m_editor->pastePlain(); });
    addAction(u"complete"_s, tr("Sug&gest…"), {}, {QKeySequence(Qt::CTRL | Qt::Key_Space)},
              [this] { m_completer->request(); });
    action(u"complete")->setEnabled(false);
    connect(m_completer, &SourceCompleter::availableChanged, action(u"complete"), &QAction::setEnabled);
    m_editor->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_editor, &QWidget::customContextMenuRequested, this, &SourcePane::showMenu);
    connect(m_format, &FormatActions::quoteRequested, this, &SourcePane::askForQuote);
}

void SourcePane::setContext(const EditContext &context)
{
    m_context = context;
    m_completer->setContext(context);
}

QAction *SourcePane::addAction(const QString &name, const QString &text, const QString &iconName,
                               const QList<QKeySequence> &keys, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setIcon(icon(iconName));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // a preview beside it may have the same keys for itself
    connect(action, &QAction::triggered, this, std::move(run));
    QWidget::addAction(action);
    return action;
}

void SourcePane::makeFindActions()
{
    addAction(u"find"_s, tr("&Find…"), u"search"_s, QKeySequence::keyBindings(QKeySequence::Find),
              [this] { startFind(); });
    addAction(u"findNext"_s, tr("Find &Next"), u"next"_s, QKeySequence::keyBindings(QKeySequence::FindNext),
              [this] { find(false); });
    addAction(u"findPrevious"_s, tr("Find &Previous"), u"previous"_s,
              QKeySequence::keyBindings(QKeySequence::FindPrevious), [this] { find(true); });
}

void SourcePane::makeReplaceAction()
{
    QList<QKeySequence> keys = QKeySequence::keyBindings(QKeySequence::Replace);
    if (const QKeySequence usual(u"Ctrl+H"_s); !keys.contains(usual))
        keys.append(usual);
    addAction(u"replace"_s, tr("Find and &Replace…"), u"replace"_s, keys, [this] { startReplace(); });
}

void SourcePane::makeZoomActions()
{
    addAction(u"zoomIn"_s, tr("Zoom &In"), u"zoom-in"_s, QKeySequence::keyBindings(QKeySequence::ZoomIn),
              [this] { m_editor->setZoom(m_editor->zoom() + 1); });
    addAction(u"zoomOut"_s, tr("Zoom &Out"), u"zoom-out"_s, QKeySequence::keyBindings(QKeySequence::ZoomOut),
              [this] { m_editor->setZoom(m_editor->zoom() - 1); });
    addAction(u"zoomReset"_s, tr("&Usual Size"), {}, {QKeySequence(Qt::CTRL | Qt::Key_0)},
              [this] { m_editor->setZoom(0); });
}

void SourcePane::connectFindBar()
{
    connect(m_findBar, &FindBar::textEdited, this, [this](const QString &text) {
        m_findBar->showResult(findText(*m_editor, text, false, false, m_findBar->options()));
    });
    connect(m_findBar, &FindBar::findRequested, this, [this](const QString &text, bool backward) {
        m_findBar->showResult(findText(*m_editor, text, backward, true, m_findBar->options()));
    });
    connect(m_findBar, &FindBar::replaceRequested, this, &SourcePane::replace);
    connect(m_findBar, &FindBar::replaceAllRequested, this, [this](const QString &text, const QString &replacement) {
        m_findBar->showReplaced(replaceAll(*m_editor, text, replacement, m_findBar->options()));
    });
    m_findBar->offerOptions();
    connect(m_findBar, &FindBar::closed, m_editor, [this] { m_editor->setFocus(Qt::OtherFocusReason); });
}

QAction *SourcePane::action(QStringView name) const
{
    QAction *own = findChild<QAction *>(name.toString(), Qt::FindDirectChildrenOnly);
    return own ? own : m_format->action(name);
}

void SourcePane::closeBars()
{
    m_findBar->hide();
}

// What is selected, if it is within one line.
QString SourcePane::textToFind() const
{
    const QString selected = m_editor->textCursor().selectedText();
    return selected.contains(QChar::ParagraphSeparator) ? QString() : selected;
}

void SourcePane::startFind()
{
    m_findBar->start(textToFind());
}

void SourcePane::startReplace()
{
    if (m_editor->isReadOnly())
        startFind();
    else
        m_findBar->startReplace(textToFind());
}

void SourcePane::replace(const QString &text, const QString &replacement)
{
    replaceSelected(*m_editor, text, replacement, m_findBar->options());
    m_findBar->showResult(findText(*m_editor, text, false, true, m_findBar->options()));
}

void SourcePane::find(bool backward)
{
    if (m_findBar->text().isEmpty())
        startFind();
    else
        m_findBar->showResult(findText(*m_editor, m_findBar->text(), backward, true, m_findBar->options()));
}

// The usual menu, with our own paste below the usual one.
void SourcePane::showMenu(const QPoint &place)
{
    QMenu *menu = m_editor->createStandardContextMenu(place);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QAction *> actions = menu->actions();
    const auto paste = std::find_if(actions.begin(), actions.end(),
                                    [](const QAction *one) { return one->objectName() == u"edit-paste"; });
    if (paste != actions.end()) {
        action(u"pastePlain")->setEnabled((*paste)->isEnabled());
        menu->insertAction(std::next(paste) == actions.end() ? nullptr : *std::next(paste), action(u"pastePlain"));
    }
    if (action(u"complete")->isEnabled()) {
        menu->addSeparator();
        menu->addAction(action(u"complete"));
    }
    connect(menu, &QMenu::aboutToHide, this, [this] { action(u"pastePlain")->setEnabled(true); });
    menu->popup(m_editor->viewport()->mapToGlobal(place));
}

void SourcePane::askForQuote()
{
    const QString text = EditBuffer::textOf(m_editor->document()->toRawText());
    auto *dialog = new QuoteDialog(EditBuffer::textOf(m_editor->textCursor().selectedText()),
                                   quoteSources(text.toUtf8(), m_context.schema), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (!m_editor->isReadOnly() && isInBody(m_editor->textCursor()))
            changeBody(*m_editor, insertBlocks(selectedBody(*m_editor), dialog->quote()));
    });
    dialog->open();
}

} // namespace casebook
