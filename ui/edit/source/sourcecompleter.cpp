#include "ui/edit/source/sourcecompleter.h"

#include "core/document/document.h"
#include "ui/edit/source/bodytext.h"
#include "ui/edit/source/completionpopup.h"
#include "ui/edit/sourceeditor.h"

#include <QKeyEvent>
#include <QTextBlock>

#include <utility>

namespace casebook {

using namespace Qt::StringLiterals;

SourceCompleter::SourceCompleter(SourceEditor *editor, QObject *parent)
    : QObject(parent), m_editor(editor), m_popup(new CompletionPopup(editor))
{
    editor->installEventFilter(this);
    connect(editor, &QPlainTextEdit::textChanged, this,
            [this] { follow(std::exchange(m_typing, false) ? Reason::Typed : Reason::Moved); });
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        follow(Reason::Moved);
        showAvailable();
    });
    connect(editor, &QPlainTextEdit::updateRequest, this, [this](const QRect &, int dy) {
        if (dy != 0 && isShown())
            m_popup->moveTo(m_editor->viewport(), placeOf(m_offer.place.begin));
    });
    connect(m_popup, &CompletionPopup::chosen, this, &SourceCompleter::accept);
}

SourceCompleter::~SourceCompleter()
{
    delete m_popup; // it belongs to the window by now
}

void SourceCompleter::setContext(const EditContext &context)
{
    m_terms.setContext(context);
    close();
}

void SourceCompleter::request()
{
    follow(Reason::Asked);
}

void SourceCompleter::showAvailable()
{
    emit availableChanged(!m_editor->isReadOnly() && !isInBody(m_editor->textCursor()));
}

/// The text to the end of the front matter, which is mostly much less than all; empty where there is none.
QString SourceCompleter::frontMatter() const
{
    const QString fence = u"---"_s;
    const qsizetype longest = DocumentLimits().frontMatterSize;
    QTextBlock line = m_editor->document()->firstBlock();
    QString text;
    if (line.text().trimmed() != fence)
        return text;
    for (; line.isValid() && text.size() < longest; line = line.next()) {
        const QString one = line.text();
        text += one;
        text += u'\n';
        if (line.blockNumber() > 0 && (one.startsWith(fence) || one.startsWith(u"..."_s)))
            break;
    }
    return text;
}

bool SourceCompleter::isWorthShowing(const TermOffer &offer, Reason reason) const
{
    if (offer.isEmpty())
        return false;
    if (reason == Reason::Asked)
        return true;
    const bool isSame = isShown() && offer.place.begin == m_offer.place.begin;
    if (isSame && m_asked)
        return true;
    if (reason == Reason::Moved && !isSame)
        return false;
    return offer.place.typed.isEmpty() ? offer.known && !offer.keys : !offer.free;
}

void SourceCompleter::follow(Reason reason)
{
    if (m_accepting || (reason == Reason::Moved && !isShown()))
        return;
    const QTextCursor cursor = m_editor->textCursor();
    const bool mayType = !m_editor->isReadOnly() && !cursor.hasSelection();
    TermOffer offer = mayType ? m_terms.offer(frontMatter(), cursor.position(), reason == Reason::Asked) : TermOffer();
    if (!m_popup || !isWorthShowing(offer, reason)) {
        close();
        return;
    }
    const bool same = isShown() && offer.place == m_offer.place;
    m_asked = reason == Reason::Asked || (m_asked && isShown());
    m_offer = std::move(offer);
    if (!same || reason == Reason::Asked)
        m_popup->showTerms(m_offer.terms, m_editor->viewport(), placeOf(m_offer.place.begin),
                           m_asked || !m_offer.place.typed.isEmpty());
}

QRect SourceCompleter::placeOf(qsizetype position) const
{
    QTextCursor cursor(m_editor->document());
    cursor.setPosition(static_cast<int>(position));
    return m_editor->cursorRect(cursor);
}

bool SourceCompleter::isShown() const
{
    return m_popup && m_popup->isVisible();
}

void SourceCompleter::close()
{
    if (m_popup)
        m_popup->hide();
    m_asked = false;
}

void SourceCompleter::accept(Term term)
{
    const TermText written = SourceTerms::written(m_offer, term);
    const TypingPlace place = m_offer.place;
    close();
    m_accepting = true;
    QTextCursor cursor = m_editor->textCursor();
    cursor.beginEditBlock();
    cursor.setPosition(static_cast<int>(place.begin));
    cursor.setPosition(static_cast<int>(place.end), QTextCursor::KeepAnchor);
    cursor.insertText(written.text);
    cursor.endEditBlock();
    m_editor->setTextCursor(cursor);
    m_editor->ensureCursorVisible();
    m_accepting = false;
    if (written.endsKey)
        follow(Reason::Typed); // what the value may be
}

bool SourceCompleter::takeKey(const QKeyEvent &event, bool really)
{
    const auto act = [really](const auto &run) {
        if (really)
            run();
        return true;
    };
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    const Term *term = m_popup->current();
    switch (event.key()) {
    case Qt::Key_Up:
        return act([this] { m_popup->step(-1); });
    case Qt::Key_Down:
        return act([this] { m_popup->step(1); });
    case Qt::Key_PageUp:
        return act([this] { m_popup->step(-8); });
    case Qt::Key_PageDown:
        return act([this] { m_popup->step(8); });
    case Qt::Key_Escape:
        return act([this] { close(); });
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return term && act([this, term] { accept(*term); });
    case Qt::Key_Tab:
        return act([this, term] { accept(term ? *term : *m_popup->first()); });
    default:
        return false;
    }
}

bool SourceCompleter::eventFilter(QObject *watched, QEvent *event)
{
    const auto isTyped = [](const QKeyEvent &key) {
        const bool command = key.modifiers() & (Qt::ControlModifier | Qt::MetaModifier);
        return !command && !key.text().isEmpty() && key.text().front().isPrint();
    };
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto &key = static_cast<QKeyEvent &>(*event);
        const bool really = event->type() == QEvent::KeyPress;
        if (isShown() && takeKey(key, really)) {
            event->accept();
            return true;
        }
        m_typing = really && isTyped(key);
        break;
    }
    case QEvent::InputMethod:
        m_typing = !static_cast<QInputMethodEvent *>(event)->commitString().isEmpty();
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::Resize:
        close();
        break;
    case QEvent::ReadOnlyChange:
        close();
        showAvailable();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace casebook
