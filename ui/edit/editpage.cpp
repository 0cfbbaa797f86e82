#include "ui/edit/editpage.h"

#include "ui/edit/difference/differencepanel.h"
#include "ui/edit/difference/editchanges.h"
#include "ui/edit/editheader.h"
#include "ui/edit/editjournal.h"
#include "ui/edit/editsession.h"
#include "ui/edit/form/caseform.h"
#include "ui/edit/form/formbinding.h"
#include "ui/edit/livepreview.h"
#include "ui/edit/noticebar.h"
#include "ui/edit/source/sourcepane.h"
#include "ui/edit/sourceeditor.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QDataStream>
#include <QEvent>
#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 50; // characters
constexpr quint32 stateMark = 0xCA5E0002;

// By the action's objectName.
const QHash<QString, QString> &iconNames()
{
    static const QHash<QString, QString> names{
        {u"save"_s, u"save"_s},
        {u"revert"_s, u"revert"_s},
        {u"closeEditor"_s, u"close"_s},
    };
    return names;
}

} // namespace

EditPage::EditPage(QWidget *parent)
    : QWidget(parent),
      m_source(new SourcePane(this)),
      m_editor(m_source->editor()),
      m_session(new EditSession(m_editor, this)),
      m_form(new FormBinding(m_session, m_editor, this)),
      m_splitter(new QSplitter(this)),
      m_changes(new EditChanges(m_session, m_editor, m_splitter, this)),
      m_faces(new Faces(m_splitter, this)),
      m_preview(new LivePreview(m_session, m_editor, this))
{
    makeFileActions();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new EditHeader(
        m_faces, {action(u"showChanges"), action(u"save"), action(u"revert"), action(u"closeEditor")}, this);
    m_notices = new NoticeBar(m_session, action(u"closeEditor"), this);
    column->addWidget(m_header);
    column->addWidget(m_notices);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_changes, 1);
    // Less than the header's words need: with less room its buttons are pictures alone.
    setMinimumWidth(fontMetrics().averageCharWidth() * leastWidth);
    m_splitter->setObjectName(u"editSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    makeFaces();

    connectSession();
    showState();
}

EditPage::~EditPage()
{
    hide(); // fields take what is being typed into them, while all is there that listens
}

void EditPage::makeFaces()
{
    m_faces->add(Face::Form, m_form->form(), [this] { m_form->form()->takeFocus(); });
    m_faces->add(Face::Source, m_source, [this] { m_editor->setFocus(Qt::OtherFocusReason); });
    for (const Face face : {Face::Form, Face::Source})
        QWidget::addAction(m_faces->action(face));
    connect(m_form, &FormBinding::lineRequested, this, &EditPage::goToSource);
    connect(m_faces, &Faces::chosen, this, [this] { m_changes->showAction()->setChecked(false); });
    connect(m_changes->panel(), &DifferencePanel::lineActivated, this, [this](int line) { goToSource(line + 1, 1); });
}

QAction *EditPage::addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                             std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setIcon(icon(iconNames().value(name)));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    QWidget::addAction(action);
    return action;
}

void EditPage::makeFileActions()
{
    addAction(u"save"_s, tr("&Save"), QKeySequence::keyBindings(QKeySequence::Save), [this] { save(); });
    addAction(u"revert"_s, tr("&Revert"), {}, [this] { revert(); })->setToolTip(tr("Take what is on disk"));
    addAction(u"closeEditor"_s, tr("&Close"), {}, [this] { closeFile(); })->setToolTip(tr("Close the editor"));
    QWidget::addAction(m_changes->showAction());
    addAction(u"undo"_s, tr("&Undo"), QKeySequence::keyBindings(QKeySequence::Undo), [this] { m_form->undo(); });
    addAction(u"redo"_s, tr("R&edo"), QKeySequence::keyBindings(QKeySequence::Redo), [this] { m_form->redo(); });
}

void EditPage::connectSession()
{
    connect(m_changes, &EditChanges::changedLinesChanged, this, &EditPage::changedLinesChanged);
    connect(m_session, &EditSession::opened, this, [this] {
        showState();
        m_preview->startOver();
    });
    connect(m_session, &EditSession::modifiedChanged, this, [this](bool modified) {
        showState();
        emit modifiedChanged(modified);
    });
    connect(m_session, &EditSession::moved, this, &EditPage::showState);
    connect(m_notices, &NoticeBar::mergeRequested, this, [this] {
        const TextVersions &merge = m_session->lastMerge();
        m_changes->showOther(merge.before, merge.after, tr("Before the merge"), tr("Merged"));
    });
    connect(m_session, &EditSession::saved, this, &EditPage::saved);
    connect(m_session, &EditSession::copySaved, this, &EditPage::copySaved);
    connect(m_session, &EditSession::statusMessage, this, &EditPage::statusMessage);
    m_journal = std::make_unique<EditJournal>(*m_session, *m_editor->document());
    connect(m_journal.get(), &EditJournal::failed, this, &EditPage::statusMessage);
}

QAction *EditPage::action(QStringView name) const
{
    if (name == u"showChanges")
        return m_changes->showAction();
    for (const QObject *owner : {static_cast<const QObject *>(this), static_cast<const QObject *>(m_faces),
                                 static_cast<const QObject *>(m_notices)}) {
        if (!owner)
            continue; // while the page is made
        if (auto *found = owner->findChild<QAction *>(name.toString(), Qt::FindDirectChildrenOnly))
            return found;
    }
    return m_source->action(name);
}

void EditPage::setPreview(QWidget *preview, std::function<void(const QByteArray &)> show)
{
    m_faces->add(Face::Preview, preview, [preview] { preview->setFocus(Qt::OtherFocusReason); });
    QWidget::addAction(m_faces->action(Face::Preview));
    m_preview->setPreview(preview, std::move(show));
}

void EditPage::refreshPreview()
{
    m_preview->startOver();
}

void EditPage::setContext(EditContext context)
{
    m_context = std::move(context);
    m_source->setContext(m_context);
    m_form->setContext(m_context);
}

void EditPage::setPrompter(std::unique_ptr<Prompter> prompter)
{
    m_session->setPrompter(std::move(prompter));
}

Result<void> EditPage::open(const QString &root, const QString &path)
{
    return m_session->open(root, path);
}

Result<void> EditPage::restore(const UnsavedText &unsaved)
{
    return m_session->restore(unsaved);
}

bool EditPage::keepUnsavedNow()
{
    return m_journal->keepNow().has_value();
}

void EditPage::closeFile()
{
    requestLeave([this](bool mayLeave) {
        if (!mayLeave)
            return;
        m_session->clear();
        m_preview->stop();
        m_source->closeBars();
        showState();
        emit closed();
    });
}

void EditPage::requestLeave(std::function<void(bool)> answer)
{
    m_form->finishTyping();
    m_session->requestLeave(std::move(answer));
}

bool EditPage::isModified() const
{
    return m_session->isModified();
}

int EditPage::changedLines() const
{
    return m_changes->changedLines();
}

QString EditPage::path() const
{
    return m_session->path();
}

void EditPage::save()
{
    m_form->finishTyping();
    m_session->save();
}

void EditPage::revert()
{
    m_form->flush();
    m_session->revert();
}

void EditPage::goTo(int line, int column)
{
    m_changes->showAction()->setChecked(false);
    if (m_faces->current() == Face::Form && m_form->goToLine(line, column))
        m_editor->goTo(line, column); // the source goes along, where it is shown
    else
        goToSource(line, column);
}

void EditPage::goToSource(int line, int column)
{
    m_editor->goTo(line, column);
    m_faces->goTo(Face::Source);
}

void EditPage::showFace(Face face)
{
    m_faces->goTo(face);
}

void EditPage::takeFocus()
{
    m_faces->focusCurrent();
}

void EditPage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    takeFocus();
}

void EditPage::setProblems(const Problems &problems)
{
    m_editor->setProblems(problems);
    m_form->setProblems(problems);
}

void EditPage::fileRenamed(const QString &path)
{
    m_session->fileRenamed(path);
}

void EditPage::fileChangedOnDisk()
{
    m_session->checkDisk();
}

// The page's action for a key, where the focus is; none where the action can do nothing.
QAction *EditPage::actionFor(const QKeyEvent &event) const
{
    const QKeySequence key(event.keyCombination());
    const bool inSource = focusWidget() && m_source->isAncestorOf(focusWidget());
    const QList<QAction *> candidates = inSource ? actions() + m_source->actions() : actions();
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&key](const QAction *action) {
        return action->isEnabled() && action->shortcuts().contains(key);
    });
    return found == candidates.end() ? nullptr : *found;
}

bool EditPage::event(QEvent *event)
{
    // Asked before shortcuts are looked up: what is accepted here comes as a key press instead.
    if (event->type() == QEvent::ShortcutOverride && actionFor(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void EditPage::keyPressEvent(QKeyEvent *event)
{
    if (QAction *action = actionFor(*event))
        action->trigger();
    else
        QWidget::keyPressEvent(event);
}

void EditPage::showState()
{
    const bool modified = m_session->isModified();
    m_header->showFile(m_session->name(), modified);
    action(u"save")->setEnabled(modified);
    action(u"revert")->setEnabled(modified);
    action(u"closeEditor")->setEnabled(m_session->isOpen());
}

QByteArray EditPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << stateMark << m_faces->saveState() << qint32(m_editor->zoom());
    return state;
}

bool EditPage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 mark = 0;
    QByteArray faces;
    qint32 zoom = 0;
    stream >> mark >> faces >> zoom;
    if (stream.status() != QDataStream::Ok || mark != stateMark)
        return false;
    m_faces->restoreState(faces);
    m_editor->setZoom(zoom);
    return true;
}

} // namespace casebook
