#include "core/base/value.h"
#include "tests/ui/edit/form/formtest.h"
#include "tests/ui/support/guitest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/form/caseform.h"
#include "ui/edit/form/fieldeditor.h"
#include "ui/edit/sourceeditor.h"

#include <QLabel>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// What the form cannot edit: it says why, and leads into the source.
class TestFormRefusals : public FormTest {
    Q_OBJECT

private slots:
    void cleanup() { close(); }

    void aRefusedEdit();
    void unreadable_data();
    void unreadable();
    void brokenForAMoment();
    void withoutFrontMatter();
    void missingFields();
};

void TestFormRefusals::aRefusedEdit()
{
    open("---\ntitle: &a Alpha\ndecision: migrating\nother: *a\n---\n");
    type(u"title"_s, u"Beta"_s);
    QTRY_VERIFY(!note(u"title"_s).isEmpty());
    QCOMPARE(textIn(u"title"_s), u"Alpha"_s); // what the file says
    QCOMPARE(bytes(), m_opened);
    auto *label = editor(u"title"_s)->findChild<QLabel *>(u"fieldNote"_s);
    QVERIFY(label && label->isVisible());
    emit label->linkActivated(u"source"_s);
    QTRY_VERIFY(m_page->editor()->hasFocus());
    QCOMPARE(m_page->editor()->textCursor().blockNumber() + 1, 2);
}

void TestFormRefusals::unreadable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("broken") << QByteArray("---\ntitle: [a\n---\nText\n") << u"Line "_s;
    QTest::newRow("TOML") << QByteArray("+++\ntitle = 'a'\n+++\nText\n") << u"TOML"_s;
}

void TestFormRefusals::unreadable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    open(bytes);
    QVERIFY2(form()->obstacle().contains(says), qPrintable(form()->obstacle()));
    QVERIFY(!form()->goTo(FieldPath(u"title"_s)));
    QCOMPARE(saved(), bytes);
}

void TestFormRefusals::brokenForAMoment()
{
    open("---\ntitle: Alpha\n---\n");
    m_page->editor()->replaceContents(u"---\ntitle: [Alpha\n---\n"_s);
    QTRY_VERIFY(!form()->obstacle().isEmpty());
    QVERIFY(editor(u"title"_s)->isVisible() && !editor(u"title"_s)->isEnabled());
    m_page->editor()->replaceContents(u"---\ntitle: Beta\n---\n"_s);
    QTRY_VERIFY(form()->obstacle().isEmpty());
    QVERIFY(editor(u"title"_s)->isEnabled());
    QCOMPARE(textIn(u"title"_s), u"Beta"_s);
}

void TestFormRefusals::withoutFrontMatter()
{
    open("# Heading\n");
    QCOMPARE(textIn(u"title"_s), QString());
    type(u"title"_s, u"Alpha"_s);
    QTRY_VERIFY(bytes().startsWith("---\ntitle: Alpha\n---\n"));
    QVERIFY(bytes().endsWith("# Heading\n"));
}

void TestFormRefusals::missingFields()
{
    open("---\ndecision: migrating\nclaims:\n  - side: for\n---\n");
    QVERIFY(note(u"title"_s).contains(u"missing"_s));
    QVERIFY(note(u"decision"_s).isEmpty());
    QVERIFY(note(u"claims[0].text"_s).contains(u"missing"_s));
    QVERIFY(note(u"claims[0].side"_s).isEmpty());
}

CASEBOOK_GUI_TEST(TestFormRefusals)
#include "tst_formrefusals.moc"
