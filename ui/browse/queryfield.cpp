#include "ui/browse/queryfield.h"

#include "core/query/completionplace.h"
#include "core/query/completions.h"
#include "ui/ask/fieldvalues.h"
#include "ui/ask/querychips.h"
#include "ui/ask/queryhighlighter.h"
#include "ui/ask/queryoffers.h"
#include "ui/browse/browser.h"

#include <QAbstractTextDocumentLayout>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QTextBlock>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 frame = 16;               // ms: an answer that takes longer waits for the keys that have been pressed
constexpr qsizetype longestPaste = 10'000; // UTF-16 units; one line of more cannot be laid out at every key
constexpr int documentMargin = 3;          // logical pixels

QString onOneLine(QString text)
{
    static const QString lineEnds = u"\r\n\u2028\u2029"_s;
    for (QChar &c : text) {
        if (lineEnds.contains(c) || c == u'\t')
            c = u' ';
    }
    return text;
}

bool isReturn(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

QueryField::QueryField(Browser &browser, QWidget *parent)
    : QTextEdit(parent),
      m_browser(browser),
      m_values(new FieldValues(browser, this)),
      m_offers(new QueryOffers(browser, *m_values, this))
{
    setObjectName(u"queryField"_s);
    setPlaceholderText(tr("Search: words, \"a phrase\", -not, field:value"));
    setAccessibleName(tr("Search the case studies"));
    setToolTip(tr("Words must all be found, at the beginning of a word, in any field or the text.\n"
                  "\"…\" finds a phrase, -word leaves cases out, OR and parentheses make alternatives.\n"
                  "field:value, field:a,b, year:2018..2022, has:field, missing:field and is:broken filter by fields.\n"
                  "Ctrl+Space shows what can be asked."));
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setLineWrapMode(QTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false); // the chips are painted below the text
    document()->setDocumentMargin(documentMargin);
    m_highlighter = new QueryHighlighter(document(), [this](const QString &text) {
        const Schema &schema = m_browser.corpus().schema();
        // In a part of a corpus no value can be missed.
        const ValuesOf valuesOf = [this](const QString &path) { return m_values->all(path); };
        return readQuery(withoutUnfinished(text, schema), schema,
                         m_browser.session().isLoading() ? ValuesOf() : valuesOf);
    });
    m_highlighter->setPalette(palette());
    m_askTimer.setSingleShot(true);
    connect(&m_askTimer, &QTimer::timeout, this, &QueryField::ask);
    connect(this, &QTextEdit::textChanged, this, &QueryField::takeText);
    connect(m_values, &FieldValues::arrived, this, &QueryField::takeValues);
    connect(m_offers, &QueryOffers::chosen, this, &QueryField::replace);
    connect(m_offers, &QueryOffers::completing, this, &QueryField::readingChanged); // other notes are told meanwhile
    connect(m_offers, &QueryOffers::dismissed, this, [this] {
        emit readingChanged();
        askAll();
    });
    connect(&browser, &Browser::queryChanged, this, &QueryField::followBrowser);
    connect(&browser.session(), &CorpusSession::opened, this, &QueryField::openCorpus);
    connect(&browser.session(), &CorpusSession::closed, this, &QueryField::openCorpus);
    const auto readAgain = [this] {
        m_highlighter->rehighlight();
        emit readingChanged();
    };
    connect(&browser.session(), &CorpusSession::schemaChanged, this, readAgain);
    connect(&browser.session(), &CorpusSession::loaded, this, readAgain); // now all values are known
    openCorpus();
    followBrowser();
}

QSize QueryField::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, minimumSizeHint().height()};
}

QSize QueryField::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().lineSpacing() + 2 * documentMargin + 2};
}

void QueryField::setText(const QString &text)
{
    const QString line = onOneLine(text);
    if (line == this->text())
        return;
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(line);
    setTextCursor(cursor);
}

const QueryReading &QueryField::reading() const
{
    return m_highlighter->reading();
}

bool QueryField::isBeingWritten(const QueryNote &note) const
{
    return m_offers->isBeingWritten(note);
}

void QueryField::followBrowser()
{
    if (m_askTimer.isActive() || text() == onOneLine(m_browser.queryText()))
        return;
    m_offers->close();
    m_following = true; // the browser's text may hold line ends, which are not to be taken from it
    setText(m_browser.queryText());
    m_following = false;
}

void QueryField::openCorpus()
{
    m_offers->close();
    m_history.open(m_browser.session().isOpen() ? m_browser.corpus().layout().root : QString());
    m_highlighter->rehighlight();
    emit readingChanged();
    emit historyChanged();
}

void QueryField::takeText()
{
    emit readingChanged();
    if (m_following || text() == onOneLine(m_browser.queryText())) {
        m_askTimer.stop();
        return;
    }
    // Where an answer takes long, only the last of several waiting keys is answered.
    if (m_lastDuration > frame)
        m_askTimer.start(0);
    else
        ask();
}

void QueryField::ask()
{
    m_askTimer.stop();
    QElapsedTimer timer;
    timer.start();
    const QString asked = writtenText();
    m_isPartAsked = asked.size() < text().size();
    m_browser.setQueryText(text(), asked);
    m_lastDuration = timer.elapsed();
}

QString QueryField::writtenText()
{
    const qsizetype cursor = textCursor().position();
    if (cursor < text().size() || !m_browser.session().isOpen())
        return text();
    const CompletionPlace place = completionPlaceAt(text(), cursor);
    const QString others = text().remove(place.offset, place.length);
    const CountedValuesOf valuesOf = [&](const QString &path, const QByteArray &begun) {
        return m_values->counted(path, begun, others);
    };
    return withoutBegunValue(text(), m_browser.corpus().schema(), valuesOf).toString();
}

void QueryField::askAll()
{
    if (!m_askTimer.isActive() && !m_isPartAsked)
        return;
    m_askTimer.stop();
    m_isPartAsked = false;
    m_browser.setQueryText(text());
}

/// What could be told of values without them is told anew, unless the person has gone on.
void QueryField::takeValues()
{
    m_highlighter->rehighlight();
    if (m_offers->isAwaiting())
        ask(); // what is only begun was not known to be
    m_offers->renew();
    emit readingChanged();
}

void QueryField::remember()
{
    m_history.add(text());
    emit historyChanged();
}

void QueryField::leave()
{
    m_offers->close();
    emit readingChanged();
    askAll();
    remember();
    emit leaveRequested();
}

void QueryField::clearHistory()
{
    m_offers->close();
    m_history.clear();
    emit historyChanged();
}

void QueryField::replace(qsizetype offset, qsizetype length, const QString &text)
{
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(offset));
    cursor.setPosition(static_cast<int>(offset + length), QTextCursor::KeepAnchor);
    cursor.insertText(text);
    setTextCursor(cursor);
}

int QueryField::noteAt(qsizetype offset) const
{
    const QList<QueryNote> &notes = reading().notes;
    for (qsizetype i = 0; i < notes.size(); ++i) {
        const QueryNote &note = notes.at(i);
        if (!note.suggestion.isEmpty() && offset >= note.offset && offset <= note.offset + note.length)
            return static_cast<int>(i);
    }
    return -1;
}

void QueryField::follow(int note)
{
    if (note < 0 || note >= reading().notes.size() || reading().notes.at(note).suggestion.isEmpty())
        return;
    const QueryNote mended = reading().notes.at(note);
    m_offers->close();
    replace(mended.offset, mended.length, mended.suggestion);
    setFocus();
}

bool QueryField::ownKey(const QKeyEvent &event)
{
    const bool vertical = event.key() == Qt::Key_Down || event.key() == Qt::Key_Up;
    if (isReturn(event) && event.modifiers().testFlag(Qt::AltModifier)) {
        const int here = noteAt(textCursor().position());
        const QList<QueryNote> &notes = reading().notes;
        int note = 0;
        while (here < 0 && note < notes.size() && notes.at(note).suggestion.isEmpty())
            ++note;
        follow(here >= 0 ? here : note);
    } else if (event.key() == Qt::Key_Space && event.modifiers().testFlag(Qt::ControlModifier)) {
        m_offers->complete(true);
    } else if (event.key() == Qt::Key_Escape && !text().isEmpty()) {
        remember();
        clear();
    } else if (vertical && text().isEmpty() && !m_history.texts().isEmpty()) {
        m_offers->offerQueries(m_history.texts());
    } else if (event.key() == Qt::Key_Down || isReturn(event)) {
        leave();
    } else {
        return vertical; // there is one line
    }
    return true;
}

void QueryField::keyPressEvent(QKeyEvent *event)
{
    if ((m_offers->isOpen() && m_offers->takeKey(*event)) || ownKey(*event))
        return;
    const QString before = text();
    QTextEdit::keyPressEvent(event);
    if (text() != before)
        m_offers->complete(false);
    else if (!event->text().isEmpty() || event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        m_offers->close();
}

bool QueryField::event(QEvent *event)
{
    // These belong to the list, and not to the window's shortcuts, or to the next widget.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool tab = key->key() == Qt::Key_Tab && !key->modifiers() && m_offers->isOpen();
        const bool mend = isReturn(*key) && key->modifiers() == Qt::AltModifier;
        if (event->type() == QEvent::ShortcutOverride && (tab || mend)) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::KeyPress && tab) {
            keyPressEvent(key);
            return true;
        }
    }
    return QTextEdit::event(event);
}

void QueryField::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    if (parentWidget())
        parentWidget()->update(); // it draws the frame
}

void QueryField::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        m_offers->close();
        askAll();
        remember();
    }
    if (parentWidget())
        parentWidget()->update();
}

void QueryField::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        textCursor().insertText(onOneLine(source->text().left(longestPaste)));
}

void QueryField::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    m_offers->close();
    const int note = textCursor().hasSelection() ? -1 : noteAt(textCursor().position());
    if (event->button() == Qt::LeftButton && note >= 0)
        m_offers->offerSuggestion(reading().notes.at(note));
}

void QueryField::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        const QTextBlock block = document()->firstBlock();
        const QPointF scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
        paintQueryChips(painter, palette(), block,
                        document()->documentLayout()->blockBoundingRect(block).topLeft() - scrolled, reading().tokens);
    }
    QTextEdit::paintEvent(event);
}

void QueryField::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->setPalette(palette());
}

} // namespace casebook
