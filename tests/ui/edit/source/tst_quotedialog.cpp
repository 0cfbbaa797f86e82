#include "core/corpus/schema.h"
#include "ui/edit/source/quotedialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestQuoteDialog : public QObject {
    Q_OBJECT

private slots:
    void offersTheSources();
    void anotherPage();
    void wantsAText();
    void readsSources_data();
    void readsSources();
};

static const QList<QuoteSource> sources{{{}, u"One"_s, u"https://www.x.org/1"_s, u"2020"_s},
                                        {{}, u"Two"_s, u"https://y.org/2"_s, {}}};

void TestQuoteDialog::offersTheSources()
{
    QuoteDialog dialog(u"Text"_s, sources);
    auto *choice = dialog.findChild<QComboBox *>(u"quoteSource"_s);
    QCOMPARE(choice->count(), 4);
    QCOMPARE(choice->itemText(0), u"1. One · x.org · 2020"_s);
    QCOMPARE(dialog.quote(), u"> Text\n>\n> — [One](https://www.x.org/1), 2020"_s);
    choice->setCurrentIndex(1);
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"quoteSpeaker"_s), u"Jane Doe"_s);
    QCOMPARE(dialog.quote(), u"> Text\n>\n> — Jane Doe, [Two](https://y.org/2)"_s);
    choice->setCurrentIndex(3);
    QCOMPARE(dialog.quote(), u"> Text\n>\n> — Jane Doe"_s);
}

void TestQuoteDialog::anotherPage()
{
    QuoteDialog dialog(u"Text"_s, {});
    dialog.show();
    auto *title = dialog.findChild<QLineEdit *>(u"quoteTitle"_s);
    QVERIFY(title->isVisible()); // there is no source to choose
    QTest::keyClicks(title, u"A page"_s);
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"quoteAddress"_s), u"https://z.org"_s);
    QCOMPARE(dialog.quote(), u"> Text\n>\n> — [A page](https://z.org)"_s);
    dialog.findChild<QComboBox *>(u"quoteSource"_s)->setCurrentIndex(1);
    QVERIFY(!title->isVisible());
    QCOMPARE(dialog.quote(), u"> Text"_s);
}

void TestQuoteDialog::wantsAText()
{
    QuoteDialog dialog({}, sources);
    QPushButton *insert = nullptr;
    const auto buttons = dialog.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().remove(u'&') == u"Insert")
            insert = button;
    }
    QVERIFY(insert && !insert->isEnabled());
    auto *text = dialog.findChild<QPlainTextEdit *>(u"quoteText"_s);
    QTest::keyClicks(text, u" "_s);
    QVERIFY(!insert->isEnabled());
    QTest::keyClicks(text, u"x"_s);
    QVERIFY(insert->isEnabled());
}

void TestQuoteDialog::readsSources_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("two") << QByteArray("---\npages:\n  - {title: A, url: 'https://a.org'}\n  - {title: B}\n---\n")
                         << QStringList{u"A"_s, u"B"_s};
    QTest::newRow("none") << QByteArray("---\nt: 1\n---\n") << QStringList();
    QTest::newRow("broken") << QByteArray("---\npages: [\n---\n") << QStringList();
    QTest::newRow("no front matter") << QByteArray("text") << QStringList();
}

void TestQuoteDialog::readsSources()
{
    QFETCH(QByteArray, file);
    Schema schema;
    Field field;
    field.id = u"pages"_s;
    field.type = FieldType::Records;
    schema.fields = {field};
    QVERIFY(quoteSources(file, schema).isEmpty()); // no field has the role
    schema.setRole(u"sources"_s, u"pages"_s);
    QStringList titles;
    const QList<QuoteSource> found = quoteSources(file, schema);
    for (const QuoteSource &source : found)
        titles.append(source.title);
    QTEST(titles, "titles");
}

QTEST_MAIN(TestQuoteDialog)
#include "tst_quotedialog.moc"
