#include "core/sources/pagekind.h"

#include "core/base/fold.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewWords = 20;          // a page with fewer says nothing of itself
constexpr qsizetype wordsOfAnArticle = 250; // a page that says that something is missing is shorter, menus included
constexpr qsizetype wordsOfASentence = 12;
constexpr qsizetype longestHeading = 400; // characters that are looked at, and headings: pages are untrusted
constexpr qsizetype mostHeadings = 50;

QString folded(const QString &text)
{
    return QString::fromUtf8(fold(text)).replace(u'\u2019', u'\'');
}

enum class Saying { Nothing, Somewhere, Outright };

/// What pages say that are not there, as sentences are made, since there are so many ways to say it. Folded.
const QRegularExpression &missingSentence()
{
    static const QRegularExpression sentence(uR"((?x)
        \b(page|post|article|content|video|file|url|link|document|story|product|item|listing|job|entry|resource|site
            |profile|topic|thread|question|address|publication|event)\b
            (
                (\s+(that|which|or|event|in|this|blog|at|you|you're|we|were|are|is|was|has|have|had|could|can|may|might|do|did|look
                    |looking|for|requested|want|wanted|asked|tried|trying|to|reach|view|access|probably|just)\b){0,9}? \s+
                (not|no\ longer|cannot|can't|couldn't|doesn't|does\ not|isn't|wasn't|won't) \s+
                ((be|been|currently|longer)\s+)? (found|exists?|available|here|there)\b
            |
                (\s+[\w']+){0,4}? \s+ (is|was|been) \s+ ([\w']+\s+)?? (removed|deleted|gone|unavailable|taken\ down)\b
            |
                \s+ (unavailable|removed|deleted)\b
            )
        | \b(couldn't|could\ not|can't|cannot|can\ not|unable\ to|didn't|did\ not) \s+ (find|locate) \s+
            (the|that|this|what|your)\b
        | \bnothing\ (to\ see\ )?here\b
        | \b(you|you're|you\ are)\ (seem\ to\ be\ )?lost\b
        | \b(error\ 404|404\ error|404\ not\ found|404\ page)\b
        | \bseite\b .{0,30} \bnicht\b .{0,15} \b(gefunden|verfugbar|existiert|vorhanden)\b
        | \bpage\b .{0,30} \b(introuvable|n'existe|non\ trouvee)\b
        | \bpagina\b .{0,30} \b(non|no|nao)\b .{0,15} \b(trovata|encontrada|disponibile|disponible|disponivel|esiste|existe)\b
        )"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
    return sentence;
}

/// The same in other languages, folded.
const QStringList &missingPhrases()
{
    static const QStringList phrases = [] {
        QStringList list{u"encontrado la página"_s,
                         u"pagina niet gevonden"_s,
                         u"sidan hittades inte"_s,
                         u"siden blev ikke fundet"_s,
                         u"sivua ei löytynyt"_s,
                         u"nie znaleziono strony"_s,
                         u"strona nie istnieje"_s,
                         u"stránka nenalezena"_s,
                         u"sayfa bulunamadı"_s,
                         u"страница не найдена"_s,
                         u"ページが見つかりません"_s,
                         u"お探しのページは"_s,
                         u"页面不存在"_s,
                         u"页面未找到"_s,
                         u"找不到页面"_s,
                         u"頁面不存在"_s,
                         u"找不到頁面"_s,
                         u"페이지를 찾을 수 없습니다"_s};
        for (QString &phrase : list)
            phrase = folded(phrase);
        return list;
    }();
    return phrases;
}

/// Words that say so where they stand alone; among others they may be about anything.
const QRegularExpression &bareWords()
{
    static const QRegularExpression words(
        u"(?<![\\w.#-])(404|not found|no longer available|unavailable|not available|nothing found|gone)(?![\\w-])"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return words;
}

qsizetype wordCount(const QString &text)
{
    static const QRegularExpression between(u"[^\\w']+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.split(between, Qt::SkipEmptyParts).size();
}

/// Whether nothing but what one says in passing stands around a sentence: "Sorry, ... at the moment".
bool saysNothingElse(const QString &around)
{
    static const QRegularExpression passing(
        u"\\b(oops|oups|sorry|whoops|hmm+|uh|oh|no|it|seems|looks|like|we|the|this|that|your|requested|please|right|"
        u"now|"
        "any ?more|at|moment|on|server|yet|but|you|were|are|look|looking|for|been|requested|in|space|try|searching|"
        "something|else|about|diese|die|angeforderte|werden|konnte|cette|la|demandee|pas|est|lo|sentimos|not|found|"
        "error|404)\\b"_s);
    QString rest = around;
    return wordCount(rest.remove(passing)) == 0;
}

/// Whether a title or heading says that a page is missing: outright where it says nothing else.
Saying sayingOf(const QString &text)
{
    const QString line = folded(text.left(longestHeading));
    if (const QRegularExpressionMatch sentence = missingSentence().match(line); sentence.hasMatch()) {
        const QString around = line.left(sentence.capturedStart()) + u' ' + line.mid(sentence.capturedEnd());
        return saysNothingElse(around) ? Saying::Outright : Saying::Somewhere;
    }
    const QStringList &phrases = missingPhrases();
    if (std::any_of(phrases.begin(), phrases.end(), [&](const QString &phrase) { return line.contains(phrase); }))
        return wordCount(line) <= wordsOfASentence ? Saying::Outright : Saying::Somewhere;
    const QRegularExpressionMatch bare = bareWords().match(line);
    if (!bare.hasMatch())
        return Saying::Nothing;
    return wordCount(line) == wordCount(bare.captured()) ? Saying::Outright : Saying::Somewhere;
}

/// "Page not found | Example" → its parts, as sites put their names beside.
QStringList parts(const QString &title)
{
    static const QRegularExpression marks(u"\\s+[|·•»«—–:-]+\\s+|\\s*[|·•»«]\\s*|:\\s+"_s);
    return title.split(marks, Qt::SkipEmptyParts);
}

Saying strongest(const QStringList &texts)
{
    Saying most = Saying::Nothing;
    for (const QString &text : texts.mid(0, mostHeadings))
        most = std::max(most, sayingOf(text));
    return most;
}

bool hasAny(const QStringList &texts, const QStringList &phrases)
{
    return std::any_of(texts.begin(), texts.end(), [&](const QString &text) {
        const QString line = folded(text);
        return std::any_of(phrases.begin(), phrases.end(),
                           [&](const QString &phrase) { return line.contains(phrase); });
    });
}

bool wantsPeople(const PageSigns &signs)
{
    static const QStringList phrases{u"just a moment..."_s,
                                     u"attention required! | cloudflare"_s,
                                     u"are you a robot"_s,
                                     u"are you a human"_s,
                                     u"verify you are human"_s,
                                     u"verifying you are human"_s,
                                     u"making sure you're not a bot"_s,
                                     u"please verify you are a human"_s,
                                     u"checking your browser"_s,
                                     u"access denied"_s,
                                     u"access to this page has been denied"_s,
                                     u"security checkpoint"_s,
                                     u"human verification"_s};
    return signs.words.size() < wordsOfAnArticle && hasAny(QStringList{signs.title} + signs.mainHeadings, phrases);
}

bool isForSale(const PageSigns &signs)
{
    static const QStringList phrases{u"domain is for sale"_s, u"domain for sale"_s,       u"domain name is for sale"_s,
                                     u"buy this domain"_s,    u"domain has expired"_s,    u"domain is parked"_s,
                                     u"parked domain"_s,      u"domain may be for sale"_s};
    const QStringList texts =
        QStringList{signs.title, signs.words.mid(0, wordsOfAnArticle).join(u' ')} + signs.mainHeadings + signs.headings;
    return signs.words.size() < wordsOfAnArticle && hasAny(texts, phrases);
}

} // namespace

PageKind kindOf(const PageSigns &signs)
{
    if (!signs.isHtml)
        return PageKind::Ordinary;
    if (wantsPeople(signs))
        return PageKind::ForPeople;
    if (isForSale(signs))
        return PageKind::ForSale;
    const Saying heading = strongest(signs.mainHeadings);
    const Saying title = strongest(parts(signs.title));
    const bool isShort = signs.words.size() < wordsOfAnArticle;
    if (isShort && (heading == Saying::Outright || title == Saying::Outright))
        return PageKind::Missing;
    // With a long menu around it; or a page about just that.
    if (heading != Saying::Nothing || title != Saying::Nothing)
        return PageKind::Nearly;
    if (isShort && strongest(signs.headings) != Saying::Nothing)
        return PageKind::Nearly;
    return signs.isWhole && signs.words.size() < fewWords ? PageKind::Nearly : PageKind::Ordinary;
}

} // namespace casebook
