#include "core/importers/sourcerules.h"

#include "core/base/fold.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// What a page is by its address. The host is met by its end, at a dot; the path by its beginning.
struct KindRule {
    QStringView host; ///< empty: any
    QStringView path; ///< an expression; empty: any
    QStringView kind;
};

// The first that holds counts.
constexpr std::array kindRules{
    KindRule{u"youtube.com", u"", u"talk"},
    KindRule{u"youtu.be", u"", u"talk"},
    KindRule{u"vimeo.com", u"", u"talk"},
    KindRule{u"infoq.com", u"^/presentations/", u"talk"},
    KindRule{u"infoq.com", u"^/podcasts/", u"podcast"},
    KindRule{u"", u"/podcasts?/", u"podcast"},
    KindRule{u"news.ycombinator.com", u"", u"discussion"},
    KindRule{u"reddit.com", u"", u"discussion"},
    KindRule{u"lobste.rs", u"", u"discussion"},
    KindRule{u"stackoverflow.com", u"^/questions/", u"discussion"},
    KindRule{u"github.com", u"^/[^/]+/[^/]+/(discussions|issues|pull)/", u"discussion"},
    KindRule{u"arxiv.org", u"", u"paper"},
    KindRule{u"dl.acm.org", u"", u"paper"},
    KindRule{u"wired.com", u"", u"news"},
    KindRule{u"theregister.com", u"", u"news"},
    KindRule{u"techcrunch.com", u"", u"news"},
    KindRule{u"arstechnica.com", u"", u"news"},
    KindRule{u"zdnet.com", u"", u"news"},
    KindRule{u"infoworld.com", u"", u"news"},
    KindRule{u"engineering", u"", u"engineering-blog"},
    KindRule{u"medium.com", u"^/[a-z0-9-]*(engineering|tech-?blog|techblog)[a-z0-9-]*/", u"engineering-blog"},
    KindRule{u"", u"^/(blog/)?engineering(-blog)?/", u"engineering-blog"},
};

/// Hosts on which an account is named in the path, first of all.
constexpr std::array<QStringView, 3> sharedHosts{u"github.com", u"gitlab.com", u"medium.com"};

QString hostOf(const QUrl &url)
{
    QString host = url.host().toLower();
    return host.startsWith(u"www.") ? host.mid(4) : host;
}

bool isHost(const QString &host, QStringView wanted)
{
    return host == wanted || (host.endsWith(wanted) && host.at(host.size() - wanted.size() - 1) == u'.');
}

bool holds(const KindRule &rule, const QUrl &url)
{
    const QString host = hostOf(url);
    // "engineering.example.com" as well as "example.engineering".
    const bool engineering = rule.host == u"engineering"
        && (host.startsWith(u"engineering.") || host.startsWith(u"eng.") || host.endsWith(u".engineering"));
    if (!rule.host.isEmpty() && !engineering && !isHost(host, rule.host))
        return false;
    return rule.path.isEmpty() || url.path().toLower().contains(QRegularExpression(rule.path.toString()));
}

QString letters(const QString &text)
{
    QString kept;
    for (const QChar c : QString::fromUtf8(fold(text))) {
        if (c.isLetterOrNumber())
            kept += c;
    }
    return kept;
}

/// Whether a part of a host or path is an organization's name, alone or with a word that such addresses add.
bool isNameOf(const QString &part, const QString &name)
{
    static const QStringList added{u""_s,     u"blog"_s, u"engineering"_s, u"eng"_s, u"tech"_s, u"techblog"_s,
                                   u"labs"_s, u"hq"_s,   u"dev"_s,         u"inc"_s, u"app"_s,  u"io"_s};
    const QString squeezed = letters(part);
    return squeezed.startsWith(name) && added.contains(squeezed.mid(name.size()));
}

/// The name whole, and its first word: "Prisma ORM" writes at prisma.io. What is short is too common to tell.
QStringList namesOf(const QString &organization)
{
    QStringList names{letters(organization)};
    names.append(letters(organization.section(u' ', 0, 0)));
    names.erase(std::remove_if(names.begin(), names.end(), [](const QString &name) { return name.size() < 3; }),
                names.end());
    names.removeDuplicates();
    return names;
}

} // namespace

QString kindOfSource(const QString &address, const QString &title)
{
    const QUrl url(address);
    for (const KindRule &rule : kindRules) {
        if (holds(rule, url))
            return rule.kind.toString();
    }
    static const QRegularExpression podcast(u"\\bpodcast\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return title.contains(podcast) ? u"podcast"_s : QString();
}

QString relationOfSource(const QString &address, const QString &organization)
{
    const QUrl url(address);
    const QString host = hostOf(url);
    const auto onHost = [&host](QStringView wanted) { return isHost(host, wanted); };
    const bool shared = std::any_of(sharedHosts.begin(), sharedHosts.end(), onHost);
    QStringList parts = host.split(u'.').mid(0, std::max<qsizetype>(1, host.count(u'.')));
    if (shared)
        parts = url.path().split(u'/', Qt::SkipEmptyParts).mid(0, 1);
    for (const QString &name : namesOf(organization)) {
        if (std::any_of(parts.begin(), parts.end(), [&](const QString &part) { return isNameOf(part, name); }))
            return u"first-party"_s;
    }
    return kindOfSource(address, {}) == u"news" ? u"third-party"_s : QString();
}

void judgeSource(ImportedSource &source, const QString &organization)
{
    if (source.kind.isEmpty())
        source.kind = kindOfSource(source.url, source.title);
    if (source.relation.isEmpty())
        source.relation = relationOfSource(source.url, organization);
}

} // namespace casebook
