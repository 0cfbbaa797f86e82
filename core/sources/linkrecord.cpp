#include "core/sources/linkrecord.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace casebook {

namespace {

struct StateText {
    LinkState state;
    QStringView id;
    const char *label;
    const char *definition;
};

constexpr std::array stateTexts{
    // In the order of linkStates().
    StateText{LinkState::Dead, u"dead", QT_TRANSLATE_NOOP("Links", "Dead"),
              QT_TRANSLATE_NOOP("Links", "The page or its host is gone.")},
    StateText{LinkState::Doubtful, u"doubtful", QT_TRANSLATE_NOOP("Links", "Doubtful"),
              QT_TRANSLATE_NOOP("Links", "It answers, but perhaps with something else than what was cited.")},
    StateText{LinkState::Moved, u"moved", QT_TRANSLATE_NOOP("Links", "Moved"),
              QT_TRANSLATE_NOOP("Links", "It answers from another address.")},
    StateText{LinkState::Forbidden, u"forbidden", QT_TRANSLATE_NOOP("Links", "Forbidden to robots"),
              QT_TRANSLATE_NOOP("Links", "The server turns programs away: look at it in a browser.")},
    StateText{LinkState::Unreachable, u"unreachable", QT_TRANSLATE_NOOP("Links", "Unreachable"),
              QT_TRANSLATE_NOOP("Links", "Nothing could be learnt, as with the network down: check it again.")},
    StateText{LinkState::Unchecked, u"unchecked", QT_TRANSLATE_NOOP("Links", "Unchecked"),
              QT_TRANSLATE_NOOP("Links", "Nobody has asked for it yet.")},
    StateText{LinkState::Fine, u"fine", QT_TRANSLATE_NOOP("Links", "Fine"), QT_TRANSLATE_NOOP("Links", "It answers.")},
};

const StateText &textOf(LinkState state)
{
    return *std::find_if(stateTexts.begin(), stateTexts.end(),
                         [state](const StateText &text) { return text.state == state; });
}

QString translate(const char *text)
{
    return QCoreApplication::translate("Links", text);
}

} // namespace

QList<LinkState> linkStates()
{
    QList<LinkState> states;
    for (const StateText &text : stateTexts)
        states.append(text.state);
    return states;
}

QString linkStateId(LinkState state)
{
    return textOf(state).id.toString();
}

std::optional<LinkState> linkStateOf(QStringView id)
{
    for (const StateText &text : stateTexts) {
        if (text.id == id)
            return text.state;
    }
    return std::nullopt;
}

QString linkStateLabel(LinkState state)
{
    return translate(textOf(state).label);
}

QString linkStateDefinition(LinkState state)
{
    return translate(textOf(state).definition);
}

} // namespace casebook
