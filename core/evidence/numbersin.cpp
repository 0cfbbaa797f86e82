#include "core/evidence/numbersin.h"

#include <QString>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// How many digits stand in a row from an offset on.
qsizetype digitsFrom(QStringView text, qsizetype at)
{
    qsizetype count = 0;
    while (at + count < text.size() && isDigit(text.at(at + count)))
        ++count;
    return count;
}

bool isGroupMark(QChar c)
{
    return c == u',' || c == u'\'' || c == u'\u2019' || c == u'\u00a0' || c == u'\u2009' || c == u'\u202f';
}

} // namespace

QList<double> numbersIn(QStringView text)
{
    QList<double> numbers;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype digits = digitsFrom(text, at);
        if (digits == 0) {
            ++at;
            continue;
        }
        QString number = text.mid(at, digits).toString();
        at += digits;
        while (digits <= 3 && at < text.size() && isGroupMark(text.at(at)) && digitsFrom(text, at + 1) == 3) {
            number += text.mid(at + 1, 3);
            at += 4;
        }
        if (const qsizetype fraction = digitsFrom(text, at + 1); fraction > 0 && text.at(at) == u'.') {
            number += text.mid(at, fraction + 1);
            at += fraction + 1;
        }
        numbers.append(number.toDouble());
    }
    return numbers;
}

} // namespace casebook
