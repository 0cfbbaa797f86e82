#include "ui/ask/queryhistory.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTexts = 30;
constexpr qsizetype longestText = 2000; // UTF-16 units; what is longer was pasted, and is no question to ask again

} // namespace

void QueryHistory::open(const QString &folder)
{
    // Paths hold slashes, which settings take for groups.
    const QByteArray name = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha1).toHex();
    m_key = folder.isEmpty() ? QString() : u"queries/"_s + QString::fromLatin1(name);
    m_texts = m_key.isEmpty() ? QStringList() : QSettings().value(m_key).toStringList();
}

void QueryHistory::add(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestText || m_texts.value(0) == trimmed)
        return;
    m_texts.removeAll(trimmed);
    m_texts.prepend(trimmed);
    m_texts.resize(std::min(m_texts.size(), mostTexts));
    save();
}

void QueryHistory::clear()
{
    m_texts.clear();
    save();
}

void QueryHistory::save() const
{
    if (!m_key.isEmpty())
        QSettings().setValue(m_key, m_texts);
}

} // namespace casebook
