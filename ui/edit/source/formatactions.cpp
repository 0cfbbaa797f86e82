#include "ui/edit/source/formatactions.h"

#include "core/markdown/bareurl.h"
#include "ui/edit/markdown/emphasis.h"
#include "ui/edit/markdown/linemarks.h"
#include "ui/edit/markdown/linkmark.h"
#include "ui/edit/source/bodytext.h"
#include "ui/edit/sourceeditor.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>
#include <functional>
#include <vector>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAddress = 2000;

/// One command: how it is called, and what it does to a text. Without a function it is a signal.
struct Command {
    const char16_t *name;
    const char *text;
    const char16_t *icon;
    const char *keys;
    std::function<TextChange(const SelectedText &)> change;
};

// What is on the clipboard, where it is one address and nothing else.
QString copiedAddress()
{
    const QString text = QGuiApplication::clipboard()->text().left(longestAddress).trimmed();
    const bool isAddress = !text.isEmpty() && findBareUrl(text, 0) == TextRange{0, text.size()};
    return isAddress ? text : QString();
}

std::function<TextChange(const SelectedText &)> headingOf(int level)
{
    return [level](const SelectedText &source) { return toggleHeading(source, level); };
}

const std::vector<Command> &commands()
{
    static const std::vector<Command> all{
        {u"bold", QT_TRANSLATE_NOOP("casebook::FormatActions", "&Bold"), u"bold", "Ctrl+B",
         [](const SelectedText &source) { return toggleEmphasis(source, Emphasis::Bold); }},
        {u"italic", QT_TRANSLATE_NOOP("casebook::FormatActions", "&Italic"), u"italic", "Ctrl+I",
         [](const SelectedText &source) { return toggleEmphasis(source, Emphasis::Italic); }},
        {u"link", QT_TRANSLATE_NOOP("casebook::FormatActions", "&Link"), u"link", "Ctrl+Shift+K",
         [](const SelectedText &source) { return toggleLink(source, copiedAddress()); }},
        {u"heading1", QT_TRANSLATE_NOOP("casebook::FormatActions", "Heading &1"), u"heading", "Ctrl+Alt+1",
         headingOf(1)},
        {u"heading2", QT_TRANSLATE_NOOP("casebook::FormatActions", "Heading &2"), u"heading", "Ctrl+Alt+2",
         headingOf(2)},
        {u"heading3", QT_TRANSLATE_NOOP("casebook::FormatActions", "Heading &3"), u"heading", "Ctrl+Alt+3",
         headingOf(3)},
        {u"heading4", QT_TRANSLATE_NOOP("casebook::FormatActions", "Heading &4"), u"heading", "Ctrl+Alt+4",
         headingOf(4)},
        {u"noHeading", QT_TRANSLATE_NOOP("casebook::FormatActions", "&No Heading"), u"", "Ctrl+Alt+0", headingOf(0)},
        {u"list", QT_TRANSLATE_NOOP("casebook::FormatActions", "Li&st"), u"list", "Ctrl+Shift+8",
         [](const SelectedText &source) { return toggleList(source, ListKind::Bullets); }},
        {u"numbers", QT_TRANSLATE_NOOP("casebook::FormatActions", "Numbe&red List"), u"numbers", "Ctrl+Shift+7",
         [](const SelectedText &source) { return toggleList(source, ListKind::Numbers); }},
        {u"quote", QT_TRANSLATE_NOOP("casebook::FormatActions", "&Quote"), u"quote", "Ctrl+Shift+9", toggleQuote},
        {u"insertQuote",
         QT_TRANSLATE_NOOP("casebook::FormatActions", "Insert Q&uote…"),
         u"insert-quote",
         "Ctrl+Alt+Q",
         {}},
    };
    return all;
}

} // namespace

FormatActions::FormatActions(SourceEditor *editor, QWidget *scope) : QObject(scope), m_editor(editor)
{
    for (const Command &command : commands()) {
        auto *action = new QAction(icon(QString::fromUtf16(command.icon)), tr(command.text), this);
        action->setObjectName(QString::fromUtf16(command.name));
        action->setShortcut(QKeySequence(QString::fromLatin1(command.keys)));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, action] { run(action); });
        scope->addAction(action);
        m_actions.append(action);
    }
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, &FormatActions::showState);
    connect(editor, &QPlainTextEdit::selectionChanged, this, &FormatActions::showState);
    connect(editor, &QPlainTextEdit::textChanged, this, &FormatActions::showState);
    editor->installEventFilter(this);
    showState();
}

QAction *FormatActions::action(QStringView name) const
{
    return findChild<QAction *>(name.toString(), Qt::FindDirectChildrenOnly);
}

void FormatActions::run(const QAction *action)
{
    const Command &command = commands().at(static_cast<std::size_t>(m_actions.indexOf(action)));
    if (!command.change)
        emit quoteRequested();
    else
        changeBody(*m_editor, command.change(selectedBody(*m_editor)));
}

void FormatActions::showState()
{
    // Where the source cannot be seen nobody would know what has changed.
    const bool canFormat = m_editor->isVisible() && !m_editor->isReadOnly() && isInBody(m_editor->textCursor());
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(canFormat);
}

bool FormatActions::isDisabledKey(const QKeyEvent &event) const
{
    const QKeySequence key(event.keyCombination());
    return std::any_of(m_actions.begin(), m_actions.end(),
                       [&key](const QAction *action) { return !action->isEnabled() && action->shortcut() == key; });
}

bool FormatActions::eventFilter(QObject *, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::ReadOnlyChange || type == QEvent::Show || type == QEvent::Hide)
        showState();
    // The key of a command that has nothing to do here is no text either: with some keyboards it would be.
    return event->type() == QEvent::KeyPress && isDisabledKey(*static_cast<QKeyEvent *>(event));
}

} // namespace casebook
