#include "core/evidence/evidence.h"

#include "core/evidence/evidencefields.h"
#include "core/evidence/numbersin.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace casebook {

namespace {

using Teller = Statement::Teller;

/// The value of a key, or null where a role gives no key.
const Value &valueOf(const Value &owner, const QString &key)
{
    static const Value none;
    return key.isEmpty() ? none : owner[key];
}

/// Does something for each record; a single map counts as a list of one.
template<typename Work>
void forEachRecord(const Value &value, Work work)
{
    if (value.isMap()) {
        work(value);
        return;
    }
    for (const Value &record : value.items())
        work(record);
}

/// A position from 1, or 0 where the value is none.
int positionIn(const Value &value)
{
    const qint64 number = value.isNumber() ? value.toInteger() : value.toText().toLongLong();
    return number > 0 && number < 100'000 ? static_cast<int>(number) : 0;
}

/// 0 where there is no year.
int yearIn(const Value &value)
{
    const qint64 year = value.isInteger() ? value.toInteger() : value.toText().left(4).toLongLong();
    return year >= 1000 && year < 10'000 ? static_cast<int>(year) : 0;
}

bool isOneOf(const Value &value, const QStringList &terms)
{
    if (value.isScalar())
        return !value.isNull() && terms.contains(value.toText());
    return std::any_of(value.items().begin(), value.items().end(),
                       [&](const Value &item) { return isOneOf(item, terms); });
}

/// The numbers of a figure that are not in a sentence by chance.
QVarLengthArray<double, 2> tellingNumbers(const Value &before, const Value &after)
{
    QVarLengthArray<double, 2> numbers;
    for (const Value *value : {&before, &after}) {
        if (!value->isNumber())
            continue;
        const double number = std::abs(value->toNumber());
        if (number >= 10 || number != std::floor(number))
            numbers.append(number);
    }
    return numbers;
}

/// Of two of one rank always the same is kept, whatever their order.
void keepStrongest(std::optional<Strength> &strongest, const Strength &other)
{
    const auto key = [](const Strength &strength) {
        return std::tuple(strength.rank(), -static_cast<qint64>(strength.rules), strength.year);
    };
    if (!strongest || key(other) > key(*strongest))
        strongest = other;
}

} // namespace

/// What is known of a case before its claims are looked at.
struct EvidenceReader::Facts {
    struct Source {
        Teller teller = Teller::Unknown;
        bool interested = false;
        int year = 0;
    };
    QVarLengthArray<Source, 8> sources;
    const Value *figures = nullptr;
    bool hypothetical = false;
    int year = 0;

    /// The source at a position from 1; for 0 the only one there is. Null where there is none.
    const Source *source(int position) const
    {
        if (position == 0 && sources.size() == 1)
            position = 1;
        return position >= 1 && position <= sources.size() ? &sources[position - 1] : nullptr;
    }
    bool isFirstParty(int position) const
    {
        const Source *found = source(position);
        return found && found->teller == Teller::FirstParty;
    }
};

EvidenceReader::EvidenceReader(const Schema &schema, const QDate &today)
    : m_terms(schema.evidence),
      m_thisYear(today.isValid() ? today.year() : 0),
      m_applies(schema.isComputed(evidenceField))
{
    const auto field = [&schema](QStringView roleName) { return schema.fieldOf(roleName); };
    const auto part = [&schema](QStringView roleName, QStringView name) { return schema.partOf(roleName, name); };
    m_names = {field(role::stage),
               field(role::year),
               field(role::claims),
               part(role::claims, u"source"),
               part(role::claims, u"figure"),
               part(role::claims, u"text"),
               field(role::figures),
               part(role::figures, u"source"),
               part(role::figures, u"before"),
               part(role::figures, u"after"),
               field(role::sources),
               part(role::sources, u"relation"),
               part(role::sources, u"kind"),
               part(role::sources, u"year")};
}

bool EvidenceReader::isFor(const CaseStudy &study) const
{
    return m_applies && !study.fields.isEmpty() && !study.fields.contains(evidenceField);
}

EvidenceReader::Facts EvidenceReader::factsOf(const CaseStudy &study) const
{
    Facts facts;
    forEachRecord(valueOf(study.fields, m_names.sources), [&](const Value &record) {
        const Value &relation = record[m_names.sourceRelation];
        Facts::Source source;
        if (isOneOf(relation, m_terms.firstParty))
            source.teller = Teller::FirstParty;
        else if (isOneOf(relation, m_terms.thirdParty))
            source.teller = Teller::ThirdParty;
        source.interested = isOneOf(record[m_names.sourceKind], m_terms.interested);
        source.year = yearIn(record[m_names.sourceYear]);
        facts.sources.append(source);
    });
    facts.figures = &valueOf(study.fields, m_names.figures);
    facts.hypothetical = isOneOf(valueOf(study.fields, m_names.stage), m_terms.hypothetical);
    facts.year = yearIn(valueOf(study.fields, m_names.year));
    return facts;
}

/// Of what a source says, without a figure.
Statement EvidenceReader::statement(const Facts &facts, int source) const
{
    Statement statement;
    statement.hypothetical = facts.hypothetical;
    statement.years = m_terms.years;
    statement.year = facts.year;
    if (const Facts::Source *found = facts.source(source)) {
        statement.teller = found->teller;
        statement.interested = found->interested;
        statement.year = found->year > 0 ? found->year : facts.year;
    }
    if (statement.year > 0 && m_thisYear > 0)
        statement.age = m_thisYear - statement.year;
    return statement;
}

Statement EvidenceReader::figureStatement(const Facts &facts, const Value &figure) const
{
    const int source = positionIn(figure[m_names.figureSource]);
    Statement result = statement(facts, source);
    result.measured = facts.isFirstParty(source);
    return result;
}

Statement EvidenceReader::claimStatement(const Facts &facts, const Value &claim, Backing backing) const
{
    const int source = positionIn(claim[m_names.claimSource]);
    Statement result = statement(facts, source);
    const int named = positionIn(claim[m_names.claimFigure]);
    if (named == 0 && backing == Backing::Named)
        return result;
    int position = 0;
    forEachRecord(*facts.figures, [&](const Value &figure) {
        if (result.measured || (named > 0 && ++position != named))
            return;
        const int written = positionIn(figure[m_names.figureSource]);
        if (named > 0)
            result.measured = facts.isFirstParty(written > 0 ? written : source);
        else if (facts.isFirstParty(written) && facts.source(written) == facts.source(source))
            result.measured = states(claim[m_names.claimText].toText(), figure);
    });
    return result;
}

/// Whether a text holds one of a figure's numbers.
bool EvidenceReader::states(const QString &text, const Value &figure) const
{
    const auto telling = tellingNumbers(figure[m_names.figureBefore], figure[m_names.figureAfter]);
    if (telling.isEmpty())
        return false;
    const QList<double> stated = numbersIn(text);
    return std::any_of(telling.begin(), telling.end(), [&](double number) { return stated.contains(number); });
}

std::optional<CaseEvidence> EvidenceReader::read(const CaseStudy &study) const
{
    if (!isFor(study))
        return std::nullopt;
    const Facts facts = factsOf(study);
    CaseEvidence evidence;
    std::optional<Strength> strongest;
    forEachRecord(valueOf(study.fields, m_names.claims), [&](const Value &claim) {
        evidence.claims.append(casebook::strengthOf(claimStatement(facts, claim, Backing::NamedOrStated)));
        keepStrongest(strongest, evidence.claims.last());
    });
    forEachRecord(*facts.figures, [&](const Value &figure) {
        evidence.figures.append(casebook::strengthOf(figureStatement(facts, figure)));
        keepStrongest(strongest, evidence.figures.last());
    });
    evidence.strength = strongest ? *strongest : strengthOfSources(facts);
    return evidence;
}

Strength EvidenceReader::strengthOfSources(const Facts &facts) const
{
    if (facts.sources.isEmpty())
        return casebook::strengthOf(statement(facts, 0));
    std::optional<Strength> strongest;
    for (int source = 1; source <= facts.sources.size(); ++source)
        keepStrongest(strongest, casebook::strengthOf(statement(facts, source)));
    return *strongest;
}

std::optional<Strength> EvidenceReader::strengthOf(const CaseStudy &study) const
{
    if (!isFor(study))
        return std::nullopt;
    const Facts facts = factsOf(study);
    std::optional<Strength> strongest;
    forEachRecord(*facts.figures, [&](const Value &figure) {
        keepStrongest(strongest, casebook::strengthOf(figureStatement(facts, figure)));
    });
    // A claim that states a figure's number is as strong as that figure, which has been looked at.
    forEachRecord(valueOf(study.fields, m_names.claims), [&](const Value &claim) {
        keepStrongest(strongest, casebook::strengthOf(claimStatement(facts, claim, Backing::Named)));
    });
    return strongest ? *strongest : strengthOfSources(facts);
}

} // namespace casebook
