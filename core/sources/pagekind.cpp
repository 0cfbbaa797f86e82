#include "core/sources/pagekind.h"

#include "core/base/fold.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewWords = 20;          // a page with fewer says nothing of itself
constexpr qsizetype wordsOfAnArticle = 250; // a page that says that something is missing is shorter, menus included
constexpr qsizetype wordsAround = 4;        // "Oops! ... | Example"

QString folded(const QString &text)
{
    return QString::fromUtf8(fold(text)).replace(u'\u2019', u'\'');
}

/// What pages say that are not there, in the languages of most of the web.
struct MissingPhrase {
    QString text;             ///< folded
    QRegularExpression whole; ///< between the ends of words; unused where a script has no blanks between them
    bool hasBlanks;
};

const QList<MissingPhrase> &missingPhrases()
{
    static const QList<MissingPhrase> phrases = [] {
        QStringList texts{u"page not found"_s,
                          u"404 not found"_s,
                          u"not found"_s,
                          u"error 404"_s,
                          u"404 error"_s,
                          u"404"_s,
                          u"file not found"_s,
                          u"article not found"_s,
                          u"post not found"_s,
                          u"content not found"_s,
                          u"nothing found"_s,
                          u"page does not exist"_s,
                          u"page doesn't exist"_s,
                          u"page cannot be found"_s,
                          u"page can't be found"_s,
                          u"page could not be found"_s,
                          u"couldn't find that page"_s,
                          u"couldn't find this page"_s,
                          u"can't find that page"_s,
                          u"page isn't available"_s,
                          u"page is not available"_s,
                          u"page no longer exists"_s,
                          u"no longer available"_s,
                          u"page unavailable"_s,
                          u"content unavailable"_s,
                          u"video unavailable"_s,
                          u"page has been removed"_s,
                          u"seite nicht gefunden"_s,
                          u"seite existiert nicht"_s,
                          u"page introuvable"_s,
                          u"page non trouvée"_s,
                          u"página no encontrada"_s,
                          u"página não encontrada"_s,
                          u"pagina non trovata"_s,
                          u"pagina niet gevonden"_s,
                          u"sidan hittades inte"_s,
                          u"nie znaleziono strony"_s,
                          u"страница не найдена"_s,
                          u"ページが見つかりません"_s,
                          u"页面不存在"_s,
                          u"找不到页面"_s,
                          u"頁面不存在"_s,
                          u"페이지를 찾을 수 없습니다"_s};
        // The longest first: what is left of a text beside it is what counts.
        std::sort(texts.begin(), texts.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
        QList<MissingPhrase> list;
        for (const QString &text : std::as_const(texts)) {
            const QString phrase = folded(text);
            const QString pattern = u"(?<![\\w.#-])"_s + QRegularExpression::escape(phrase) + u"(?![\\w-])"_s;
            list.append({phrase, QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption),
                         text.contains(u' ') || text.at(0).isDigit()});
        }
        return list;
    }();
    return phrases;
}

qsizetype wordCount(const QString &text)
{
    static const QRegularExpression between(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.split(between, Qt::SkipEmptyParts).size();
}

enum class Saying { Nothing, Somewhere, Outright };

/// Whether a text says that a page is missing: outright where it says little else.
Saying sayingOf(const QString &text)
{
    const QString line = u' ' + folded(text) + u' ';
    for (const MissingPhrase &phrase : missingPhrases()) {
        const qsizetype at = phrase.hasBlanks ? line.indexOf(phrase.whole) : line.indexOf(phrase.text);
        if (at < 0)
            continue;
        const qsizetype around = wordCount(line.left(at)) + wordCount(line.mid(at + phrase.text.size()));
        return around <= wordsAround ? Saying::Outright : Saying::Somewhere;
    }
    return Saying::Nothing;
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
    for (const QString &text : texts)
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
