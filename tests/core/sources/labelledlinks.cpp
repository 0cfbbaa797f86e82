#include "tests/core/sources/labelledlinks.h"

#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QRegularExpression>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// {words 3} → "word1 word2 word3"
QString withWords(QString text)
{
    static const QRegularExpression mark(u"\\{words (\\d+)\\}"_s);
    for (QRegularExpressionMatch match = mark.match(text); match.hasMatch(); match = mark.match(text)) {
        QStringList words;
        for (int number = 1; number <= match.captured(1).toInt(); ++number)
            words.append(u"word"_s + QString::number(number));
        text.replace(match.capturedStart(), match.capturedLength(), words.join(u' '));
    }
    return text;
}

/// Reads the lines of one link.
class LinkReader {
public:
    explicit LinkReader(LabelledLink &link) : m_link(link) {}
    ~LinkReader() { endReply(); }

    void take(const QString &line)
    {
        const QString word = line.section(u' ', 0, 0);
        const QString rest = line.section(u' ', 1);
        if (word == u"ask") {
            m_link.path = rest;
        } else if (word == u"answer") {
            endReply();
            m_head = rest.split(u' ');
        } else if (word == u"lookup") {
            m_link.lookup = rest == u"lookup-failed" ? FetchError::LookupFailed : FetchError::HostNotFound;
        } else if (word == u"trouble") {
            m_link.replies["any"] = {0, 0,
                                     rest == u"lies" ? "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n<p>Short" : ""};
        } else {
            m_body += line + u'\n';
        }
    }

private:
    void endReply()
    {
        if (m_head.isEmpty())
            return;
        LabelledLink::Reply reply;
        reply.status = m_head[1].toInt();
        reply.headStatus = reply.status;
        QByteArray type = "text/html; charset=utf-8";
        QList<QByteArray> headers;
        for (const QString &option : m_head.mid(2)) {
            const QByteArray value = option.section(u'=', 1).toUtf8();
            if (option.startsWith(u"to="))
                headers.append("Location: " + value);
            else if (option.startsWith(u"type="))
                type = value;
            else if (option.startsWith(u"head="))
                reply.headStatus = value.toInt();
            else
                qFatal("links.txt: what is %s?", qPrintable(option));
        }
        headers.append("Content-Type: " + type);
        reply.bytes = httpAnswer(reply.status, withWords(m_body).toUtf8(), headers);
        m_link.replies.insert(m_head[0].toUtf8(), reply);
        m_head.clear();
        m_body.clear();
    }

    LabelledLink &m_link;
    QStringList m_head;
    QString m_body;
};

LabelledLink readLink(const QString &text)
{
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    LabelledLink link;
    link.name = lines.first();
    const std::optional<LinkState> state = linkStateOf(lines.first().section(u':', 0, 0));
    if (!state)
        qFatal("links.txt: there is no such state: %s", qPrintable(lines.first()));
    link.state = *state;
    LinkReader reader(link);
    for (const QString &line : lines.mid(1))
        reader.take(line);
    return link;
}

} // namespace

QList<LabelledLink> labelledLinks()
{
    QFile file(QStringLiteral(CASEBOOK_TEST_DATA "/sources/links.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    const QStringList texts = QString::fromUtf8(file.readAll()).split(u"\n=== "_s).mid(1);
    QList<LabelledLink> links;
    for (const QString &text : texts)
        links.append(readLink(text));
    return links;
}
