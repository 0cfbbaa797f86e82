#include "tests/bench/report.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

QString number(double value)
{
    const int decimals = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
    return QLocale(QLocale::English).toString(value, 'f', decimals);
}

QString amount(double value, Unit unit)
{
    return unit == Unit::Bytes ? QString(number(value / 1e6) + u" MB"_s) : QString(number(value) + u" ms"_s);
}

QStringList cellsOf(const Row &row)
{
    const double ratio = row.floor > 0 ? row.ours / row.floor : 0;
    const bool asked = row.target > 0;
    return {QString::fromUtf8(row.work),
            QLocale(QLocale::English).toString(row.cases),
            QString::fromUtf8(row.against),
            amount(row.floor, row.unit),
            amount(row.ours, row.unit),
            number(ratio),
            asked ? QString(u"≤ "_s + number(row.target)) : u"–"_s,
            asked ? (ratio <= row.target ? u"met"_s : u"missed"_s) : QString()};
}

} // namespace

QByteArray tableOf(const QList<Row> &rows)
{
    QList<QStringList> lines{
        {u"work"_s, u"cases"_s, u"against"_s, u"floor"_s, u"ours"_s, u"ratio"_s, u"target"_s, QString()}};
    for (const Row &row : rows)
        lines.append(cellsOf(row));
    std::vector<qsizetype> widths(static_cast<std::size_t>(lines.first().size()));
    for (const QStringList &cells : lines) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], cells.at(static_cast<qsizetype>(i)).size());
    }
    QString table;
    for (const QStringList &cells : lines) {
        QString line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const QString &cell = cells.at(static_cast<qsizetype>(i));
            const bool isText = i == 0 || i == 2 || i == 7;
            line += isText ? cell.leftJustified(widths[i]) : cell.rightJustified(widths[i]);
            line += u"  "_s;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        table += line + u'\n';
    }
    return table.toUtf8();
}

} // namespace casebook::bench
