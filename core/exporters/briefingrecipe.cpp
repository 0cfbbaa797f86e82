#include "core/exporters/briefingrecipe.h"

#include <QCoreApplication>
#include <QDir>

#include <array>
#include <utility>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastMargin = 5; // millimetres
constexpr double mostMargin = 80;

struct RecipeWords {
    Q_DECLARE_TR_FUNCTIONS(BriefingRecipe)
};

struct Part {
    QStringView name;
    bool BriefingRecipe::*shown;
};

constexpr std::array parts{
    Part{u"summary", &BriefingRecipe::summary},   Part{u"contents", &BriefingRecipe::contents},
    Part{u"cases", &BriefingRecipe::cases},       Part{u"sources", &BriefingRecipe::sources},
    Part{u"appendix", &BriefingRecipe::appendix},
};

class RecipeReader {
public:
    BriefingRecipeResult read(const Value &value)
    {
        if (!value.isNull() && !value.isMap())
            complain(RecipeWords::tr("\"briefing\" must be a map of \"title\", \"paper\" and so on."));
        for (const auto &[key, part] : value.entries())
            readKey(key, part);
        return std::move(m_result);
    }

private:
    void readKey(const QString &key, const Value &value)
    {
        BriefingRecipe &recipe = m_result.recipe;
        const QString text = value.toText().simplified();
        if (key == u"title")
            recipe.title = text;
        else if (key == u"question")
            recipe.question = text;
        else if (key == u"notice")
            recipe.notice = text;
        else if (key == u"logo")
            readLogo(text);
        else if (key == u"paper")
            choose(key, text.toLower(), {u"a4"_s, u"letter"_s}, [&](qsizetype at) {
                recipe.paper = at == 0 ? BriefingRecipe::Paper::A4 : BriefingRecipe::Paper::Letter;
            });
        else if (key == u"layout")
            choose(key, text, {u"cases"_s, u"continuous"_s}, [&](qsizetype at) {
                recipe.layout = at == 0 ? BriefingRecipe::Layout::CasePerPage : BriefingRecipe::Layout::Continuous;
            });
        else if (key == u"color")
            choose(key, text, {u"true"_s, u"false"_s}, [&](qsizetype at) { recipe.color = at == 0; });
        else if (key == u"margins")
            readMargins(value);
        else if (key == u"parts")
            readParts(value);
        else
            complain(RecipeWords::tr("\"briefing\" has no \"%1\".").arg(key));
    }

    template<typename Take>
    void choose(const QString &key, const QString &text, const QStringList &choices, const Take &take)
    {
        const qsizetype at = choices.indexOf(text);
        if (at >= 0)
            take(at);
        else
            complain(RecipeWords::tr("\"%1\" of \"briefing\" must be one of %2.").arg(key, choices.join(u", "_s)));
    }

    void readLogo(const QString &path)
    {
        const QString clean = QDir::cleanPath(path);
        if (QDir::isAbsolutePath(path) || clean == u".." || clean.startsWith(u"../"))
            complain(RecipeWords::tr("\"logo\" of \"briefing\" must be the path of a picture in the corpus."));
        else
            m_result.recipe.logo = path;
    }

    void readMargins(const Value &value)
    {
        bool fits = value.items().size() == 4;
        for (const Value &item : value.items())
            fits = fits && item.isNumber() && item.toNumber() >= leastMargin && item.toNumber() <= mostMargin;
        if (!fits) {
            complain(
                RecipeWords::tr("\"margins\" of \"briefing\" must be four numbers of millimetres from %1 to %2: left, "
                                "top, right, bottom.")
                    .arg(leastMargin)
                    .arg(mostMargin));
            return;
        }
        m_result.recipe.margins = {value.items()[0].toNumber(), value.items()[1].toNumber(),
                                   value.items()[2].toNumber(), value.items()[3].toNumber()};
    }

    void readParts(const Value &value)
    {
        QStringList wanted = value.toTexts();
        for (const Part &part : parts)
            m_result.recipe.*part.shown = wanted.removeAll(part.name.toString()) > 0;
        if (!wanted.isEmpty())
            complain(RecipeWords::tr("\"parts\" of \"briefing\" knows no \"%1\".").arg(wanted.first()));
    }

    void complain(const QString &sentence) { m_result.problems.append(sentence); }

    BriefingRecipeResult m_result;
};

} // namespace

BriefingRecipeResult readRecipe(const Value &value)
{
    return RecipeReader().read(value);
}

Value toValue(const BriefingRecipe &recipe)
{
    const BriefingRecipe usual;
    Value::Map map;
    const auto add = [&](const QString &key, Value value) { map.emplace_back(key, std::move(value)); };
    if (!recipe.title.isEmpty())
        add(u"title"_s, recipe.title);
    if (!recipe.question.isEmpty())
        add(u"question"_s, recipe.question);
    if (recipe.paper != usual.paper)
        add(u"paper"_s, u"letter"_s);
    if (recipe.margins != usual.margins) {
        const QMarginsF &margins = recipe.margins;
        add(u"margins"_s, Value::List{margins.left(), margins.top(), margins.right(), margins.bottom()});
    }
    if (!recipe.color)
        add(u"color"_s, false);
    if (recipe.layout != usual.layout)
        add(u"layout"_s, u"continuous"_s);
    Value::List shown;
    for (const Part &part : parts) {
        if (recipe.*part.shown)
            shown.emplace_back(part.name.toString());
    }
    if (shown.size() != parts.size())
        add(u"parts"_s, std::move(shown));
    if (!recipe.logo.isEmpty())
        add(u"logo"_s, recipe.logo);
    if (!recipe.notice.isEmpty())
        add(u"notice"_s, recipe.notice);
    return map;
}

} // namespace casebook
