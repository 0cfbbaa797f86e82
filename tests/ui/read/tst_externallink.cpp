#include "ui/read/externallink.h"

#include <QDesktopServices>
#include <QTest>
#include <QUrl>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Takes the place of the desktop: notes what it is asked to open.
class TestExternalLink : public QObject {
    Q_OBJECT

public slots:
    void open(const QUrl &url) { m_opened.append(url); }

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init() { m_opened.clear(); }
    void opens_data();
    void opens();

private:
    static QStringList schemes()
    {
        return {u"http"_s,       u"https"_s, u"mailto"_s, u"file"_s,   u"ftp"_s,
                u"javascript"_s, u"data"_s,  u"smb"_s,    u"vscode"_s, u"casebook"_s};
    }

    QList<QUrl> m_opened;
};

void TestExternalLink::initTestCase()
{
    for (const QString &scheme : schemes())
        QDesktopServices::setUrlHandler(scheme, this, "open");
}

void TestExternalLink::cleanupTestCase()
{
    for (const QString &scheme : schemes())
        QDesktopServices::unsetUrlHandler(scheme);
}

void TestExternalLink::opens_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *address, bool may) { QTest::newRow(address) << QString::fromUtf8(address) << may; };
    row("http://example.org", true);
    row("https://example.org/a?b=c#d", true);
    row("HTTPS://EXAMPLE.org", true);
    row("mailto:someone@example.org", true);
    row("javascript:alert(1)", false);
    row("JavaScript:alert(1)", false);
    row("file:///etc/passwd", false);
    row("data:text/html,<b>hi</b>", false);
    row("ftp://example.org/file", false);
    row("smb://server/share", false);
    row("vscode://file/etc/passwd", false);
    row("casebook:case/alpha", false);
    row("//example.org/path", false);
    row("example.org", false);
    row("other.md", false);
    row("#source-1", false);
    row("https:///no-host", false);
    row("https://exa mple.org", false);
    row("", false);
}

void TestExternalLink::opens()
{
    QFETCH(QString, address);
    QFETCH(bool, may);
    const QUrl url(address);
    QCOMPARE(isExternalLink(url), may);
    QCOMPARE(openExternalLink(url), may);
    QCOMPARE(m_opened, may ? QList<QUrl>{url} : QList<QUrl>());
}

QTEST_MAIN(TestExternalLink)
#include "tst_externallink.moc"
