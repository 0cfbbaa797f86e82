#include "ui/edit/source/richpaster.h"

#include "ui/edit/source/bodytext.h"
#include "ui/edit/source/longlines.h"

#include <QFutureWatcher>
#include <QPlainTextEdit>
#include <QtConcurrentRun>

namespace casebook {

namespace {

constexpr qsizetype mostAtOnce = 30'000; // characters: hostile ones too are read without being felt

/// A place that stays before what is typed there.
QTextCursor fixedAt(QTextCursor cursor, int position)
{
    cursor.setPosition(position);
    cursor.setKeepPositionOnInsert(true);
    return cursor;
}

} // namespace

RichPaster::RichPaster(QPlainTextEdit *editor) : QObject(editor), m_editor(editor) {}

bool RichPaster::paste(const QString &html, const QString &plain)
{
    if (html.size() <= mostAtOnce) {
        const std::optional<RichText> text = richText(html);
        if (text)
            insert(*text);
        return text.has_value();
    }
    const QTextCursor cursor = m_editor->textCursor();
    const Place place{fixedAt(cursor, cursor.selectionStart()), fixedAt(cursor, cursor.selectionEnd())};
    auto *watcher = new QFutureWatcher<std::optional<RichText>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, plain, place, round = m_round] {
        watcher->deleteLater();
        if (round == m_round)
            insertLater(watcher->result(), plain, place);
    });
    watcher->setFuture(QtConcurrent::run(richText, html));
    return true;
}

void RichPaster::insertLater(const std::optional<RichText> &text, const QString &plain, const Place &range)
{
    if (m_editor->isReadOnly())
        return;
    QTextCursor place = m_editor->textCursor();
    const QTextCursor now = place;
    place.setPosition(range.begin.position());
    place.setPosition(range.end.position(), QTextCursor::KeepAnchor);
    const bool stayed =
        now.selectionStart() == place.selectionStart() && now.selectionEnd() == place.selectionEnd();
    if (text && isInBody(place)) {
        m_editor->setTextCursor(place);
        insert(*text);
    } else {
        wrapFor(*m_editor, plain);
        place.insertText(plain);
        m_editor->setTextCursor(place);
    }
    if (!stayed) // the person has gone on somewhere else
        m_editor->setTextCursor(now);
}

void RichPaster::insert(const RichText &text)
{
    wrapFor(*m_editor, text.markdown);
    changeBody(*m_editor, richPaste(text, selectedBody(*m_editor)));
}

} // namespace casebook
