#include "core/base/problem.h"
#include "core/base/result.h"

#include <QTest>

#include <memory>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestResult : public QObject {
    Q_OBJECT

private slots:
    void value();
    void error();
    void moveOnlyValue();
    void valueOr();
    void withoutAValue();
    void severities();
};

void TestResult::value()
{
    Result<QString> result(u"text"_s);
    QVERIFY(result.has_value());
    QVERIFY(static_cast<bool>(result));
    QCOMPARE(*result, u"text"_s);
    QCOMPARE(result->size(), 4);
    *result = u"other"_s;
    QCOMPARE(result.value(), u"other"_s);
    QCOMPARE(*std::move(result), u"other"_s);
}

void TestResult::error()
{
    const Result<int> result(Error{u"why"_s});
    QVERIFY(!result.has_value());
    QVERIFY(!result);
    QCOMPARE(result.error().message, u"why"_s);
}

void TestResult::moveOnlyValue()
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
    const std::unique_ptr<int> taken = std::move(result).value();
    QCOMPARE(*taken, 7);
}

void TestResult::valueOr()
{
    QCOMPARE(Result<int>(3).value_or(5), 3);
    QCOMPARE(Result<int>(Error{u"no"_s}).value_or(5), 5);
}

void TestResult::withoutAValue()
{
    QVERIFY(Result<void>().has_value());
    const Result<void> failed(Error{u"why"_s});
    QVERIFY(!failed);
    QCOMPARE(failed.error().message, u"why"_s);
}

void TestResult::severities()
{
    QCOMPARE(severityName(Severity::Error), u"error"_s);
    QCOMPARE(severityName(Severity::Warning), u"warning"_s);
    QVERIFY(!hasError({}));
    QVERIFY(!hasError({{Severity::Warning, 1, 1, {}}}));
    QVERIFY(hasError({{Severity::Warning, 1, 1, {}}, {Severity::Error, 1, 1, {}}}));
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
