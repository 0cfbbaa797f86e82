#include "tests/ui/support/guitest.h"
#include "ui/edit/merge/mergedtext.h"

#include <QRandomGenerator>
#include <QTextDocument>

using namespace casebook;
using namespace Qt::StringLiterals;
using State = MergedText::State;

class TestMergedText : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_merged.reset(); }

    void beginsWithMine();
    void decisions();
    void editingDecides();
    void editingElsewhereDoesNot();
    void undo();
    void nothingOfMine();
    void lastLineWithoutEnd();
    void nextOpen();
    void randomDecisions();

private:
    void start(const QString &base, const QString &mine, const QString &theirs);
    QString conflict(int i) const
    {
        return m_merged->place(m_merged->regionOf(i)).selectedText().replace(QChar::ParagraphSeparator, u'\n');
    }

    QTextDocument m_document;
    std::unique_ptr<MergedText> m_merged;
};

void TestMergedText::start(const QString &base, const QString &mine, const QString &theirs)
{
    m_merged.reset();
    const MergeRegions regions = mergeTexts(base, mine, theirs);
    m_document.documentLayout(); // a document that nobody lays out does not say where it is edited
    m_document.setPlainText(MergedText::initialText(regions));
    m_merged = std::make_unique<MergedText>(regions, &m_document);
}

void TestMergedText::init()
{
    start(u"1\na\n2\nb\n3\nc\n4\n"_s, u"1\nA\n2\nB\n3\nc\n4\n"_s, u"1\nx\ny\n2\n3\nC\n4\n"_s);
}

void TestMergedText::beginsWithMine()
{
    QCOMPARE(m_merged->text(), u"1\nA\n2\nB\n3\nC\n4\n"_s); // and with theirs where only they changed
    QCOMPARE(m_merged->conflictCount(), 2);
    QCOMPARE(m_merged->openCount(), 2);
    QCOMPARE(conflict(0), u"A\n"_s);
    QCOMPARE(conflict(1), u"B\n"_s);
}

void TestMergedText::decisions()
{
    m_merged->decide(0, State::Theirs);
    QCOMPARE(m_merged->text(), u"1\nx\ny\n2\nB\n3\nC\n4\n"_s);
    QCOMPARE(m_merged->openCount(), 1);
    m_merged->decide(1, State::Theirs); // nothing stands there
    QCOMPARE(m_merged->text(), u"1\nx\ny\n2\n3\nC\n4\n"_s);
    m_merged->decide(0, State::Both);
    QCOMPARE(m_merged->text(), u"1\nA\nx\ny\n2\n3\nC\n4\n"_s);
    m_merged->decide(1, State::Mine);
    m_merged->decide(0, State::Mine);
    QCOMPARE(m_merged->text(), u"1\nA\n2\nB\n3\nC\n4\n"_s);
    QCOMPARE(m_merged->openCount(), 0);
}

void TestMergedText::editingDecides()
{
    QTextCursor cursor = m_merged->place(m_merged->regionOf(1));
    cursor.setPosition(cursor.selectionStart());
    cursor.insertText(u"x"_s);
    QCOMPARE(m_merged->state(1), State::ByHand);
    QCOMPARE(m_merged->state(0), State::Open);
    QCOMPARE(conflict(1), u"xB\n"_s);
    cursor.insertText(u"y"_s);
    QCOMPARE(conflict(1), u"xyB\n"_s);
    QCOMPARE(m_merged->state(1), State::ByHand);
    m_merged->decide(0, State::ByHand);
    QCOMPARE(m_merged->openCount(), 0);
    QCOMPARE(m_merged->text(), u"1\nA\n2\nxyB\n3\nC\n4\n"_s);
}

void TestMergedText::editingElsewhereDoesNot()
{
    QTextCursor cursor(&m_document);
    cursor.insertText(u"new\n"_s);
    cursor = m_merged->place(m_merged->regionOf(0));
    cursor.setPosition(cursor.selectionEnd()); // where the next line begins
    cursor.insertText(u"y"_s);
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(u"z"_s);
    QCOMPARE(m_merged->openCount(), 2);
    QCOMPARE(m_merged->text(), u"new\n1\nA\ny2\nB\n3\nC\n4\nz"_s);
    QCOMPARE(conflict(0), u"A\n"_s);
    m_merged->decide(0, State::Theirs);
    QCOMPARE(m_merged->text(), u"new\n1\nx\ny\ny2\nB\n3\nC\n4\nz"_s);
}

void TestMergedText::undo()
{
    m_merged->decide(0, State::Theirs);
    m_merged->decide(1, State::Theirs);
    m_document.undo();
    QCOMPARE(m_merged->text(), u"1\nx\ny\n2\nB\n3\nC\n4\n"_s);
    QCOMPARE(m_merged->state(0), State::Theirs);
    QCOMPARE(m_merged->state(1), State::Open);
    m_document.undo();
    QCOMPARE(m_merged->openCount(), 2);
    QCOMPARE(conflict(0), u"A\n"_s);
    m_document.redo();
    QCOMPARE(m_merged->state(0), State::Theirs);
    QCOMPARE(conflict(0), u"x\ny\n"_s);
    m_merged->decide(0, State::Both); // after an undo, something else
    QCOMPARE(m_merged->text(), u"1\nA\nx\ny\n2\nB\n3\nC\n4\n"_s);
    m_document.undo();
    QCOMPARE(conflict(0), u"x\ny\n"_s);
}

void TestMergedText::nothingOfMine()
{
    start(u"1\na\n2\n"_s, u"1\n2\n"_s, u"1\nx\n2\n"_s);
    QCOMPARE(conflict(0), QString());
    m_merged->decide(0, State::Theirs);
    QCOMPARE(conflict(0), u"x\n"_s);
    QCOMPARE(m_merged->text(), u"1\nx\n2\n"_s);
    m_document.undo();
    QCOMPARE(m_merged->text(), u"1\n2\n"_s);
    m_merged->decide(0, State::Both);
    QCOMPARE(m_merged->text(), u"1\nx\n2\n"_s);
}

void TestMergedText::lastLineWithoutEnd()
{
    start(u"1\na"_s, u"1\nb"_s, u"1\nc"_s);
    m_merged->decide(0, State::Both);
    QCOMPARE(m_merged->text(), u"1\nb\nc"_s);
    m_merged->decide(0, State::Theirs);
    QCOMPARE(m_merged->text(), u"1\nc"_s);
}

void TestMergedText::nextOpen()
{
    QCOMPARE(m_merged->nextOpen(-1), 0);
    QCOMPARE(m_merged->nextOpen(0), 1);
    QCOMPARE(m_merged->nextOpen(1), 0);
    m_merged->decide(0, State::Mine);
    QCOMPARE(m_merged->nextOpen(1), 1);
    m_merged->decide(1, State::Mine);
    QCOMPARE(m_merged->nextOpen(1), -1);
}

// Whatever is decided, undone and done again: the text is that of the states.
void TestMergedText::randomDecisions()
{
    QRandomGenerator random(8);
    const auto text = [&random] {
        QString result;
        for (int left = random.bounded(12); left > 0; --left)
            result += QChar(u'a' + random.bounded(3)) + u"\n"_s;
        return result;
    };
    for (int round = 0; round < 300; ++round) {
        start(text(), text(), text());
        for (int step = 0; step < 12 && m_merged->conflictCount() > 0; ++step) {
            const int choice = random.bounded(5);
            if (choice == 3)
                m_document.undo();
            else if (choice == 4)
                m_document.redo();
            else
                m_merged->decide(random.bounded(m_merged->conflictCount()),
                                 std::array{State::Mine, State::Theirs, State::Both}[size_t(choice)]);
            QList<MergeChoice> choices;
            for (int i = 0; i < m_merged->conflictCount(); ++i) {
                const State state = m_merged->state(i);
                choices.append(state == State::Theirs     ? MergeChoice::Theirs
                                   : state == State::Both ? MergeChoice::MineThenTheirs
                                                          : MergeChoice::Mine);
            }
            QCOMPARE(m_merged->text(), QString::fromUtf8(mergedText(m_merged->regions(), choices)));
        }
    }
}

CASEBOOK_GUI_TEST(TestMergedText)
#include "tst_mergedtext.moc"
