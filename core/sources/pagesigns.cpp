#include "core/sources/pagesigns.h"

#include "core/base/fold.h"
#include "core/markdown/fromhtml/htmltokens.h"
#include "core/sources/charset.h"

#include <QFutureWatcher>
#include <QRegularExpression>
#include <QtConcurrentRun>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWords = 4000;

bool isUnseen(const QString &element)
{
    static const QSet<QString> names{u"script"_s, u"style"_s, u"template"_s, u"noscript"_s};
    return names.contains(element);
}

/// Takes a page apart, piece by piece.
class SignReader {
public:
    explicit SignReader(PageSigns &signs) : m_signs(signs) {}

    void take(const HtmlToken &token)
    {
        if (token.kind == HtmlToken::Kind::Text)
            takeText(token.text);
        else if (token.kind == HtmlToken::Kind::Start)
            begin(token);
        else
            end(token.text);
    }

    /// The visible text.
    const QString &text() const { return m_text; }

private:
    void begin(const HtmlToken &token);
    void end(const QString &name);
    void takeText(const QString &text);

    PageSigns &m_signs;
    QString m_text;
    QString m_heading; ///< of the heading or title that is open
    QString m_open;    ///< its name; empty: none
    int m_unseen = 0;
};

void SignReader::begin(const HtmlToken &token)
{
    if (isUnseen(token.text))
        ++m_unseen;
    const QString id = token.attribute(u"id");
    if (!id.isEmpty())
        m_signs.anchors.insert(id);
    const QString name = token.text == "a"_L1 ? token.attribute(u"name") : QString();
    if (!name.isEmpty())
        m_signs.anchors.insert(name);
    static const QStringList watched{u"title"_s, u"h1"_s, u"h2"_s, u"h3"_s};
    if (watched.contains(token.text) && m_open.isEmpty()) {
        m_open = token.text;
        m_heading.clear();
    }
    m_text += u' ';
}

void SignReader::end(const QString &name)
{
    if (isUnseen(name))
        m_unseen = std::max(0, m_unseen - 1);
    m_text += u' ';
    if (name != m_open || name.isEmpty())
        return;
    const QString heading = m_heading.simplified();
    if (name == "title"_L1 && m_signs.title.isEmpty())
        m_signs.title = heading;
    else if (name == "h1"_L1 && !heading.isEmpty())
        m_signs.mainHeadings.append(heading);
    else if (name != "title"_L1 && !heading.isEmpty())
        m_signs.headings.append(heading);
    m_open.clear();
}

void SignReader::takeText(const QString &text)
{
    if (m_unseen > 0)
        return;
    if (!m_open.isEmpty())
        m_heading += text;
    if (m_open != "title"_L1)
        m_text += text;
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression between(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString folded = QString::fromUtf8(fold(text.left(mostWords * 40)));
    return folded.split(between, Qt::SkipEmptyParts).mid(0, mostWords);
}

} // namespace

double PageSigns::likeness(const PageSigns &other) const
{
    const QSet<QString> mine(words.begin(), words.end());
    const QSet<QString> theirs(other.words.begin(), other.words.end());
    const qsizetype all = QSet<QString>(mine).unite(theirs).size();
    return all == 0 ? 1.0 : double(QSet<QString>(mine).intersect(theirs).size()) / double(all);
}

bool mayBeHtml(const FetchAnswer &answer)
{
    const QByteArray type = answer.mediaType();
    return type.isEmpty() || type == "text/html" || type == "application/xhtml+xml";
}

PageSigns pageSigns(const FetchAnswer &answer)
{
    PageSigns signs;
    if (!mayBeHtml(answer) || answer.isPacked || answer.body.isEmpty())
        return signs;
    signs.isHtml = true;
    signs.isWhole = !answer.truncated && !answer.hasError();
    const QString html = decodeText(answer.body, QString::fromLatin1(answer.charset())).text;
    SignReader reader(signs);
    readHtmlTokens(html, [&](const HtmlToken &token) { reader.take(token); });
    signs.words = wordsOf(reader.text());
    return signs;
}

void findPageSigns(const FetchAnswer &answer, QObject *context, std::function<void(const PageSigns &)> found)
{
    auto *watcher = new QFutureWatcher<PageSigns>(context);
    QObject::connect(watcher, &QFutureWatcher<PageSigns>::finished, context, [=] {
        watcher->deleteLater();
        // From the event loop, as whoever is told may delete the context, and with it the watcher that tells.
        const PageSigns signs = watcher->result();
        QMetaObject::invokeMethod(
            context, [=] { found(signs); }, Qt::QueuedConnection);
    });
    watcher->setFuture(QtConcurrent::run(pageSigns, answer));
}

} // namespace casebook
