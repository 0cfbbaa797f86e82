#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/facetrow.h"
#include "ui/browse/queryfield.h"
#include "ui/read/caseview.h"
#include "ui/read/evidencepanel.h"
#include "ui/window/mainwindow.h"

#include <QSettings>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has a copy of the bundled corpus, open in the window.
class TestWindowEvidence : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isAFacet();
    void isExplainedByAKey();
    void isNotExplainedWhereThereIsNone();

private:
    EvidencePanel *panel() const { return m_driver->window().findChild<EvidencePanel *>(); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowEvidence::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->copyBundled();
    m_driver = std::make_unique<WindowDriver>();
}

void TestWindowEvidence::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

void TestWindowEvidence::isAFacet()
{
    QVERIFY(m_driver->open(m_folder->root()));
    FacetRow *hypothetical = nullptr;
    for (FacetRow *row : m_driver->window().findChildren<FacetRow *>()) {
        if (row->value().value == u"hypothetical" && row->value().label == u"Hypothetical" && !hypothetical)
            hypothetical = row;
    }
    QVERIFY(hypothetical);
    m_driver->field()->setText(u"evidence:hypothetical"_s);
    QCOMPARE(m_driver->cases(), QStringList(u"propelauth"_s));
    m_driver->field()->setText(u"evidence:measured"_s);
    QVERIFY(m_driver->shows(u"google"_s));
    QVERIFY(!m_driver->shows(u"propelauth"_s));
}

void TestWindowEvidence::isExplainedByAKey()
{
    QVERIFY(m_driver->open(m_folder->root(), u"google"_s));
    QTRY_COMPARE(m_driver->read(), u"Android, Chromium and services"_s);
    m_driver->reader()->setFocus();
    m_driver->press(u"Ctrl+Shift+E"_s);
    QTRY_VERIFY(panel() && panel()->isVisible());
    QVERIFY(panel()->accessibleName().contains(u"Measured"_s));
    QTest::keyClick(panel(), Qt::Key_Escape);
    QTRY_VERIFY(!panel());
    QTRY_VERIFY(m_driver->reader()->hasFocus());
    m_driver->press(u"F4"_s);
    QVERIFY(!m_driver->action(u"explainEvidence"_s)->isEnabled());
}

void TestWindowEvidence::isNotExplainedWhereThereIsNone()
{
    CorpusFolder folder;
    folder.write(u"note.md"_s, "# A note\n");
    QVERIFY(m_driver->open(folder.root(), u"note"_s));
    QTRY_COMPARE(m_driver->read(), u"A note"_s);
    QVERIFY(!m_driver->action(u"explainEvidence"_s)->isEnabled());
}

CASEBOOK_GUI_TEST(TestWindowEvidence)
#include "tst_window_evidence.moc"
