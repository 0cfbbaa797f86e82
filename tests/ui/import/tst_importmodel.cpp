#include "ui/import/importmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

FieldComparison field(const QString &label, ImportState state, const QString &before, const QString &after)
{
    return {label, state, before, after, {Edit::set(FieldPath(label), Value(after))}, state == ImportState::New};
}

CaseComparison one(const QString &title, ImportState state, const QList<FieldComparison> &fields)
{
    CaseComparison made;
    made.imported.title = title;
    made.imported.organization = u"Acme"_s;
    made.path = u"cases/"_s + title + u".md"_s;
    made.state = state;
    made.fields = fields;
    return made;
}

ImportComparison sample()
{
    ImportComparison comparison;
    comparison.cases = {
        one(u"Fresh"_s, ImportState::New,
            {field(u"title"_s, ImportState::New, {}, u"Fresh"_s), field(u"year"_s, ImportState::New, {}, u"2020"_s)}),
        one(u"Disputed"_s, ImportState::Conflict,
            {field(u"title"_s, ImportState::Conflict, u"Old"_s, u"Disputed"_s),
             field(u"year"_s, ImportState::Unchanged, u"2020"_s, u"2020"_s),
             field(u"note"_s, ImportState::New, {}, u"two\nlines"_s)}),
        one(u"Same"_s, ImportState::Unchanged, {field(u"year"_s, ImportState::Unchanged, u"1"_s, u"1"_s)}),
        one(u"Broken"_s, ImportState::Unchanged, {})};
    comparison.cases[3].reason = u"It cannot be read."_s;
    comparison.cases[3].chosen = false;
    return comparison;
}

QString tick(const QVariant &value)
{
    if (!value.isValid())
        return u" "_s;
    return value.toInt() == Qt::Checked ? u"x"_s : value.toInt() == Qt::PartiallyChecked ? u"~"_s : u"o"_s;
}

QStringList lines(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList found;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        found.append((parent.isValid() ? u"  "_s : u""_s) + tick(index.data(Qt::CheckStateRole)) + u' '
                     + index.data().toString() + u" | "_s + index.siblingAtColumn(1).data().toString());
        found += lines(model, index);
    }
    return found;
}

} // namespace

class TestImportModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void showsWhatDiffers();
    void takesACaseOut();
    void takesAFieldOut();
    void takesOneFieldOfACaseThatWasOut();
    void takesAConflict();
    void ticksManyAtOnce();
    void offersAbout();
    void cannotTickWhatChangesNothing();

private:
    void set(const QModelIndex &index, Qt::CheckState state)
    {
        QVERIFY(m_model->setData(index, state, Qt::CheckStateRole));
    }
    QModelIndex at(int row, int below = -1) const
    {
        const QModelIndex top = m_model->index(row, 0);
        return below < 0 ? top : m_model->index(below, 0, top);
    }

    std::unique_ptr<ImportModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestImportModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<ImportModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setComparison(sample());
}

void TestImportModel::showsWhatDiffers()
{
    QCOMPARE(lines(*m_model),
             QStringList({u"x Acme · Fresh | New"_s, u"  x title: Fresh | New"_s, u"  x year: 2020 | New"_s,
                          u"~ Acme · Disputed | Conflict"_s, u"  o title: Disputed | Conflict"_s,
                          u"    year: 2020 | Unchanged"_s, u"  x note: two… | New"_s, u"  Acme · Same | Unchanged"_s,
                          u"    year: 1 | Unchanged"_s, u"  Acme · Broken | Left out"_s}));
    QCOMPARE(m_model->chosenCount(), 2);
    QCOMPARE(at(3).data(Qt::ToolTipRole).toString(), u"It cannot be read."_s);
}

void TestImportModel::takesACaseOut()
{
    const QSignalSpy spy(m_model.get(), &ImportModel::ticksChanged);
    set(at(0), Qt::Unchecked);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(lines(*m_model).mid(0, 3),
             QStringList({u"o Acme · Fresh | New"_s, u"  o title: Fresh | New"_s, u"  o year: 2020 | New"_s}));
    QVERIFY(!m_model->comparison().cases.at(0).chosen);
    set(at(0), Qt::Checked);
    QCOMPARE(m_model->chosenCount(), 2);
}

void TestImportModel::takesAFieldOut()
{
    set(at(0, 1), Qt::Unchecked);
    QCOMPARE(lines(*m_model).first(), u"~ Acme · Fresh | New"_s);
    set(at(0, 0), Qt::Unchecked);
    QCOMPARE(lines(*m_model).first(), u"o Acme · Fresh | New"_s);
    QCOMPARE(m_model->chosenCount(), 1);
    set(at(0), Qt::Checked);
    QCOMPARE(lines(*m_model).first(), u"x Acme · Fresh | New"_s);
}

void TestImportModel::takesOneFieldOfACaseThatWasOut()
{
    set(at(0), Qt::Unchecked);
    set(at(0, 1), Qt::Checked);
    QCOMPARE(lines(*m_model).mid(0, 3),
             QStringList({u"~ Acme · Fresh | New"_s, u"  o title: Fresh | New"_s, u"  x year: 2020 | New"_s}));
}

void TestImportModel::takesAConflict()
{
    set(at(1), Qt::Checked); // as a key does where it is ticked in part
    QCOMPARE(lines(*m_model).at(3), u"o Acme · Disputed | Conflict"_s);
    set(at(1), Qt::Checked);
    QCOMPARE(lines(*m_model).at(3), u"~ Acme · Disputed | Conflict"_s);
    set(at(1, 0), Qt::Checked);
    QVERIFY(m_model->comparison().cases.at(1).fields.at(0).chosen);
    QCOMPARE(lines(*m_model).at(3), u"x Acme · Disputed | Conflict"_s);
}

void TestImportModel::ticksManyAtOnce()
{
    m_model->setTicked({0, 1, 2, 3}, false);
    QCOMPARE(m_model->chosenCount(), 0);
    QVERIFY(!m_model->changesAnything());
    m_model->setTicked({0, 1, 2, 3}, true);
    QCOMPARE(m_model->chosenCount(), 2);
    QCOMPARE(lines(*m_model).at(3), u"~ Acme · Disputed | Conflict"_s);
}

void TestImportModel::offersAbout()
{
    ImportComparison comparison = sample();
    comparison.about.state = ImportState::Changed;
    m_model->setComparison(comparison);
    const QModelIndex about = at(4);
    QVERIFY(m_model->isAbout(about));
    QVERIFY(!m_model->caseAt(about));
    QVERIFY(!m_model->isAbout(at(3)));
    QCOMPARE(lines(*m_model).last(), u"o about.md: what belongs to no case | Changed"_s);
    m_model->setTicked({0, 1, 2, 3}, false);
    set(about, Qt::Checked);
    QVERIFY(m_model->comparison().about.chosen);
    QVERIFY(m_model->changesAnything());
    QCOMPARE(m_model->chosenCount(), 0);

    comparison.about = {};
    comparison.about.reason = u"It is a link."_s;
    m_model->setComparison(comparison);
    QCOMPARE(lines(*m_model).last(), u"  about.md: what belongs to no case | Left out"_s);
    QVERIFY(!m_model->setData(at(4), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(at(4).data(Qt::ToolTipRole).toString(), u"It is a link."_s);
}

void TestImportModel::cannotTickWhatChangesNothing()
{
    const QModelIndex same = at(1, 1); // a field of a case in conflict
    QVERIFY(!m_model->flags(same).testFlag(Qt::ItemIsUserCheckable));
    for (const int row : {2, 3}) {
        QVERIFY(!m_model->flags(at(row)).testFlag(Qt::ItemIsUserCheckable));
        QVERIFY(!m_model->setData(at(row), Qt::Checked, Qt::CheckStateRole));
    }
}

QTEST_GUILESS_MAIN(TestImportModel)
#include "tst_importmodel.moc"
