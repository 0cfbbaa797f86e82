#include "core/sources/linkjudge.h"

#include "core/sources/pagekind.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr double sameText = 0.85; // a page that cannot exist may name the address that was asked for

struct JudgeText {
    Q_DECLARE_TR_FUNCTIONS(casebook::LinkJudge)
};

struct Verdict {
    LinkState state;
    QString reason;
};

Verdict failed(const LinkFindings &findings)
{
    const FetchAnswer &answer = findings.answer;
    switch (answer.error) {
    case FetchError::HostNotFound:
        if (findings.networkWorks)
            return {LinkState::Dead, answer.message};
        return {LinkState::Unreachable, JudgeText::tr("No host can be found: the network seems to be down.")};
    case FetchError::NotWeb:
    case FetchError::TooManyRedirects:
    case FetchError::BadRedirect:
    case FetchError::TlsSelfSigned:
    case FetchError::TlsExpired:
    case FetchError::TlsWrongHost:
    case FetchError::TlsUntrusted:
    case FetchError::TlsFailed:
    case FetchError::CannotUnpack:
        return {LinkState::Doubtful, answer.message};
    default:
        return {LinkState::Unreachable, answer.message};
    }
}

/// Whether nothing can be said by the status: where the server has no such page, it does not matter how the rest came.
bool hasFailed(const FetchAnswer &answer)
{
    const bool isOfBody = answer.error == FetchError::ClosedEarly || answer.error == FetchError::TimedOut
        || answer.error == FetchError::CannotUnpack;
    return answer.hasError() && answer.error != FetchError::NotWanted && !(isOfBody && answer.status >= 400);
}

bool isForbidden(int status)
{
    static const QList<int> statuses{401, 402, 403, 407, 429, 451, 999};
    return statuses.contains(status);
}

/// The server, or what stands before it, is in trouble for now.
bool isPassing(int status)
{
    return status == 408 || (status >= 502 && status <= 504) || (status >= 520 && status <= 530);
}

Verdict refused(const LinkFindings &findings)
{
    const int status = findings.answer.status;
    const bool wall = kindOf(findings.page) == PageKind::ForPeople || !findings.answer.header("cf-mitigated").isEmpty();
    if (isForbidden(status) || wall)
        return {LinkState::Forbidden, JudgeText::tr("The server turns programs away (%1).").arg(status)};
    if (status == 404 || status == 410)
        return {LinkState::Dead, JudgeText::tr("The server has no such page (%1).").arg(status)};
    if (isPassing(status))
        return {LinkState::Unreachable, JudgeText::tr("The server is out of order for now (%1).").arg(status)};
    return {LinkState::Doubtful, JudgeText::tr("The server answers with an error of its own (%1).").arg(status)};
}

/// "/", "/en/", "/de-AT", "/index.html": where sites lead that do not have a page any more.
bool isFrontPath(const QString &path)
{
    static const QRegularExpression front(
        u"^/?(([a-z]{2}([-_][a-zA-Z]{2})?)/?)?((index|home|default)(\\.\\w+)?/?)?$"_s);
    return front.match(path).hasMatch();
}

bool leadsToFront(const QUrl &from, const QUrl &to)
{
    return !isFrontPath(from.path()) && isFrontPath(to.path()) && !to.hasQuery() && !from.hasQuery();
}

bool leadsToErrorPage(const QUrl &from, const QUrl &to)
{
    static const QRegularExpression error(u"(^|[/_.-])(404|not[-_]?found|page[-_]?not[-_]?found|error)([/_.-]|$)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return error.match(to.path()).hasMatch() && !error.match(from.path()).hasMatch();
}

bool leadsToSignIn(const QUrl &from, const QUrl &to)
{
    static const QRegularExpression signIn(u"(^|/)(log[-_]?in|sign[-_]?in|sso|auth|authwall|account/login)([/.]|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return signIn.match(to.path()).hasMatch() && !signIn.match(from.path()).hasMatch();
}

bool isSameAsElsewhere(const LinkFindings &findings)
{
    const FetchAnswer &elsewhere = findings.elsewhere;
    if (!elsewhere.isFine())
        return false;
    const bool isLed = !findings.answer.hops.isEmpty() && !elsewhere.hops.isEmpty();
    if (isLed && findings.answer.url.matches(elsewhere.url, QUrl::RemoveFragment))
        return true;
    return findings.page.title == findings.elsewherePage.title
        && findings.page.likeness(findings.elsewherePage) >= sameText;
}

/// Fragments that lead to no part of a page's HTML: made by scripts, or for the browser.
bool isForScripts(const QString &fragment)
{
    static const QRegularExpression pattern(u"^(|top|[!/:].*|.*:~:.*|L\\d+.*|.*[=&].*)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(fragment).hasMatch();
}

bool hasFragment(const PageSigns &page, const QUrl &url)
{
    const QString fragment = url.fragment(QUrl::FullyDecoded);
    if (!page.isHtml || !page.isWhole || isForScripts(fragment))
        return true; // as far as can be told
    return page.anchors.contains(fragment) || page.anchors.contains(url.fragment(QUrl::FullyEncoded))
        || page.anchors.contains(u"user-content-"_s + fragment);
}

Verdict answered(const QUrl &url, const LinkFindings &findings)
{
    const QUrl &end = findings.answer.url;
    if (const int status = findings.answer.status; status >= 300 && status != 304)
        return {LinkState::Doubtful, JudgeText::tr("The server leads on without saying where (%1).").arg(status)};
    if (findings.isEmpty)
        return {LinkState::Doubtful, JudgeText::tr("The page is empty.")};
    switch (kindOf(findings.page)) {
    case PageKind::ForPeople:
        return {LinkState::Forbidden, JudgeText::tr("The server wants to see that no program asks.")};
    case PageKind::Missing:
        return {LinkState::Doubtful, JudgeText::tr("The page says that there is no such page.")};
    case PageKind::ForSale:
        return {LinkState::Doubtful, JudgeText::tr("The domain seems to be for sale.")};
    case PageKind::Nearly:
    case PageKind::Ordinary:
        break;
    }
    if (leadsToFront(url, end))
        return {LinkState::Doubtful, JudgeText::tr("It leads to the front page.")};
    if (leadsToErrorPage(url, end))
        return {LinkState::Doubtful, JudgeText::tr("It leads to a page for errors.")};
    if (leadsToSignIn(url, end))
        return {LinkState::Forbidden, JudgeText::tr("It leads to a page where one has to sign in.")};
    if (isSameAsElsewhere(findings))
        return {LinkState::Doubtful, JudgeText::tr("The server answers the same to an address that cannot exist.")};
    if (!hasFragment(findings.page, end)) {
        return {LinkState::Doubtful,
                JudgeText::tr("The page has no part named \"%1\" any more.").arg(end.fragment(QUrl::FullyDecoded))};
    }
    if (!findings.answer.permanentLocation().isEmpty())
        return {LinkState::Moved, JudgeText::tr("It has moved for good.")};
    return {LinkState::Fine, {}};
}

/// The fragment of one address in what was found out for its page.
LinkFindings withFragment(LinkFindings findings, const QUrl &url)
{
    if (url.hasFragment() && !findings.answer.url.hasFragment())
        findings.answer.url.setFragment(url.fragment(QUrl::FullyEncoded), QUrl::StrictMode);
    return findings;
}

} // namespace

LinkRecord judgeLink(const QString &text, const LinkFindings &given)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const LinkFindings findings = withFragment(given, url);
    const FetchAnswer &answer = findings.answer;
    const Verdict verdict = hasFailed(answer) ? failed(findings)
        : answer.status >= 400                ? refused(findings)
                                              : answered(url, findings);
    LinkRecord record;
    record.url = text.trimmed();
    record.state = verdict.state;
    record.status = answer.status == 206 ? 200 : answer.status; // that it came in part is our doing
    record.reason = verdict.reason;
    const QUrl forGood = answer.permanentLocation();
    record.permanent = !forGood.isEmpty() && (verdict.state == LinkState::Moved || answer.isFine());
    QUrl location = record.permanent ? forGood : answer.url;
    if (url.hasFragment() && !location.hasFragment())
        location.setFragment(url.fragment(QUrl::FullyEncoded), QUrl::StrictMode);
    if (!answer.hops.isEmpty() && location.isValid())
        record.location = QString::fromLatin1(location.toEncoded());
    return record;
}

bool wantsComparison(const LinkFindings &findings)
{
    const FetchAnswer &answer = findings.answer;
    const QUrl &asked = answer.hops.isEmpty() ? answer.url : answer.hops.first().url;
    // Many servers answer with their front page to everything, which makes it no other page.
    if (!answer.isFine() || !findings.page.isHtml || (isFrontPath(asked.path()) && !asked.hasQuery()))
        return false;
    const PageKind kind = kindOf(findings.page);
    return kind == PageKind::Nearly || kind == PageKind::Ordinary;
}

bool isSuspicious(const LinkFindings &findings)
{
    const FetchAnswer &answer = findings.answer;
    const PageKind kind = kindOf(findings.page);
    // A redirect to somewhere with fewer parts may be where everything that is gone leads.
    const bool isShorter =
        !answer.hops.isEmpty() && answer.url.path().count(u'/') < answer.hops.first().url.path().count(u'/');
    return kind == PageKind::Nearly || (kind == PageKind::Ordinary && isShorter);
}

} // namespace casebook
