#include "app/corpuschoice.h"

#include "app/command.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace casebook {

using namespace Qt::StringLiterals;

QString bundledCorpus()
{
    QDir folder(QCoreApplication::applicationDirPath());
    const QString installed = QDir::cleanPath(folder.filePath(u"../share/casebook/rust"_s));
    if (QFileInfo(installed + u"/corpus.yaml").isFile())
        return installed;
    do {
        if (folder.exists(u"data/rust/corpus.yaml"_s))
            return folder.filePath(u"data/rust"_s);
    } while (folder.cdUp());
    return {};
}

CorpusChoice chooseCorpus(const QString &named)
{
    if (!named.isEmpty())
        return {named, {}};
    if (const QString fromEnvironment = qEnvironmentVariable("CASEBOOK_CORPUS"); !fromEnvironment.isEmpty())
        return {fromEnvironment, {}};
    const QString last = QSettings().value(u"corpus/last"_s).toString();
    if (!last.isEmpty() && QFileInfo(last).isDir())
        return {last, {}};
    CorpusChoice choice{bundledCorpus(), {}};
    if (!last.isEmpty() && !choice.folder.isEmpty()) {
        choice.note = CommandText::tr("The corpus last opened, %1, is not there any more: using the bundled one, %2.")
                          .arg(last, choice.folder);
    }
    return choice;
}

} // namespace casebook
