#include "core/exporters/textcase.h"

#include "core/evidence/evidence.h"
#include "core/evidence/evidencefields.h"
#include "core/sources/copywords.h"
#include "core/sources/linkwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// Writes one case, part by part.
class CaseText {
    Q_DECLARE_TR_FUNCTIONS(casebook::CommandLine)

public:
    CaseText(const Corpus &corpus, const CaseStudy &study, const TextStyle &style)
        : m_corpus(corpus),
          m_schema(corpus.schema()),
          m_study(study),
          m_style(style),
          m_evidence(EvidenceReader(corpus.schema(), corpus.today()).read(study))
    {
    }

    QString run(const QString &body)
    {
        writeTitle();
        writeFacts();
        writeProblems();
        writeClaims();
        writeFigures();
        writeSources();
        writeBody(body);
        return m_text;
    }

private:
    void line(const QString &text) { m_text += text + u'\n'; }
    void heading(const QString &text)
    {
        m_text += u'\n';
        line(m_style.bold(text));
    }

    void writeTitle()
    {
        line(m_style.bold(plainLine(m_study.title)));
        line(m_style.dim(plainLine(m_study.path)));
    }

    /// Whether a field is shown by a part of its own.
    bool isShownElsewhere(const QString &id) const
    {
        return id == m_schema.fieldOf(role::title) || id == m_schema.fieldOf(role::claims)
            || id == m_schema.fieldOf(role::figures) || id == m_schema.fieldOf(role::sources);
    }

    /// The keys of the front matter: those of the schema in its order, then the others in the file's.
    QStringList keys() const
    {
        QStringList known;
        QStringList others;
        for (const Field &field : m_schema.fields) {
            if (!isShownElsewhere(field.id))
                known.append(field.id);
        }
        for (const auto &[key, value] : m_study.fields.entries()) {
            if (!isShownElsewhere(key) && !known.contains(key) && !others.contains(key))
                others.append(key);
        }
        return known + others;
    }

    QString flat(const QString &path, const Value &value) const
    {
        if (value.isScalar())
            return m_schema.valueLabel(path, value.toText());
        QStringList parts;
        for (const Value &item : value.items())
            parts.append(flat(path, item));
        for (const auto &[key, item] : value.entries()) {
            const QString part = path + u'.' + key;
            const QString text = flat(part, item);
            if (!text.isEmpty())
                parts.append(m_schema.fieldLabel(part) + u' ' + text);
        }
        parts.removeAll(QString());
        const bool ofMaps = value.isList() && !value.items().empty() && value.items().front().isMap();
        return parts.join(ofMaps ? u"; "_s : u", "_s);
    }

    void writeFacts()
    {
        QList<std::pair<QString, QString>> facts;
        qsizetype width = 0;
        for (const QString &key : keys()) {
            const QString text = plainLine(flat(key, m_study.fields[key]));
            if (text.isEmpty())
                continue;
            facts.append({plainLine(m_schema.fieldLabel(key)), text});
            width = std::max(width, std::min<qsizetype>(facts.last().first.size(), 24));
        }
        if (m_evidence) {
            facts.append({plainLine(m_schema.fieldLabel(evidenceField)), wordOf(m_evidence->strength)});
            width = std::max(width, facts.last().first.size());
        }
        if (!facts.isEmpty())
            m_text += u'\n';
        for (const auto &[label, text] : std::as_const(facts))
            line(m_style.dim(label.leftJustified(width)) + u"  "_s + text);
    }

    void writeProblems()
    {
        const Problems problems = m_corpus.problemsOf(m_study);
        if (problems.isEmpty())
            return;
        heading(tr("Problems"));
        for (const Problem &problem : problems)
            line(u"- "_s + problemLine(problem, m_style));
    }

    QString citation(int source) const
    {
        return source > 0 ? u' ' + m_style.dim(u'[' + QString::number(source) + u']') : QString();
    }

    QString partLabel(QStringView roleName, QStringView part, const QString &value) const
    {
        const QString path = m_schema.fieldOf(roleName) + u'.' + m_schema.partOf(roleName, part);
        return plainLine(m_schema.valueLabel(path, value));
    }

    void writeClaims()
    {
        const QList<Claim> claims = claimsOf(m_study, m_schema);
        QStringList sides;
        for (const Claim &claim : claims) {
            if (!sides.contains(claim.side))
                sides.append(claim.side);
        }
        for (const QString &side : std::as_const(sides)) {
            heading(side.isEmpty() ? tr("Claims") : partLabel(role::claims, u"side", side));
            for (qsizetype i = 0; i < claims.size(); ++i) {
                const Claim &claim = claims.at(i);
                if (claim.side != side)
                    continue;
                const QString reason = partLabel(role::claims, u"reason", claim.reason);
                line(u"- "_s + (reason.isEmpty() ? QString() : m_style.bold(reason) + u": "_s) + plainLine(claim.text)
                     + citation(claim.source) + evidenceOf(i));
            }
        }
    }

    QString evidenceOf(qsizetype claim) const
    {
        if (!m_evidence)
            return {};
        return u' ' + m_style.dim(u'(' + wordOf(m_evidence->claims.at(claim)).toLower() + u')');
    }

    void writeFigures()
    {
        const QList<Figure> figures = figuresOf(m_study, m_schema);
        if (!figures.isEmpty())
            heading(plainLine(m_schema.fieldLabel(m_schema.fieldOf(role::figures))));
        for (const Figure &figure : figures) {
            const QString before = figure.before.toText();
            QString values = before.isEmpty() ? QString() : before + u" → "_s;
            values += figure.after.toText() + (figure.unit.isEmpty() ? QString() : u' ' + figure.unit);
            line(u"- "_s + plainLine(figure.what) + u": "_s + plainLine(values) + citation(figure.source));
        }
    }

    void writeSources()
    {
        const QList<Source> sources = sourcesOf(m_study, m_schema);
        if (!sources.isEmpty())
            heading(plainLine(m_schema.fieldLabel(m_schema.fieldOf(role::sources))));
        for (qsizetype i = 0; i < sources.size(); ++i) {
            const Source &source = sources.at(i);
            QStringList parts{plainLine(source.title), source.year > 0 ? QString::number(source.year) : QString(),
                              partLabel(role::sources, u"kind", source.kind),
                              partLabel(role::sources, u"relation", source.relation),
                              plainLine(linkInDocument(linkOf(m_corpus.sourceFacts(), source.url))),
                              copyInDocument(m_corpus.sourceFacts(), source.url)};
            parts.removeAll(QString());
            const QString number = m_style.dim(u'[' + QString::number(i + 1) + u']');
            line(number + u' ' + parts.join(u" · "_s));
            if (!source.url.isEmpty() && source.url != source.title)
                line(u"    "_s + plainLine(source.url));
        }
    }

    void writeBody(const QString &body)
    {
        QString text = plainText(body);
        while (!text.isEmpty() && text.front() == u'\n')
            text.remove(0, 1);
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
        if (text.isEmpty())
            return;
        m_text += u'\n';
        line(text);
    }

    const Corpus &m_corpus;
    const Schema &m_schema;
    const CaseStudy &m_study;
    const TextStyle &m_style;
    std::optional<CaseEvidence> m_evidence;
    QString m_text;
};

} // namespace

QString caseText(const Corpus &corpus, const CaseStudy &study, const QString &body, const TextStyle &style)
{
    return CaseText(corpus, study, style).run(body);
}

} // namespace casebook
