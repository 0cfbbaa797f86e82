#include "core/document/edit.h"
#include "core/document/splicing/valueedit.h"
#include "tests/core/document/awkwarddocument.h"
#include "tests/core/document/randomyaml.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;
using bench::Random;

namespace {

constexpr int caseCount = 20'000;

/// What the test starts from; another one looks elsewhere: CASEBOOK_SEED=7 tst_editproperties
quint64 firstSeed()
{
    bool given = false;
    const int seed = qEnvironmentVariableIntValue("CASEBOOK_SEED", &given);
    return given ? static_cast<quint64>(seed) * 1'000'000'000 : 1;
}

/// A front matter without keys is an empty map.
Value frontMatterValue(const Document &document)
{
    const Value value = toValue(document.tree());
    return value.isNull() ? Value(Value::Map()) : value;
}

/// A place in a value, one that is there or one more.
FieldPath randomPath(Random &random, const Value &root)
{
    FieldPath path;
    const Value *value = &root;
    for (int depth = 0;; ++depth) {
        const bool isLeaf = !value->isMap() && !value->isList();
        if (depth > 0 && (isLeaf || random.chance(35)))
            return path;
        const auto count = static_cast<int>(value->isMap() ? value->entries().size() : value->items().size());
        const int index = random.below(count + (random.chance(20) ? 1 : 0) + (count == 0 ? 1 : 0));
        if (index >= count)
            return value->isMap() ? path.key(u"added"_s) : path.item(index);
        if (value->isMap()) {
            path = path.key(value->entries()[static_cast<std::size_t>(index)].first);
            value = &value->entries()[static_cast<std::size_t>(index)].second;
        } else {
            path = path.item(index);
            value = &value->items()[static_cast<std::size_t>(index)];
        }
    }
}

Edit randomEdit(Random &random, const Value &root)
{
    const FieldPath path = randomPath(random, root);
    if (path.last().intoList) {
        const Value *list = valueAtPath(root, path.parent());
        const auto count = list ? static_cast<int>(list->items().size()) : 0;
        if (random.chance(30))
            return Edit::insert(path, awkwardValue(random, 2));
        if (count > 1 && path.last().index < count && random.chance(30))
            return Edit::move(path, random.below(count));
    }
    return random.chance(20) ? Edit::remove(path) : Edit::set(path, awkwardValue(random, 2));
}

QString describe(const Edit &edit)
{
    static constexpr std::array kinds{"set", "remove", "insert", "move"};
    return QString::fromLatin1(kinds[static_cast<std::size_t>(edit.kind)]) + u' ' + edit.path.toString() + u' '
        + QString::fromUtf8(QJsonDocument(QJsonArray{edit.value.toJson()}).toJson(QJsonDocument::Compact)) + u" to "_s
        + QString::number(edit.to);
}

} // namespace

/// Random documents, random edits: whatever is edited, nothing else changes.
class TestEditProperties : public QObject {
    Q_OBJECT

private slots:
    void onlyTheValueChanges();
    void generatorIsValid();
    void hostileText();

private:
    QString check(const AwkwardDocument &file, const Document &document, const Edit &edit);

    int m_refused = 0;
    int m_changed = 0;
};

/// What is wrong with an edit's outcome; empty where all is well.
QString TestEditProperties::check(const AwkwardDocument &file, const Document &document, const Edit &edit)
{
    const Value old = frontMatterValue(document);
    const QByteArray key = edit.path.steps().first().key.toUtf8();
    const auto block =
        std::find_if(file.blocks.begin(), file.blocks.end(), [&](const auto &b) { return b.key == key; });
    const bool isNew = block == file.blocks.end();
    const Result<Value> expected = edited(old, edit);
    const Result<QByteArray> after = applyEdits(document, {edit});
    if (!after) {
        ++m_refused;
        // A text that keeps the blank lines below it (|+) may get others when it is moved: that is refused.
        const bool mayGain = edit.kind == Edit::Kind::Move && (file.bytes.contains("|+") || file.bytes.contains(">+"));
        const bool rightly = !expected || mayGain || (!isNew && block->hasAnchor);
        return rightly ? QString() : u"refused: "_s + after.error().message;
    }
    const Document result = Document::parse(*after);
    if (!expected || !isSame(frontMatterValue(result), *expected))
        return u"the value is not what was set"_s;
    if (isSame(old, *expected) && *after != file.bytes)
        return u"bytes changed without need"_s;
    m_changed += *after == file.bytes ? 0 : 1;
    // All before the key's lines and all behind them stays.
    const Span lines = isNew ? Span{document.frontMatter().end, document.frontMatter().end} : block->lines;
    const QByteArrayView bytes(file.bytes);
    if (!isNew && !after->startsWith(bytes.first(lines.begin)))
        return u"something before its lines changed"_s;
    if (!isNew && !after->endsWith(bytes.sliced(lines.end)))
        return u"something behind its lines changed"_s;
    if (isNew && result.bodyText() != document.bodyText())
        return u"the body changed"_s;
    const bool mixed = file.bytes.startsWith("---\r\n") && QByteArray(*after).replace("\r\n", "").contains('\n');
    if (mixed && edit.value.toText() != u"\u0085"_s)
        return u"a line feed without a carriage return came in"_s;
    if (edit.kind != Edit::Kind::Set && edit.kind != Edit::Kind::Remove)
        return {};
    if (edit.kind == Edit::Kind::Remove && edit.path.last().intoList)
        return {};
    const Result<QByteArray> again = applyEdits(result, {edit});
    return again && *again == *after ? QString() : u"the second time something changed"_s;
}

void TestEditProperties::onlyTheValueChanges()
{
    const quint64 first = firstSeed();
    int failures = 0;
    for (int i = 0; i < caseCount; ++i) {
        Random random(first + static_cast<quint64>(i));
        const AwkwardDocument file = awkwardDocument(random);
        const Document document = Document::parse(file.bytes);
        const Edit edit = randomEdit(random, toValue(document.tree()));
        const QString wrong = check(file, document, edit);
        if (wrong.isEmpty())
            continue;
        const Result<QByteArray> after = applyEdits(document, {edit});
        qWarning().noquote() << "seed" << first + static_cast<quint64>(i) << wrong << "\n"
                             << describe(edit) << "\n"
                             << file.bytes << (after ? "=====\n" + *after : QByteArray("refused"));
        if (++failures == 10)
            break;
    }
    qInfo() << m_changed << "edits changed something," << m_refused << "were refused, from seed" << first;
    QCOMPARE(failures, 0);
    QVERIFY(m_changed > caseCount / 2);
    QVERIFY(m_refused < caseCount / 20);
}

/// The documents are what the test above believes them to be.
void TestEditProperties::generatorIsValid()
{
    const quint64 first = firstSeed();
    for (int i = 0; i < 2'000; ++i) {
        Random random(first + static_cast<quint64>(i));
        const AwkwardDocument file = awkwardDocument(random);
        const Document document = Document::parse(file.bytes);
        QVERIFY2(!document.isBroken(), file.bytes.constData());
        QCOMPARE(document.tree().keys.size(), file.blocks.size());
    }
}

/// Whatever stands there, an edit is made as it was meant or is refused.
void TestEditProperties::hostileText()
{
    const quint64 first = firstSeed();
    int made = 0;
    for (int i = 0; i < caseCount; ++i) {
        Random random(first + static_cast<quint64>(i));
        const QByteArray yaml =
            random.chance(50) ? randomPieces(random) : mutated(randomFrontMatter(random, 40), random);
        const Document document = Document::parse("---\n" + yaml + "\n---\nbody");
        const Value old = frontMatterValue(document);
        const Edit edit = randomEdit(random, old);
        const Result<QByteArray> after = applyEdits(document, {edit});
        if (!after)
            continue;
        ++made;
        const Result<Value> expected = edited(old, edit);
        QVERIFY2(expected && isSame(frontMatterValue(Document::parse(*after)), *expected), yaml.constData());
    }
    qInfo() << made << "edits of" << caseCount << "texts were made";
    QVERIFY(made > caseCount / 20);
}

QTEST_GUILESS_MAIN(TestEditProperties)
#include "tst_editproperties.moc"
