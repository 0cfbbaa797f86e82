#include "core/exporters/htmlcase.h"

#include "core/evidence/evidence.h"
#include "core/evidence/evidencefields.h"
#include "core/exporters/casebody.h"
#include "core/exporters/casewords.h"
#include "core/exporters/htmlpage.h"
#include "core/exporters/picturedata.h"
#include "core/markdown/html.h"
#include "core/markdown/link.h"
#include "core/sources/copywords.h"
#include "core/sources/linkwords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::Export)
};

QString element(const QString &name, const QString &html, const QString &kind = {})
{
    const QString open = kind.isEmpty() ? name : QString(name + u" class=\"" + kind + u'"');
    return u'<' + open + u'>' + html + u"</"_s + name + u">\n"_s;
}

/// Cells are aligned by classes: a style attribute would need a weaker security policy.
QString withClasses(QString html)
{
    for (const QString &side : {u"left"_s, u"center"_s, u"right"_s})
        html.replace(u" style=\"text-align: "_s + side + u'"', u" class=\""_s + side + u'"');
    return html;
}

class HtmlCase {
public:
    HtmlCase(const Corpus &corpus, const CaseStudy &study, const HtmlCaseRules &rules)
        : m_corpus(corpus),
          m_schema(corpus.schema()),
          m_study(study),
          m_rules(rules),
          m_sources(sourcesOf(study, m_schema)),
          m_evidence(EvidenceReader(m_schema, corpus.today()).read(study))
    {
    }

    QString run()
    {
        m_html = m_rules.place.isEmpty() ? u"<article>\n"_s
                                         : u"<article id=\""_s + m_rules.place.toHtmlEscaped() + u"\">\n"_s;
        writeHead();
        writeClaims();
        writeFigures();
        writeBody();
        writeSources();
        writeRelated();
        writeRest();
        return m_html + u"</article>\n"_s;
    }

private:
    void heading(int below, const QString &text)
    {
        m_html += element(u'h' + QString::number(std::min(6, m_rules.level + below)), htmlText(text));
    }

    QString labels(QStringView roleName)
    {
        const QString path = m_schema.fieldOf(roleName);
        m_shown.insert(path);
        return valueInLine(m_schema, path, m_study.fields[path]);
    }

    void writeHead()
    {
        heading(0, m_study.title);
        m_shown.insert(m_schema.fieldOf(role::title));
        m_shown.insert(m_schema.fieldOf(role::group));
        m_shown.insert(m_schema.fieldOf(role::from));
        m_shown.insert(m_schema.fieldOf(role::to));
        if (const QString organization = labels(role::organization); !organization.isEmpty())
            m_html += element(u"p"_s, htmlText(organization), u"organization"_s);
        QStringList facts{moveInWords(m_study, m_schema, u", "_s), labels(role::year), labels(role::stage),
                          labels(role::industry), labels(role::effort)};
        if (m_evidence)
            facts.append(wordOf(m_evidence->strength));
        facts.removeAll(QString());
        if (!facts.isEmpty())
            m_html += element(u"p"_s, htmlText(facts.join(u" · "_s)), u"facts"_s);
    }

    QString citation(int number) const
    {
        if (number < 1)
            return {};
        const QString text = QString::number(number);
        if (m_rules.place.isEmpty() || number > m_sources.size())
            return u" ["_s + text + u']';
        return u"\u00a0<sup><a href=\"#"_s + sourcePlace(number).toHtmlEscaped() + u"\">"_s + text + u"</a></sup>"_s;
    }

    QString sourcePlace(int number) const { return m_rules.place + u"-source-"_s + QString::number(number); }

    void writeClaims()
    {
        m_shown.insert(m_schema.fieldOf(role::claims));
        const QList<Claim> claims = claimsOf(m_study, m_schema);
        if (claims.isEmpty())
            return;
        m_html += u"<div class=\"claims\">\n"_s;
        qsizetype column = 0;
        for (const QString &side : sidesOf(claims, m_schema)) {
            const bool any =
                std::any_of(claims.begin(), claims.end(), [&](const Claim &claim) { return claim.side == side; });
            ++column;
            if (any)
                writeSide(claims, side, column == 2);
        }
        m_html += u"</div>\n"_s;
    }

    void writeSide(const QList<Claim> &claims, const QString &side, bool second)
    {
        m_html += second ? u"<section class=\"against\">\n"_s : u"<section class=\"for\">\n"_s;
        const QString label = partLabel(m_schema, role::claims, u"side", side);
        heading(1, label.isEmpty() ? ExportWords::tr("Claims") : label);
        m_html += u"<ul>\n"_s;
        for (qsizetype i = 0; i < claims.size(); ++i) {
            if (claims.at(i).side == side)
                m_html += element(u"li"_s, claimHtml(claims.at(i), i));
        }
        m_html += u"</ul>\n</section>\n"_s;
    }

    QString claimHtml(const Claim &claim, qsizetype number) const
    {
        const QString reason = htmlText(partLabel(m_schema, role::claims, u"reason", claim.reason));
        QString html = reason.isEmpty() ? QString() : QString(u"<b>"_s + reason + u"</b> "_s);
        html += htmlText(claim.text) + citation(claim.source);
        if (m_evidence)
            html += u" <small>"_s + htmlText(wordOf(m_evidence->claims.at(number))) + u"</small>"_s;
        return html;
    }

    void writeFigures()
    {
        const QString field = m_schema.fieldOf(role::figures);
        m_shown.insert(field);
        const QList<Figure> figures = figuresOf(m_study, m_schema);
        if (figures.isEmpty())
            return;
        heading(1, m_schema.fieldLabel(field));
        m_html += u"<ul class=\"figures\">\n"_s;
        for (const Figure &figure : figures) {
            const double most = std::max({1e-300, figure.before.toNumber(), figure.after.toNumber()});
            const QString unit = figure.unit.isEmpty() ? QString() : QString(u' ' + figure.unit);
            m_html += u"<li>"_s + htmlText(figure.what) + citation(figure.source)
                + value(figure.before, unit, most, u"before"_s) + value(figure.after, unit, most, u"after"_s)
                + u"</li>\n"_s;
        }
        m_html += u"</ul>\n"_s;
    }

    /// A bar as long as its share, and the number.
    static QString value(const Value &value, const QString &unit, double most, const QString &kind)
    {
        if (value.isEmpty())
            return {};
        QString html = u"<div class=\""_s + kind + u"\">"_s;
        if (value.isNumber() && value.toNumber() >= 0) {
            html +=
                u"<svg viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect height=\"4\" width=\""_s
                + QString::number(std::clamp(100 * value.toNumber() / most, 0.5, 100.0), 'f', 1) + u"\"/></svg> "_s;
        }
        return html + htmlText(numberInWords(value) + unit) + u"</div>"_s;
    }

    void writeBody()
    {
        QStringList pictures;
        BodyRules bodyRules;
        bodyRules.topLevel = std::min(6, m_rules.level + 1);
        bodyRules.resolve = [this](const QString &path) {
            const QString place = m_rules.cases.value(path);
            return place.isEmpty() ? QString() : QString(u'#' + place);
        };
        if (m_rules.pictures) {
            bodyRules.picture = [&](const QString &path) -> QString {
                const QString data = pictureData(m_corpus.layout(), path);
                if (data.isEmpty())
                    return {};
                pictures.append(data);
                return u"casebook-picture-"_s + QString::number(pictures.size() - 1);
            };
        }
        QString html = withClasses(toSafeHtml(bodyInDocument(m_corpus, m_study, bodyRules)));
        for (qsizetype i = 0; i < pictures.size(); ++i) {
            html.replace(u"<img src=\"casebook-picture-"_s + QString::number(i) + u'"',
                         u"<img src=\""_s + pictures.at(i) + u'"');
        }
        if (!html.isEmpty())
            m_html += u"<div class=\"body\">\n"_s + html + u"</div>\n"_s;
    }

    void writeSources()
    {
        const QString field = m_schema.fieldOf(role::sources);
        m_shown.insert(field);
        if (m_sources.isEmpty())
            return;
        heading(1, m_schema.fieldLabel(field));
        m_html += u"<ol class=\"sources\">\n"_s;
        for (qsizetype i = 0; i < m_sources.size(); ++i) {
            const Source &source = m_sources.at(i);
            QString html = htmlText(source.title.isEmpty() ? source.url : source.title);
            if (linkKind(source.url) == LinkKind::External)
                html = u"<a href=\""_s + QString::fromLatin1(encodedLink(source.url)).toHtmlEscaped() + u"\">"_s + html
                    + u"</a>"_s;
            QStringList words{sourceInWords(source, m_schema),
                              linkInDocument(linkOf(m_corpus.sourceFacts(), source.url)),
                              copyInDocument(m_corpus.sourceFacts(), source.url)};
            words.removeAll(QString());
            const QString more = words.join(u" · "_s);
            if (!more.isEmpty())
                html += u" <small>"_s + htmlText(more) + u"</small>"_s;
            m_html += m_rules.place.isEmpty()
                ? element(u"li"_s, html)
                : QString(u"<li id=\""_s + sourcePlace(static_cast<int>(i) + 1).toHtmlEscaped() + u"\">"_s + html
                          + u"</li>\n"_s);
        }
        m_html += u"</ol>\n"_s;
    }

    void writeRelated()
    {
        const QString field = m_schema.fieldOf(role::related);
        m_shown.insert(field);
        QStringList links;
        for (const QString &id : roleTexts(m_study, m_schema, role::related)) {
            const CaseStudyPtr other = m_corpus.find(id);
            const QString name = htmlText(other ? caseName(*other, m_schema) : id);
            const QString place = other ? m_rules.cases.value(other->path) : QString();
            links.append(place.isEmpty()
                             ? name
                             : QString(u"<a href=\"#"_s + place.toHtmlEscaped() + u"\">"_s + name + u"</a>"_s));
        }
        if (!links.isEmpty())
            m_html +=
                element(u"p"_s, htmlText(m_schema.fieldLabel(field)) + u": "_s + links.join(u", "_s), u"related"_s);
    }

    /// Every field that is not shown yet, in the schema's order, then the keys that it does not know.
    void writeRest()
    {
        QStringList keys;
        for (const Field &field : m_schema.fields)
            keys.append(field.id);
        for (const auto &[key, value] : m_study.fields.entries())
            keys.append(key);
        QString rows;
        for (const QString &key : std::as_const(keys)) {
            if (m_shown.contains(key))
                continue;
            m_shown.insert(key);
            const QString text = htmlText(valueInLine(m_schema, key, m_study.fields[key]));
            if (!text.isEmpty())
                rows += u"<dt>"_s + htmlText(m_schema.fieldLabel(key)) + u"</dt><dd>"_s + text + u"</dd>\n"_s;
        }
        if (!rows.isEmpty())
            m_html += u"<dl>\n"_s + rows + u"</dl>\n"_s;
    }

    const Corpus &m_corpus;
    const Schema &m_schema;
    const CaseStudy &m_study;
    const HtmlCaseRules &m_rules;
    QList<Source> m_sources;
    std::optional<CaseEvidence> m_evidence;
    QSet<QString> m_shown{QString()};
    QString m_html;
};

} // namespace

QString caseHtml(const Corpus &corpus, const CaseStudy &study, const HtmlCaseRules &rules)
{
    return HtmlCase(corpus, study, rules).run();
}

} // namespace casebook
