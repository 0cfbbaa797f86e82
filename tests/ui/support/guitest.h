#pragma once

#include "core/corpus/session.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace casebook {

/// Makes settings, trash and documents of this process lie in `folder`; to be called before there is an application.
void isolate(const QString &folder);

/// The icons and the style that the program has.
void dressUp();

/// Opens a corpus and waits until all of it is there and has been looked at as a whole.
bool openAndWait(CorpusSession &session, const QString &root);
/// Has the session look at its folder and waits until a change has arrived.
bool lookAndWait(CorpusSession &session);

/// main() of a test that needs widgets: nothing it does reaches the person's own settings.
template<typename Test>
int runGuiTest(int argc, char **argv)
{
    QTemporaryDir home;
    isolate(home.path());
    QApplication application(argc, argv);
    dressUp();
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace casebook

#define CASEBOOK_GUI_TEST(Test)                                                                                        \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        return casebook::runGuiTest<Test>(argc, argv);                                                                 \
    }
