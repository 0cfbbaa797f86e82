#include "core/importers/caseheading.h"

#include <QRegularExpression>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &arrow()
{
    static const QRegularExpression expression(u"\\s*(?:-{1,2}>|=>|[→⇒⟶➔➜])\\s*"_s);
    return expression;
}

/// Where the colon before the moves stands; -1 where there are none.
qsizetype colonBeforeMoves(QStringView text)
{
    const qsizetype first = text.toString().indexOf(arrow());
    for (qsizetype at = first - 1; at > 0; --at) {
        if (text.at(at) == u':' && (at + 1 >= text.size() || text.at(at + 1).isSpace() || at + 1 == first))
            return at;
    }
    return -1;
}

/// The places of a character outside parentheses.
qsizetype findOutside(QStringView text, QChar wanted, qsizetype from = 0)
{
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'(')
            ++depth;
        else if (text.at(i) == u')')
            depth = std::max(0, depth - 1);
        else if (depth == 0 && i >= from && text.at(i) == wanted)
            return i;
    }
    return -1;
}

bool takeHypothetical(QString &text)
{
    static const QRegularExpression ending(u"(?:,\\s*hypothetical|\\s*\\(\\s*hypothetical\\s*\\))\\s*$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const qsizetype at = text.indexOf(ending);
    if (at <= 0)
        return false;
    text.truncate(at);
    return true;
}

QStringList languages(const QString &text)
{
    static const QRegularExpression between(u"\\s*(?:/|,|;|&|\\band\\b)\\s*"_s);
    QStringList names;
    for (const QString &name : text.split(between, Qt::SkipEmptyParts))
        names.append(name.simplified());
    names.removeAll(QString());
    return names;
}

void addNew(QStringList &list, const QStringList &more)
{
    for (const QString &one : more) {
        if (!list.contains(one, Qt::CaseInsensitive))
            list.append(one);
    }
}

/// "C → Rust, Java/Kotlin → Rust": what stands before an arrow is left, what stands after the last is taken up. What
/// has no arrow belongs to the next that has one.
void readMoves(const QString &text, CaseHeading &heading)
{
    QString waiting;
    static const QRegularExpression between(u"[,;]"_s);
    for (const QString &piece : text.split(between)) {
        if (!hasArrow(piece)) {
            waiting += (waiting.isEmpty() ? QString() : u"/"_s) + piece.simplified();
            continue;
        }
        QStringList sides = piece.split(arrow());
        if (!waiting.isEmpty())
            sides.first() = waiting + u'/' + sides.first();
        waiting.clear();
        addNew(heading.to, languages(sides.takeLast()));
        for (const QString &side : sides)
            addNew(heading.from, languages(side));
    }
    addNew(heading.to, languages(waiting));
}

/// The comma between organization and project; that of "Foo, Inc." is part of the name.
qsizetype commaAfterOrganization(const QString &name)
{
    static const QRegularExpression legal(u"^,\\s*(inc|llc|ltd|gmbh|corp|co|ag|s\\.?a)\\b\\.?"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const qsizetype at = findOutside(name, u',');
    if (at > 0) {
        if (const auto match = legal.match(name.mid(at)); match.hasMatch())
            return findOutside(name, u',', at + match.capturedLength());
    }
    return at;
}

void readName(const QString &name, CaseHeading &heading)
{
    static const QRegularExpression remark(u"\\s*\\([^()]*\\)\\s*$"_s);
    const qsizetype comma = commaAfterOrganization(name);
    const QString organization = (comma > 0 ? name.left(comma) : name).simplified();
    const QString project = comma > 0 ? name.mid(comma + 1).simplified() : QString();
    QString bare = organization;
    bare.remove(remark);
    heading.organization = bare.isEmpty() ? organization : bare;
    heading.title = project.isEmpty() ? name.simplified() : project;
    // A remark must not be lost with the organization's own name.
    if (!project.isEmpty() && heading.organization != organization)
        heading.title += u' ' + organization.mid(heading.organization.size()).simplified();
}

} // namespace

bool hasArrow(QStringView text)
{
    return text.toString().contains(arrow());
}

bool namesMove(QStringView text)
{
    return colonBeforeMoves(text) > 0;
}

CaseHeading readCaseHeading(const QString &text)
{
    CaseHeading heading;
    QString name = text.simplified();
    heading.hypothetical = takeHypothetical(name);
    const qsizetype colon = colonBeforeMoves(name);
    if (colon > 0) {
        const QString moves = name.mid(colon + 1).simplified();
        name.truncate(colon);
        heading.hypothetical = takeHypothetical(name) || heading.hypothetical;
        if (moves.contains(u'(') || moves.contains(u')')) {
            heading.moves = moves; // a remark, which no list of languages can hold
            QString bare = moves;
            static const QRegularExpression remark(u"\\([^()]*\\)"_s);
            readMoves(bare.remove(remark), heading);
        } else {
            readMoves(moves, heading);
            if (moves.split(arrow()).size() > 2)
                heading.moves = moves;
        }
    }
    readName(name, heading);
    return heading;
}

bool isPlainHeading(const QString &text)
{
    static const QRegularExpression plain(
        u"^(?:(?:introduction|conclusions?|summary|contents|table of contents|overview|background|appendix|appendices|"
        "references|notes?|resources|acknowledge?ments|thanks|credits|licen[cs]e|contributing|contributors|faq|"
        "about(?: .*)?|related(?: .*)?|other .*|further reading|see also|what .*|why .*|how .*|when .*|final .*|"
        "wrapping up.*|benefits.*|the future.*|future of .*|more .*)|.*\\?)\\W*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return plain.match(text.simplified()).hasMatch();
}

} // namespace casebook
