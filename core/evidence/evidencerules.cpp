#include "core/evidence/evidencerules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

using Kind = EvidenceRule::Kind;
using Level = EvidenceLevel;
using Teller = Statement::Teller;

constexpr Level anyLevel = Level::Hypothetical; // of rules that decide none

// The one place that says what makes evidence strong or weak.
constexpr std::array rules{
    EvidenceRule{u"hypothetical", Kind::Decides, Level::Hypothetical, 0, "",
                 QT_TRANSLATE_NOOP("Evidence", "The case is advice or a thought: what it speaks of was not done."),
                 [](const Statement &s) { return s.hypothetical; }},
    EvidenceRule{u"measured", Kind::Decides, Level::Measured, 0, "",
                 QT_TRANSLATE_NOOP("Evidence", "A figure from those who took part backs it."),
                 [](const Statement &s) { return s.measured; }},
    EvidenceRule{u"first-hand", Kind::Decides, Level::FirstHand, 0, "",
                 QT_TRANSLATE_NOOP("Evidence", "Those who took part tell it themselves."),
                 [](const Statement &s) { return s.teller == Teller::FirstParty; }},
    EvidenceRule{u"reported", Kind::Decides, Level::Reported, 0, "",
                 QT_TRANSLATE_NOOP("Evidence", "Somebody who took no part reports it."),
                 [](const Statement &s) { return s.teller == Teller::ThirdParty; }},
    EvidenceRule{u"untold", Kind::Decides, Level::Reported, 0, "",
                 QT_TRANSLATE_NOOP("Evidence",
                                   "Whether its source took part is not told, so it counts for no more than a report."),
                 [](const Statement &s) { return s.teller == Teller::Unknown; }},
    EvidenceRule{u"no-source", Kind::Decides, Level::Reported, 0, "",
                 QT_TRANSLATE_NOOP("Evidence", "It names no source, so it counts for no more than a report."),
                 [](const Statement &) { return true; }},

    EvidenceRule{u"unsourced", Kind::Weakens, anyLevel, 1, QT_TRANSLATE_NOOP("Evidence", "unsourced"),
                 QT_TRANSLATE_NOOP("Evidence", "Without a source nobody can check it."),
                 [](const Statement &s) { return s.teller == Teller::Nobody; }},
    EvidenceRule{
        u"interested", Kind::Weakens, anyLevel, 1, QT_TRANSLATE_NOOP("Evidence", "interested source"),
        QT_TRANSLATE_NOOP("Evidence", "Its source has something to sell or people to win, and so gains by it."),
        [](const Statement &s) { return s.interested; }},
    EvidenceRule{u"dated", Kind::Weakens, anyLevel, 1, QT_TRANSLATE_NOOP("Evidence", "dated"),
                 QT_TRANSLATE_NOOP("Evidence", "It was told in %1, and things may have changed since."),
                 [](const Statement &s) { return s.age >= s.years && s.age < 2 * s.years; }},
    EvidenceRule{u"old", Kind::Weakens, anyLevel, 2, QT_TRANSLATE_NOOP("Evidence", "old"),
                 QT_TRANSLATE_NOOP("Evidence", "It was told in %1, and much is likely to have changed since."),
                 [](const Statement &s) { return s.age >= 2 * s.years; }},
    EvidenceRule{u"undated", Kind::Weakens, anyLevel, 1, QT_TRANSLATE_NOOP("Evidence", "undated"),
                 QT_TRANSLATE_NOOP("Evidence", "It has no year, so nobody can tell whether it still holds."),
                 [](const Statement &s) { return s.year == 0 && s.teller != Teller::Nobody; }},

    EvidenceRule{u"strongest", Kind::Gathers, anyLevel, 0, "",
                 QT_TRANSLATE_NOOP("Evidence", "A case is as strong as the strongest of its claims and figures (%1)."),
                 nullptr},
    EvidenceRule{u"best-source", Kind::Gathers, anyLevel, 0, "",
                 QT_TRANSLATE_NOOP("Evidence", "It makes no claims and gives no figures, so its best source counts."),
                 nullptr},
};
static_assert(rules.size() <= 32, "Strength::rules has a bit for each");

struct LevelText {
    QStringView id;
    const char *label;
    const char *definition;
};

constexpr std::array levelTexts{
    // In the order of EvidenceLevel.
    LevelText{u"hypothetical", QT_TRANSLATE_NOOP("Evidence", "Hypothetical"),
              QT_TRANSLATE_NOOP("Evidence", "Advice or a thought, with nothing done.")},
    LevelText{u"reported", QT_TRANSLATE_NOOP("Evidence", "Reported"),
              QT_TRANSLATE_NOOP("Evidence", "Told by somebody who took no part.")},
    LevelText{u"first-hand", QT_TRANSLATE_NOOP("Evidence", "First-hand"),
              QT_TRANSLATE_NOOP("Evidence", "Told by those who did it.")},
    LevelText{u"measured", QT_TRANSLATE_NOOP("Evidence", "Measured"),
              QT_TRANSLATE_NOOP("Evidence", "Backed by a figure from those who did it.")},
};

const LevelText &textOf(EvidenceLevel level)
{
    return levelTexts[static_cast<std::size_t>(level)];
}

QString translate(const char *text)
{
    return QCoreApplication::translate("Evidence", text);
}

QString effectOf(const EvidenceRule &rule)
{
    switch (rule.kind) {
    case Kind::Decides:
        return levelId(rule.level);
    case Kind::Weakens:
        return u'-' + QString::number(rule.steps);
    case Kind::Gathers:
        break;
    }
    return {};
}

} // namespace

QString levelId(EvidenceLevel level)
{
    return textOf(level).id.toString();
}

QString levelLabel(EvidenceLevel level)
{
    return translate(textOf(level).label);
}

QString levelDefinition(EvidenceLevel level)
{
    return translate(textOf(level).definition);
}

std::span<const EvidenceRule> evidenceRules()
{
    return rules;
}

QString ruleWord(const EvidenceRule &rule)
{
    return *rule.word ? translate(rule.word) : QString();
}

QString ruleReason(const EvidenceRule &rule)
{
    return translate(rule.reason);
}

Strength strengthOf(const Statement &statement)
{
    Strength strength;
    strength.year = static_cast<qint16>(statement.year);
    bool decided = false;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const EvidenceRule &rule = rules[i];
        const bool asked = rule.kind == Kind::Weakens || (rule.kind == Kind::Decides && !decided);
        if (!asked || !rule.holds(statement))
            continue;
        strength.rules |= 1U << i;
        strength.weakened = static_cast<qint8>(strength.weakened + rule.steps);
        if (rule.kind == Kind::Decides) {
            decided = true;
            strength.level = rule.level;
        }
    }
    return strength;
}

QString EvidenceStep::effectInWords() const
{
    if (effect.startsWith(u'-'))
        return QChar(0x2212) + effect.mid(1); // a minus sign, as wide as the digits
    const auto level =
        std::find_if(levelTexts.begin(), levelTexts.end(), [this](const LevelText &text) { return text.id == effect; });
    return level == levelTexts.end() ? QString() : translate(level->label);
}

QList<EvidenceStep> stepsOf(const Strength &strength)
{
    QList<EvidenceStep> steps;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if ((strength.rules & (1U << i)) == 0)
            continue;
        QString sentence = ruleReason(rules[i]);
        sentence.replace(u"%1"_s, QString::number(strength.year));
        steps.append({rules[i].id.toString(), effectOf(rules[i]), sentence});
    }
    return steps;
}

QString wordOf(const Strength &strength)
{
    QStringList words{levelLabel(strength.level)};
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if ((strength.rules & (1U << i)) != 0 && rules[i].kind == Kind::Weakens)
            words.append(ruleWord(rules[i]));
    }
    return words.join(u", "_s);
}

} // namespace casebook
