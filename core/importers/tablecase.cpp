#include "core/importers/tablecase.h"

#include "core/importers/citedsources.h"
#include "core/importers/columntarget.h"
#include "core/importers/sourceaddress.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// Where semicolons or lines part items nothing else does, "PL/SQL; C", nor in our own export.
QStringList itemsIn(const QString &cell, bool isOurs)
{
    static const QRegularExpression any(u"\\s*[;|,/\\n]\\s*"_s);
    static const QRegularExpression certain(u"\\s*[;\\n]\\s*"_s);
    static const QRegularExpression atEnd(u"[\\s;]+$"_s); // parts nothing
    const bool isCertain = isOurs || QString(cell).remove(atEnd).contains(certain);
    QStringList items = cell.split(isCertain ? certain : any, Qt::SkipEmptyParts);
    for (QString &item : items)
        item = item.simplified();
    items.removeAll(QString());
    return items;
}

/// The year that a cell names, where it names one alone.
int yearIn(const QString &cell)
{
    static const QRegularExpression year(u"(?<![\\p{L}\\p{N}])(?:19|20)\\d\\d(?![\\p{L}\\p{N}])"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    int found = 0;
    for (auto it = year.globalMatch(cell); it.hasNext();) {
        const int one = it.next().captured().toInt();
        if (found != 0 && one != found)
            return 0;
        found = one;
    }
    return found;
}

bool isTakenByRole(const QString &target)
{
    constexpr std::array own{role::title, role::organization, role::group,  role::from,
                             role::to,    role::year,         target::topic};
    return std::find(own.begin(), own.end(), target) != own.end();
}

/// Words around a year are not lost with it.
bool takeYear(ImportedCase &one, const QString &cell)
{
    const int year = yearIn(cell);
    const bool free = one.year == 0;
    if (free)
        one.year = year;
    return free && year != 0 && cell.trimmed() == QString::number(year);
}

/// False where the cell does not suit, or another column has taken its place.
bool takeRole(ImportedCase &one, const QString &target, const QString &cell, bool isOurs)
{
    const auto take = [&](QString &place) {
        const bool free = place.isEmpty();
        if (free)
            place = cell.simplified();
        return free;
    };
    if (target == role::title)
        return take(one.title);
    if (target == role::organization)
        return take(one.organization);
    if (target == role::group)
        return take(one.group);
    if (target == target::topic)
        return take(one.topic);
    if (target == role::year)
        return takeYear(one, cell);
    QStringList &list = target == role::from ? one.from : one.to;
    list += itemsIn(cell, isOurs);
    list.removeDuplicates();
    return true;
}

/// False where another column has filled the field. Tags and the like go together.
bool takeValue(Value &value, const QString &key, const QString &text)
{
    const auto items = [](QString list) { return list.contains(u';') ? list : list.replace(u',', u';'); };
    if (value.isNull() || value.toText() == text) {
        value = text;
        return true;
    }
    const bool gathers = value.isString() && (key == role::tags || key == role::related);
    if (gathers)
        value = Value(items(value.toText()) + u"; "_s + items(text));
    return gathers;
}

/// "effort.people" is a part of a record; of several records where the cell has lines. False where another column
/// has filled it.
bool takeFurther(ImportedCase &one, const QString &key, const QString &cell)
{
    const QString owner = key.section(u'.', 0, 0);
    const QString part = key.section(u'.', 1);
    auto entry = std::find_if(one.further.begin(), one.further.end(),
                              [&owner](const auto &known) { return known.first == owner; });
    if (entry == one.further.end())
        entry = one.further.insert(one.further.end(), {owner, part.isEmpty() ? Value() : Value(Value::List())});
    if (part.isEmpty())
        return takeValue(entry->second, key, cell.trimmed());
    Value::List records = entry->second.items();
    const auto isTaken = [&part](const Value &record) { return record.contains(part); };
    if (!entry->second.isList() || std::any_of(records.begin(), records.end(), isTaken))
        return false;
    const QStringList lines = cell.split(u'\n');
    for (std::size_t i = 0; i < static_cast<std::size_t>(lines.size()); ++i) {
        if (records.size() <= i)
            records.emplace_back(Value::Map());
        Value::Map record = records[i].entries();
        if (!lines.at(static_cast<qsizetype>(i)).isEmpty())
            record.emplace_back(part, Value(lines.at(static_cast<qsizetype>(i))));
        records[i] = record;
    }
    entry->second = records;
    return true;
}

/// What is told of sources that have no address.
QStringList withoutAddress(const QHash<QString, QStringList> &cells, const QStringList &urls)
{
    QStringList words;
    for (const QString &url : urls) {
        if (!isSourceAddress(url.trimmed()))
            words.append(url.trimmed());
    }
    for (const QString &part : {u"title"_s, u"year"_s, u"kind"_s, u"relation"_s}) {
        const QStringList texts = cells.value(part);
        for (qsizetype i = 0; i < texts.size(); ++i) {
            if (!isSourceAddress(urls.value(i).trimmed()))
                words.append(texts.at(i).trimmed());
        }
    }
    words.removeAll(QString());
    return words;
}

/// Lines of a cell are sources of their own; a column alone may have them behind each other too.
void addSources(ImportedCase &one, const QHash<QString, QStringList> &cells, QStringList &body)
{
    QStringList urls = cells.value(u"url"_s);
    if (cells.size() == 1)
        urls = urls.join(u'\n').split(QRegularExpression(u"[\\s;|]+|,(?=\\s*https?:)"_s), Qt::SkipEmptyParts);
    const QStringList words = withoutAddress(cells, urls);
    for (qsizetype i = 0; i < urls.size(); ++i) {
        const QString url = urls.at(i).trimmed();
        if (!isSourceAddress(url))
            continue;
        ImportedSource source = sourceFrom({cells.value(u"title"_s).value(i), url});
        if (const int year = cells.value(u"year"_s).value(i).toInt(); year > 0)
            source.year = year;
        source.kind = cells.value(u"kind"_s).value(i);
        source.relation = cells.value(u"relation"_s).value(i);
        addSource(one.sources, source);
    }
    if (!words.isEmpty())
        body.append(words.join(u' '));
}

/// The parts of our own sources that a source has no place for, such as "n.d." for a year: "year: n.d."
QStringList withoutPlace(const QHash<QString, QStringList> &cells, qsizetype row)
{
    static const QStringList withPlace{u"title"_s, u"url"_s, u"kind"_s, u"relation"_s};
    QStringList names = cells.keys();
    names.sort();
    QStringList parts;
    for (const QString &name : names) {
        const QString text = cells.value(name).value(row).trimmed();
        if (!text.isEmpty() && !withPlace.contains(name) && !(name == u"year" && text.toInt() > 0))
            parts.append(name + u": "_s + text);
    }
    return parts;
}

/// The records of our own export, as they were: one without an address too, and two of one page.
void addOwnSources(ImportedCase &one, const QHash<QString, QStringList> &cells, QStringList &body)
{
    qsizetype count = 0;
    for (const QStringList &lines : cells)
        count = std::max(count, lines.size());
    for (qsizetype i = 0; i < count; ++i) {
        const auto part = [&](const QString &name) { return cells.value(name).value(i).trimmed(); };
        const ImportedSource source{part(u"title"_s), part(u"url"_s), part(u"year"_s).toInt(), part(u"kind"_s),
                                    part(u"relation"_s)};
        if (source != ImportedSource())
            one.sources.append(source);
        if (const QStringList rest = withoutPlace(cells, i); !rest.isEmpty())
            body.append(u"- "_s + QString(source.title + u' ' + source.url + u' ' + rest.join(u", "_s)).simplified());
    }
}

/// The lines of a cell; the items of our own list of addresses, which is no list of records.
QStringList sourceLines(const TableCell &cell, bool isOurs)
{
    static const QRegularExpression ofList(u"; |\n"_s);
    return isOurs && !cell.header.contains(u'.') ? cell.text.split(ofList) : cell.text.split(u'\n');
}

/// A cell that no field can take, as an entry of a list in the text.
QString labelled(const TableCell &cell)
{
    const QString text = cell.text.simplified();
    return u"- "_s + (cell.header.isEmpty() ? text : QString(cell.header + u": "_s + text));
}

} // namespace

ImportedCase caseOfCells(const QList<TableCell> &cells, bool isOurs)
{
    ImportedCase one;
    QHash<QString, QStringList> ofSources;
    QStringList body;
    for (const TableCell &cell : cells) {
        if (cell.text.trimmed().isEmpty() || cell.target == target::none)
            continue;
        if (cell.target.startsWith(u"sources."))
            ofSources[cell.target.section(u'.', 1)] += sourceLines(cell, isOurs);
        else if (cell.target == target::body)
            body.append(cell.text.trimmed());
        else if (!(isTakenByRole(cell.target) ? takeRole(one, cell.target, cell.text, isOurs)
                                              : takeFurther(one, cell.target, cell.text)))
            body.append(labelled(cell));
    }
    if (isOurs)
        addOwnSources(one, ofSources, body);
    else
        addSources(one, ofSources, body);
    // One record is a record; a field for records makes a list of it.
    for (auto &[key, value] : one.further) {
        if (value.isList() && value.items().size() == 1)
            value = Value(value.items().front());
    }
    one.body = body.join(u"\n\n"_s);
    return one;
}

} // namespace casebook
