#include "ui/window/settings.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRecent = 10;

QString caseKey(const QString &folder)
{
    // Paths hold slashes, which settings take for groups.
    const QByteArray name = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha1).toHex();
    return u"lastCase/"_s + QString::fromLatin1(name);
}

} // namespace

QStringList Settings::recentCorpora()
{
    return QSettings().value(u"corpus/recent"_s).toStringList();
}

void Settings::addRecentCorpus(const QString &folder)
{
    QStringList recent = recentCorpora();
    recent.removeAll(folder);
    recent.prepend(folder);
    recent.resize(std::min(recent.size(), mostRecent));
    QSettings settings;
    settings.setValue(u"corpus/recent"_s, recent);
    settings.setValue(u"corpus/last"_s, folder);
}

void Settings::removeRecentCorpus(const QString &folder)
{
    QStringList recent = recentCorpora();
    recent.removeAll(folder);
    QSettings().setValue(u"corpus/recent"_s, recent);
}

QString Settings::lastCorpus()
{
    return QSettings().value(u"corpus/last"_s).toString();
}

QString Settings::lastCase(const QString &folder)
{
    return QSettings().value(caseKey(folder)).toString();
}

void Settings::setLastCase(const QString &folder, const QString &id)
{
    QSettings().setValue(caseKey(folder), id);
}

Appearance Settings::appearance()
{
    const QString name = QSettings().value(u"window/appearance"_s).toString();
    if (name == u"light")
        return Appearance::Light;
    return name == u"dark" ? Appearance::Dark : Appearance::System;
}

void Settings::setAppearance(Appearance appearance)
{
    const QString name = appearance == Appearance::Light ? u"light"_s : appearance == Appearance::Dark ? u"dark"_s : u"system"_s;
    QSettings().setValue(u"window/appearance"_s, name);
}

double Settings::zoom()
{
    return std::clamp(QSettings().value(u"reader/zoom"_s, 1.0).toDouble(), 0.5, 3.0);
}

void Settings::setZoom(double zoom)
{
    QSettings().setValue(u"reader/zoom"_s, zoom);
}

bool Settings::allowsPrivateAddresses()
{
    return QSettings().value(u"sources/allowPrivate"_s, false).toBool();
}

void Settings::setAllowsPrivateAddresses(bool allowed)
{
    QSettings().setValue(u"sources/allowPrivate"_s, allowed);
}

QByteArray Settings::state(const QString &name)
{
    return QSettings().value(u"state/"_s + name).toByteArray();
}

void Settings::setState(const QString &name, const QByteArray &state)
{
    QSettings().setValue(u"state/"_s + name, state);
}

QStringList Settings::list(const QString &name)
{
    return QSettings().value(u"list/"_s + name).toStringList();
}

void Settings::setList(const QString &name, const QStringList &values)
{
    QSettings().setValue(u"list/"_s + name, values);
}

} // namespace casebook
