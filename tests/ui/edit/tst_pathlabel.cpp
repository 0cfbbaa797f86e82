#include "ui/edit/editheader.h"
#include "ui/edit/pathlabel.h"

#include <QAction>
#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestPathLabel : public QObject {
    Q_OBJECT

private slots:
    void shortens_data();
    void shortens();
    void tellsTheWholePath();
    void buttonsMakeRoom();
};

void TestPathLabel::shortens_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("room"); // as wide as this text
    QTest::addColumn<QString>("shown");
    const QString path = u"cases/services/chat/discord-read-states.md"_s;
    QTest::newRow("all") << path << path << path;
    QTest::newRow("less the first folder")
        << path << u"…/services/chat/discord-read-states.md."_s << u"…/services/chat/discord-read-states.md"_s;
    QTest::newRow("the name alone") << path << u"…/discord-read-states.md"_s << u"…/discord-read-states.md"_s;
    QTest::newRow("no folder") << u"read.md"_s << u"read.md"_s << u"read.md"_s;
}

void TestPathLabel::shortens()
{
    QFETCH(QString, path);
    QFETCH(QString, room);
    PathLabel label;
    label.setPath(path);
    QTEST(label.shortened(label.fontMetrics().horizontalAdvance(room)), "shown");
    const QString least = label.shortened(label.minimumSizeHint().width());
    QVERIFY(label.fontMetrics().horizontalAdvance(least) <= label.minimumSizeHint().width());
    QVERIFY(least.endsWith(u".md"_s));
}

void TestPathLabel::tellsTheWholePath()
{
    PathLabel label;
    label.setPath(u"cases/a.md"_s);
    QCOMPARE(label.toolTip(), u"cases/a.md"_s);
    QCOMPARE(label.accessibleName(), u"cases/a.md"_s);
}

/// Buttons lose their words before the path is cut.
void TestPathLabel::buttonsMakeRoom()
{
    QAction save(u"A rather long word"_s);
    EditHeader header(new QWidget, {&save});
    const auto *label = header.findChild<PathLabel *>();
    const auto *button = header.findChild<QToolButton *>();
    header.showFile(u"cases/services/discord-read-states.md"_s, true);
    header.resize(header.sizeHint().width() * 2, 40);
    header.show();
    QCOMPARE(button->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    header.resize(label->sizeHint().width() + button->sizeHint().width(), 40);
    QCOMPARE(button->toolButtonStyle(), Qt::ToolButtonIconOnly);
    header.resize(header.sizeHint().width(), 40);
    QTRY_COMPARE(label->width(), label->sizeHint().width());
}

QTEST_MAIN(TestPathLabel)
#include "tst_pathlabel.moc"
