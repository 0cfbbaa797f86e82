#include "core/sources/copywords.h"

#include <QCoreApplication>
#include <QLocale>

namespace casebook {

using namespace Qt::StringLiterals;

QString copyInDocument(const SourceFactsPtr &facts, const QString &url)
{
    if (!facts || !facts->hasSnapshot(url))
        return {};
    const QDate day = facts->snapshotOf(url).toUTC().date();
    return QCoreApplication::translate("CopyWords", "copy kept %1")
        .arg(QLocale(QLocale::English).toString(day, u"d MMMM yyyy"_s));
}

} // namespace casebook
