#include "ui/archive/snapshotview.h"

#include "ui/theme/theme.h"
#include "ui/typeset/markdowntypesetter.h"

#include <QScrollBar>
#include <QTextDocument>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

bool isBetweenWords(QChar c)
{
    // Line and paragraph ends, cells and the places to break at that typesetting puts into long words.
    return c.isSpace() || c == QChar(0xFDD0) || c == QChar(0xFDD1) || c == QChar::ObjectReplacementCharacter;
}

/// A text with its blanks made alike, and where each of its characters stood.
struct PlainText {
    QString text;
    QList<int> places;

    explicit PlainText(const QString &raw)
    {
        text.reserve(raw.size());
        for (qsizetype i = 0; i < raw.size(); ++i) {
            const bool isBlank = isBetweenWords(raw.at(i));
            if (raw.at(i) == QChar(0x200B) || (isBlank && (text.isEmpty() || text.endsWith(u' '))))
                continue;
            text += isBlank ? QChar(u' ') : raw.at(i);
            places.append(static_cast<int>(i));
        }
    }
};

} // namespace

SnapshotView::SnapshotView(QWidget *parent) : TypesetView(Measure(), parent)
{
    setObjectName(u"snapshotView"_s);
    setAccessibleName(tr("Kept copy of a source"));
}

SnapshotView::~SnapshotView() = default;

void SnapshotView::showText(const MarkdownNode &document, std::shared_ptr<ImageSource> pictures)
{
    m_text = document;
    m_pictures = std::move(pictures);
    m_hasText = true;
    setShowsWhole(false);
    forgetFound();
    m_passage.clear();
    typeset();
    verticalScrollBar()->setValue(0);
}

void SnapshotView::showNothing(const QString &message)
{
    m_text = {};
    m_pictures.reset();
    m_message = message;
    m_hasText = false;
    forgetFound();
    m_passage.clear();
    typeset();
}

bool SnapshotView::fill(QTextDocument *document, const TypeStyle &style, qsizetype limit)
{
    if (!m_hasText) {
        typesetMessage(document, style, m_message);
        return false;
    }
    MarkdownOptions options;
    options.images = m_pictures.get();
    options.characterLimit = limit;
    TextFlow flow(QTextCursor(document), style);
    MarkdownTypesetter(flow, options).append(m_text);
    flow.finish();
    return limit > 0 && plainText(m_text).size() > limit;
}

void SnapshotView::documentReplaced()
{
    m_passagePlace = {};
    if (!m_passage.isEmpty())
        goToPassage();
    showMarks();
}

bool SnapshotView::showPassage(const QString &passage)
{
    m_passage = passage.simplified();
    m_passagePlace = {};
    bool isFound = goToPassage();
    if (!isFound && isCut()) {
        setShowsWhole(true);
        typeset();
        isFound = !m_passagePlace.isNull();
    }
    if (!isFound)
        m_passage.clear();
    showMarks();
    return isFound;
}

bool SnapshotView::goToPassage()
{
    const PlainText plain(document()->toRawText());
    const qsizetype at = m_passage.isEmpty() ? -1 : plain.text.indexOf(m_passage);
    if (at < 0)
        return false;
    m_passagePlace = QTextCursor(document());
    m_passagePlace.setPosition(plain.places.at(at));
    QTextCursor start = m_passagePlace;
    m_passagePlace.setPosition(plain.places.at(at + m_passage.size() - 1) + 1, QTextCursor::KeepAnchor);
    setTextCursor(start); // to read, find and select from here on
    verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect().top() - viewport()->height() / 3);
    return true;
}

QList<QTextEdit::ExtraSelection> SnapshotView::ownMarks() const
{
    if (m_passagePlace.isNull())
        return {};
    QTextCharFormat mark;
    mark.setForeground(palette().color(QPalette::Text));
    mark.setBackground(blend(groupColor(u"teal"_s, 0, palette()), palette().color(QPalette::Base), 0.3));
    return {{m_passagePlace, mark}};
}

} // namespace casebook
