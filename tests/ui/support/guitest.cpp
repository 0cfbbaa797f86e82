#include "tests/ui/support/guitest.h"

#include "ui/theme/style.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>

/// The macro wants to stand outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(casebook);
}

namespace casebook {

using namespace Qt::StringLiterals;

void isolate(const QString &folder)
{
    const QString documents = folder + u"/Documents"_s;
    QDir().mkpath(documents);
    QDir().mkpath(folder + u"/data"_s);
    QDir().mkpath(folder + u"/config"_s);
    qputenv("HOME", folder.toUtf8());
    qputenv("XDG_DATA_HOME", (folder + u"/data"_s).toUtf8());
    qputenv("XDG_STATE_HOME", (folder + u"/state"_s).toUtf8());
    qputenv("XDG_CACHE_HOME", (folder + u"/cache"_s).toUtf8());
    qputenv("XDG_CONFIG_HOME", (folder + u"/config"_s).toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder + u"/config"_s);
    QCoreApplication::setOrganizationName(u"casebook-test"_s);
    QCoreApplication::setApplicationName(u"casebook-test"_s);
}

void dressUp()
{
    initResources();
    QApplication::setStyle(new CasebookStyle);
}

bool openAndWait(CorpusSession &session, const QString &root)
{
    QSignalSpy validated(&session, &CorpusSession::validated);
    return session.open(root) && (!validated.isEmpty() || validated.wait());
}

bool lookAndWait(CorpusSession &session)
{
    QSignalSpy changed(&session, &CorpusSession::changed);
    session.lookAgain();
    return !changed.isEmpty() || changed.wait();
}

} // namespace casebook
