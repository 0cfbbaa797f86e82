#include "core/document/fieldpath.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDigits = 6; // of a position

/// Whether a key can stand in a path without quotes.
bool isSimple(const QString &key)
{
    const auto isUsual = [](QChar c) { return c.isLetterOrNumber() || QStringView(u"_-/ ").contains(c); };
    return !key.isEmpty() && key.trimmed() == key && std::all_of(key.begin(), key.end(), isUsual);
}

/// Reads the written form from left to right. Every member that reads answers whether it could.
class PathReader {
public:
    explicit PathReader(const QString &text) : m_text(text) {}

    Result<FieldPath> read()
    {
        while (m_at < m_text.size()) {
            if (!readStep())
                return complaint();
        }
        if (m_path.isEmpty())
            return Error{tr("A path is missing: name a field, such as year or sources[0].url.")};
        return m_path;
    }

private:
    static QString tr(const char *text) { return QCoreApplication::translate("FieldPath", text); }

    Error complaint() const
    {
        return Error{
            tr("The path \"%1\" cannot be read at character %2: write it like year, sources[0].url or tags[+].")
                .arg(m_text)
                .arg(m_at + 1)};
    }

    bool take(QChar c)
    {
        const bool found = m_at < m_text.size() && m_text.at(m_at) == c;
        m_at += found ? 1 : 0;
        return found;
    }

    bool readStep()
    {
        if (!m_path.isEmpty() && take(u'['))
            return readPosition();
        if (!m_path.isEmpty() && !take(u'.'))
            return false;
        return take(u'"') ? readQuotedKey() : readKey();
    }

    bool readPosition()
    {
        if (take(u'+')) {
            m_path = m_path.afterLast();
            return take(u']');
        }
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && m_text.at(m_at) >= u'0' && m_text.at(m_at) <= u'9')
            ++m_at;
        if (m_at == begin || m_at - begin > mostDigits)
            return false;
        m_path = m_path.item(QStringView(m_text).sliced(begin, m_at - begin).toInt());
        return take(u']');
    }

    bool readKey()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !QStringView(u".[]\"").contains(m_text.at(m_at)))
            ++m_at;
        const QString key = m_text.sliced(begin, m_at - begin);
        if (!isSimple(key)) {
            m_at = begin;
            return false;
        }
        m_path = m_path.key(key);
        return true;
    }

    bool readQuotedKey()
    {
        QString key;
        while (m_at < m_text.size() && m_text.at(m_at) != u'"') {
            take(u'\\');
            if (m_at < m_text.size())
                key += m_text.at(m_at++);
        }
        m_path = m_path.key(key);
        return take(u'"');
    }

    const QString &m_text;
    qsizetype m_at = 0;
    FieldPath m_path;
};

QString written(const QString &key)
{
    if (isSimple(key))
        return key;
    QString escaped = key;
    escaped.replace(u"\\"_s, u"\\\\"_s).replace(u"\""_s, u"\\\""_s);
    return u'"' + escaped + u'"';
}

} // namespace

Result<FieldPath> FieldPath::parse(const QString &text)
{
    return PathReader(text).read();
}

FieldPath FieldPath::key(const QString &key) const
{
    FieldPath path = *this;
    path.m_steps.append(PathStep{key});
    return path;
}

FieldPath FieldPath::item(int index) const
{
    FieldPath path = *this;
    path.m_steps.append(PathStep{QString(), index, true});
    return path;
}

FieldPath FieldPath::parent() const
{
    FieldPath path = *this;
    path.m_steps.removeLast();
    return path;
}

QString FieldPath::toString() const
{
    QString text;
    for (const PathStep &step : m_steps) {
        if (step.intoList)
            text += u'[' + (step.index == PathStep::afterLast ? u"+"_s : QString::number(step.index)) + u']';
        else
            text += (text.isEmpty() ? QString() : u"."_s) + written(step.key);
    }
    return text;
}

} // namespace casebook
