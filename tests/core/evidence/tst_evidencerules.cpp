#include "core/evidence/evidencerules.h"

#include <QSet>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(casebook::Statement)

namespace {

using Teller = Statement::Teller;

/// "measured -1 interested": the level and what weakens it.
QString print(const Strength &strength)
{
    QStringList parts{levelId(strength.level), QString::number(-strength.weakened)};
    for (const EvidenceStep &step : stepsOf(strength)) {
        if (step.effect.startsWith(u'-'))
            parts.append(step.rule);
    }
    return parts.join(u' ');
}

} // namespace

class TestEvidenceRules : public QObject {
    Q_OBJECT

private slots:
    void table_data();
    void table();
    void everyRuleIsReached();
    void everyRuleHasItsReason();
    void ranks();
    void words();
    void steps();
};

void TestEvidenceRules::table_data()
{
    QTest::addColumn<Statement>("statement");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Statement &statement, const char *expected) {
        QTest::newRow(name) << statement << QString::fromUtf8(expected);
    };
    const Statement fresh{.year = 2025, .age = 1};
    const auto told = [&](Teller teller, const auto &change) {
        Statement statement = fresh;
        statement.teller = teller;
        change(statement);
        return statement;
    };
    const auto as = [&](Teller teller) { return told(teller, [](Statement &) {}); };
    const auto aged = [&](int age, int years = 5) {
        return told(Teller::FirstParty, [&](Statement &s) {
            s.age = age;
            s.years = years;
        });
    };
    row("first party", as(Teller::FirstParty), "first-hand 0");
    row("third party", as(Teller::ThirdParty), "reported 0");
    row("nobody knows whose", as(Teller::Unknown), "reported 0");
    row("no source", as(Teller::Nobody), "reported -1 unsourced");
    row("a figure", told(Teller::FirstParty, [](Statement &s) { s.measured = true; }), "measured 0");
    row("a figure of theirs, told by another", told(Teller::ThirdParty, [](Statement &s) { s.measured = true; }),
        "measured 0");
    row("nothing was done", told(Teller::FirstParty, [](Statement &s) { s.hypothetical = true; }), "hypothetical 0");
    row("nothing was done, with a figure",
        told(Teller::FirstParty,
             [](Statement &s) {
                 s.hypothetical = true;
                 s.measured = true;
             }),
        "hypothetical 0");
    row("a vendor", told(Teller::FirstParty, [](Statement &s) { s.interested = true; }), "first-hand -1 interested");
    row("a vendor's figure",
        told(Teller::FirstParty,
             [](Statement &s) {
                 s.interested = true;
                 s.measured = true;
             }),
        "measured -1 interested");
    row("next year's", aged(-1), "first-hand 0");
    row("not dated yet", aged(4), "first-hand 0");
    row("just dated", aged(5), "first-hand -1 dated");
    row("not old yet", aged(9), "first-hand -1 dated");
    row("just old", aged(10), "first-hand -2 old");
    row("very old", aged(70), "first-hand -2 old");
    row("dated sooner", aged(2, 2), "first-hand -1 dated");
    row("old sooner", aged(4, 2), "first-hand -2 old");
    row("undated", told(Teller::ThirdParty, [](Statement &s) { s.year = s.age = 0; }), "reported -1 undated");
    row("unsourced and undated, said once", told(Teller::Nobody, [](Statement &s) { s.year = s.age = 0; }),
        "reported -1 unsourced");
    row("all at once",
        told(Teller::FirstParty,
             [](Statement &s) {
                 s.interested = true;
                 s.age = 12;
             }),
        "first-hand -3 interested old");
}

void TestEvidenceRules::table()
{
    QFETCH(Statement, statement);
    const Strength strength = strengthOf(statement);
    QTEST(print(strength), "expected");
    QCOMPARE(strength.year, statement.year);
    const auto deciding = [](const EvidenceStep &step) { return !step.effect.startsWith(u'-'); };
    const QList<EvidenceStep> steps = stepsOf(strength);
    QCOMPARE(std::count_if(steps.begin(), steps.end(), deciding), 1);
    QCOMPARE(steps.first().effect, levelId(strength.level));
}

void TestEvidenceRules::everyRuleIsReached()
{
    QStringList reached;
    for (const Teller teller : {Teller::Nobody, Teller::Unknown, Teller::ThirdParty, Teller::FirstParty}) {
        for (const int age : {0, 5, 10}) {
            for (int bits = 0; bits < 8; ++bits) {
                const Statement statement{teller,          (bits & 1) != 0,    (bits & 2) != 0,
                                          (bits & 4) != 0, age > 0 ? 2000 : 0, age};
                for (const EvidenceStep &step : stepsOf(strengthOf(statement)))
                    reached.append(step.rule);
            }
        }
    }
    for (const EvidenceRule &rule : evidenceRules())
        QVERIFY2(rule.kind == EvidenceRule::Kind::Gathers || reached.contains(rule.id), qPrintable(rule.id.toString()));
}

void TestEvidenceRules::everyRuleHasItsReason()
{
    QSet<QStringView> ids;
    for (const EvidenceRule &rule : evidenceRules()) {
        QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id.toString()));
        ids.insert(rule.id);
        QVERIFY2(ruleReason(rule).endsWith(u'.'), rule.reason);
        const bool weakens = rule.kind == EvidenceRule::Kind::Weakens;
        QCOMPARE(rule.steps > 0, weakens);
        QCOMPARE(!ruleWord(rule).isEmpty(), weakens);
        QCOMPARE(rule.holds == nullptr, rule.kind == EvidenceRule::Kind::Gathers);
    }
}

/// Whatever weakens it, evidence of one level stays above that of the next.
void TestEvidenceRules::ranks()
{
    Statement best{.teller = Teller::FirstParty, .year = 2025};
    Statement worst{.teller = Teller::FirstParty, .interested = true, .year = 1990, .age = 36};
    int before = -1000;
    for (int level = 0; level < 4; ++level) {
        for (Statement *one : {&worst, &best}) {
            one->hypothetical = level == 0;
            one->measured = level == 3;
            one->teller = level >= 2 ? Teller::FirstParty : Teller::ThirdParty;
            const int rank = strengthOf(*one).rank();
            QVERIFY(rank > before);
            before = rank;
        }
    }
}

void TestEvidenceRules::words()
{
    QCOMPARE(wordOf(strengthOf({.teller = Teller::FirstParty, .measured = true, .year = 2025})), u"Measured"_s);
    QCOMPARE(wordOf(strengthOf({.teller = Teller::FirstParty, .interested = true, .year = 2019, .age = 7})),
             u"First-hand, interested source, dated"_s);
    QCOMPARE(levelLabel(EvidenceLevel::Hypothetical), u"Hypothetical"_s);
    QVERIFY(levelDefinition(EvidenceLevel::Reported).endsWith(u'.'));
}

void TestEvidenceRules::steps()
{
    const QList<EvidenceStep> steps = stepsOf(strengthOf({.teller = Teller::FirstParty, .year = 2013, .age = 13}));
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.at(0).rule, u"first-hand"_s);
    QCOMPARE(steps.at(0).effectInWords(), u"First-hand"_s);
    QCOMPARE(steps.at(1).effect, u"-2"_s);
    QCOMPARE(steps.at(1).effectInWords(), u"\u22122"_s);
    QVERIFY(steps.at(1).sentence.contains(u"2013"));
    QVERIFY(!steps.at(1).sentence.contains(u'%'));
}

QTEST_GUILESS_MAIN(TestEvidenceRules)
#include "tst_evidencerules.moc"
