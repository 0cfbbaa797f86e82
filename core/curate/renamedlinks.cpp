#include "core/curate/renamedlinks.h"

#include "core/markdown/link.h"
#include "core/markdown/parser.h"

#include <QCoreApplication>
#include <QDir>
#include <QList>
#include <QUrl>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// Longer addresses, and more places that only look like links, are for nobody but an attacker.
constexpr qsizetype longestAddress = 2'000;
constexpr qsizetype mostLookalikes = 200;

using Retarget = std::function<QString(const QString &)>;

/// An address in a text, as bytes, and what takes its place.
struct Address {
    qsizetype begin = 0;
    qsizetype size = 0;
    QByteArray other;
};

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/') + 1);
}

/// Where an address ends that begins here: at a blank, or at the bracket that closes the link.
qsizetype addressEnd(const QByteArray &text, qsizetype begin)
{
    int depth = 0;
    qsizetype end = begin;
    const qsizetype last = std::min(text.size(), begin + longestAddress);
    for (; end < last && !isBlank(text[end]); ++end) {
        if (text[end] == '(')
            ++depth;
        else if (text[end] == ')' && depth-- == 0)
            break;
    }
    return end;
}

/// Every place that looks like the address of a link or of a definition, and that is to change. What it looks like in
/// code is told later.
QList<Address> addressesIn(const QByteArray &text, const Retarget &retarget)
{
    QList<Address> found;
    for (qsizetype at = text.indexOf(']'); at >= 0; at = text.indexOf(']', at + 1)) {
        if (at + 2 >= text.size() || (text[at + 1] != '(' && text[at + 1] != ':'))
            continue;
        qsizetype begin = at + 2;
        while (begin < text.size() && isBlank(text[begin]))
            ++begin;
        const bool isAngled = begin < text.size() && text[begin] == '<';
        begin += isAngled ? 1 : 0;
        const QByteArrayView rest =
            QByteArrayView(text).sliced(begin).first(std::min(text.size() - begin, longestAddress));
        const qsizetype end = isAngled ? begin + rest.indexOf('>') : addressEnd(text, begin);
        if (end <= begin)
            continue;
        const QString other = retarget(QString::fromUtf8(text.sliced(begin, end - begin)));
        if (!other.isEmpty())
            found.append({begin, end - begin, other.toUtf8()});
    }
    return found;
}

QByteArray replaced(const QByteArray &text, const QList<Address> &addresses)
{
    QByteArray result = text;
    for (auto address = addresses.crbegin(); address != addresses.crend(); ++address)
        result.replace(address->begin, address->size, address->other);
    return result;
}

/// Whether two trees are the same but for links that have been retargeted, of which there are some.
class LinkComparison {
public:
    explicit LinkComparison(const Retarget &retarget) : m_retarget(retarget) {}

    bool holds(const MarkdownNode &before, const MarkdownNode &after) { return isLike(before, after) && m_changed; }

private:
    bool isLike(const MarkdownNode &a, const MarkdownNode &b)
    {
        if (a.url != b.url) {
            if (m_retarget(a.url) != b.url)
                return false;
            m_changed = true;
        }
        const bool same = a.kind == b.kind && a.line == b.line && a.level == b.level && a.start == b.start
            && a.ordered == b.ordered && a.tight == b.tight && a.header == b.header && a.columns == b.columns
            && a.text == b.text && a.title == b.title && a.children.size() == b.children.size();
        return same
            && std::equal(a.children.begin(), a.children.end(), b.children.begin(),
                          [this](const MarkdownNode &one, const MarkdownNode &other) { return isLike(one, other); });
    }

    const Retarget &m_retarget;
    bool m_changed = false;
};

bool isRightChange(const MarkdownNode &before, const QByteArray &after, const Retarget &retarget)
{
    return LinkComparison(retarget).holds(before, parseMarkdown(after));
}

bool hasLinkToChange(const MarkdownNode &node, const Retarget &retarget)
{
    const bool isLink = node.kind == MarkdownKind::Link || node.kind == MarkdownKind::Image;
    return (isLink && !retarget(node.url).isEmpty())
        || std::any_of(node.children.begin(), node.children.end(),
                       [&](const MarkdownNode &child) { return hasLinkToChange(child, retarget); });
}

} // namespace

QString linkAfterRename(const QString &url, const QString &path, const RenamedFile &file,
                        const std::function<bool(const QString &)> &exists)
{
    if (linkKind(url) != LinkKind::Relative)
        return {};
    const auto isMark = [](QChar c) { return c == u'#' || c == u'?'; };
    const qsizetype end = std::find_if(url.begin(), url.end(), isMark) - url.begin();
    const QString target = QDir::cleanPath(folderOf(path) + QUrl::fromPercentEncoding(url.first(end).toUtf8()));
    const bool isMoved = path == file.from && folderOf(file.from) != folderOf(file.to);
    if (end == 0 || target.startsWith(u".."_s) || (target != file.from && !(isMoved && exists(target))))
        return {};
    const QString folder = folderOf(path == file.from ? file.to : path);
    const QString then = QDir(u'/' + folder).relativeFilePath(u'/' + (target == file.from ? file.to : target));
    // Letters of any script may stand in an address, but no blanks or brackets.
    const bool isPlain = std::none_of(then.begin(), then.end(),
                                      [](QChar c) { return c.isSpace() || QStringView(u"()<>%#?\\&").contains(c); });
    return (isPlain ? then : QString::fromUtf8(QUrl::toPercentEncoding(then, "/"))) + url.sliced(end);
}

Result<QByteArray> retargetLinks(const QByteArray &body, const Retarget &retarget)
{
    const MarkdownNode before = parseMarkdown(body);
    if (!hasLinkToChange(before, retarget))
        return body;
    const QList<Address> addresses = addressesIn(body, retarget);
    const QByteArray all = replaced(body, addresses);
    if (isRightChange(before, all, retarget) && !hasLinkToChange(parseMarkdown(all), retarget))
        return all;
    // Some of them are no links: one after the other, from the end, so that the places before stay what they are.
    QByteArray result = body;
    for (auto address = addresses.crbegin(); address != addresses.crend() && addresses.size() <= mostLookalikes;
         ++address) {
        const QByteArray one = replaced(result, {*address});
        if (isRightChange(parseMarkdown(result), one, retarget))
            result = one;
    }
    if (hasLinkToChange(parseMarkdown(result), retarget))
        return Error{QCoreApplication::translate("RenamePlan",
                                                 "A link in its text names the file in a way that cannot be followed: "
                                                 "change it by hand.")};
    return result;
}

} // namespace casebook
