#include "tests/ui/support/guitest.h"
#include "ui/export/briefingform.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestBriefingForm : public QObject {
    Q_OBJECT

private slots:
    void init();

    void showsARecipe();
    void tellsOfChanges();
    void remembers();
    void everythingHasAName();

private:
    static BriefingRecipe unusual();
};

void TestBriefingForm::init()
{
    QSettings().clear();
}

BriefingRecipe TestBriefingForm::unusual()
{
    BriefingRecipe recipe;
    recipe.title = u"A title"_s;
    recipe.question = u"A question?"_s;
    recipe.notice = u"Draft"_s;
    recipe.logo = u"/somewhere/logo.png"_s;
    recipe.paper = BriefingRecipe::Paper::Letter;
    recipe.layout = BriefingRecipe::Layout::Continuous;
    recipe.color = false;
    recipe.margins = {10, 20, 30, 40};
    recipe.contents = recipe.appendix = false;
    return recipe;
}

void TestBriefingForm::showsARecipe()
{
    BriefingForm form;
    QVERIFY(form.recipe() == BriefingRecipe());
    form.setRecipe(unusual());
    QVERIFY(form.recipe() == unusual());
    form.setRecipe({});
    QVERIFY(form.recipe() == BriefingRecipe());
}

void TestBriefingForm::tellsOfChanges()
{
    BriefingForm form;
    form.show();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    QSignalSpy changes(&form, &BriefingForm::changed);
    auto *notice = form.findChild<QLineEdit *>(u"exportNotice"_s);
    notice->setFocus();
    QTest::keyClicks(notice, u"Draft"_s);
    QCOMPARE(changes.size(), 5);
    QCOMPARE(form.recipe().notice, u"Draft"_s);
    auto *summary = form.findChild<QCheckBox *>(u"exportPart0"_s);
    QTest::keyClick(summary, Qt::Key_Space);
    QCOMPARE(changes.size(), 6);
    QVERIFY(!form.recipe().summary);
}

void TestBriefingForm::remembers()
{
    QVERIFY(rememberedRecipe() == BriefingRecipe());
    rememberRecipe(unusual());
    BriefingRecipe expected = unusual();
    expected.title.clear(); // about one corpus
    expected.question.clear();
    QVERIFY(rememberedRecipe() == expected);
    QSettings().setValue(u"export/margins"_s, u"nonsense"_s);
    QVERIFY(rememberedRecipe().margins == BriefingRecipe().margins);
}

void TestBriefingForm::everythingHasAName()
{
    const BriefingForm form;
    for (const QWidget *widget : form.findChildren<QWidget *>()) {
        if (widget->inherits("QDoubleSpinBox"))
            QVERIFY(!widget->accessibleName().isEmpty());
    }
}

CASEBOOK_GUI_TEST(TestBriefingForm)
#include "tst_briefingform.moc"
