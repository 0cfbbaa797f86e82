#include "ui/edit/source/sourceterms.h"

#include "core/corpus/casestudy.h"
#include "core/document/document.h"
#include "core/document/splicing/yamlscalar.h"
#include "ui/edit/form/recordterms.h"
#include "ui/edit/form/termmodel.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOffered = 200;
constexpr int noMatch = 9;

const FieldSpec *specOf(const QList<FieldSpec> &specs, const QString &id)
{
    const auto found =
        std::find_if(specs.begin(), specs.end(), [&id](const FieldSpec &spec) { return spec.field.id == id; });
    return found == specs.end() ? nullptr : &*found;
}

/// The spec at a path of keys; one without a name where the schema knows none.
FieldSpec specAt(const QStringList &path, const Schema &schema)
{
    QList<FieldSpec> specs = fieldSpecs(schema);
    FieldSpec spec;
    for (const QString &key : path) {
        const FieldSpec *found = specOf(specs, key);
        if (!found)
            return {};
        spec = FieldSpec(*found);
        specs = partSpecs(spec, schema);
    }
    return spec;
}

/// How well a term suits what is typed: 0 is best.
int rank(const Term &term, const QString &typed)
{
    if (term.id.startsWith(typed, Qt::CaseInsensitive))
        return 0;
    if (term.label.startsWith(typed, Qt::CaseInsensitive))
        return 1;
    for (const QString &text : {term.id, term.label}) {
        const qsizetype at = text.indexOf(typed, 0, Qt::CaseInsensitive);
        if (at > 0)
            return text.at(at - 1).isLetterOrNumber() ? 3 : 2;
    }
    return noMatch;
}

/// The terms that suit what is typed, the best first, and those that are there already last.
QList<Term> suited(const QList<Term> &terms, const TypingPlace &place, const QString &typed)
{
    QList<QList<Term>> ranked(2 * noMatch);
    for (const Term &term : terms) {
        const int found = rank(term, typed);
        if (found < noMatch && !term.id.isEmpty())
            ranked[found + (place.present.contains(term.id) ? noMatch : 0)].append(term);
    }
    QList<Term> all;
    for (const QList<Term> &some : std::as_const(ranked))
        all += some;
    // What is typed may be the beginning of another, but to offer what stands there already is of no use.
    all.removeIf([&place](const Term &term) { return term.id == place.typed; });
    return all.first(std::min(all.size(), mostOffered));
}

QString quotedText(const QString &text, char quote, const ScalarPlace &place)
{
    const ScalarStyle style = quote == '\'' ? ScalarStyle::SingleQuoted : ScalarStyle::DoubleQuoted;
    const std::optional<QByteArray> like = writtenScalar(text, style, place);
    return QString::fromUtf8(like ? *like : *writtenScalar(text, ScalarStyle::DoubleQuoted, place));
}

QString writtenText(const QString &text, const TypingPlace &place)
{
    ScalarPlace around;
    around.inFlow = place.inFlow;
    const std::optional<QByteArray> plain =
        place.quote ? std::nullopt : writtenScalar(text, ScalarStyle::Plain, around);
    return plain ? QString::fromUtf8(*plain) : quotedText(text, place.quote, around);
}

/// Whether a field's values are to be read as numbers, and this one would be.
bool isNumeral(const FieldSpec &spec, const QString &text)
{
    const bool wantsNumber = spec.field.type == FieldType::Year || spec.field.type == FieldType::Number
        || spec.use == FieldSpec::Use::Reference;
    YamlNode node;
    node.kind = YamlNode::Kind::Scalar;
    node.text = text;
    return wantsNumber && toValue(node).isNumber();
}

} // namespace

TermOffer SourceTerms::offer(const QString &text, qsizetype cursor, bool asked)
{
    const std::optional<TypingPlace> place = typingPlace(text, cursor);
    if (!place)
        return {};
    TermOffer offer;
    offer.place = *place;
    const Schema &schema = m_terms.context().schema;
    const bool isTop = place->path.isEmpty();
    const FieldSpec spec = specAt(place->path, schema);
    if (!isTop && spec.field.id.isEmpty())
        return offer;
    const bool isValue = place->kind == TypingPlace::Kind::Value || (!isTop && !spec.field.isRecord());
    const QList<Term> terms =
        isValue ? values(offer, spec, text) : keys(offer, isTop ? fieldSpecs(schema) : partSpecs(spec, schema));
    offer.terms = suited(terms, *place, place->typed);
    if (offer.terms.isEmpty() && asked)
        offer.terms = suited(terms, *place, {});
    return offer;
}

QList<Term> SourceTerms::keys(TermOffer &offer, const QList<FieldSpec> &specs) const
{
    offer.keys = true;
    offer.known = true;
    QList<Term> terms;
    for (const FieldSpec &spec : specs) {
        if (spec.field.id != folderField)
            terms.append({spec.field.id, spec.field.label, {}});
        if (spec.field.isRecord())
            offer.collections.append(spec.field.id);
    }
    return terms;
}

QList<Term> SourceTerms::values(TermOffer &offer, const FieldSpec &spec, const QString &text)
{
    if (spec.field.isRecord())
        return {};
    offer.spec = spec;
    if (spec.use == FieldSpec::Use::Reference) {
        const Document document = Document::parse(text.toUtf8());
        if (!document.isBroken()) // else those of a moment ago are a better guess than none
            m_terms.setRecords(spec.target, recordTerms(document.tree(), m_terms.context().schema, spec.target));
    }
    const TermModel *choices = m_terms.choices(spec);
    const bool isList = spec.field.type == FieldType::Choice || spec.field.type == FieldType::List;
    offer.known = choices != nullptr;
    offer.free = !choices && !isList && spec.use == FieldSpec::Use::Plain;
    const TermModel *terms = spec.use == FieldSpec::Use::Reference ? choices : m_terms.suggestions(spec);
    return terms ? terms->terms() : QList<Term>();
}

TermText SourceTerms::written(const TermOffer &offer, const Term &term)
{
    TermText result;
    const QString blank = offer.place.needsBlank ? u" "_s : QString();
    if (!offer.keys) {
        const bool plain = !offer.place.quote && isNumeral(offer.spec, term.id);
        result.text = blank + (plain ? term.id : writtenText(term.id, offer.place));
        return result;
    }
    const QString colon = offer.collections.contains(term.id) && !offer.place.inFlow ? u":"_s : u": "_s;
    result.text = blank + writtenText(term.id, offer.place) + (offer.place.hasColon ? QString() : colon);
    result.endsKey = !offer.place.hasColon;
    return result;
}

} // namespace casebook
