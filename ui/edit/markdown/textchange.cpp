#include "ui/edit/markdown/textchange.h"

namespace casebook {

qsizetype movedBy(const QList<Replacement> &replacements, qsizetype place)
{
    qsizetype shift = 0;
    for (const Replacement &replacement : replacements) {
        const TextSpan &span = replacement.place;
        if (span.begin > place || (span.begin == place && replacement.side == Replacement::Side::Closes))
            break;
        if (span.end > place) // inside what goes
            return span.begin + shift + (replacement.side == Replacement::Side::Opens ? replacement.text.size() : 0);
        shift += replacement.text.size() - span.size();
    }
    return place + shift;
}

SelectedText applied(const SelectedText &before, const TextChange &change)
{
    SelectedText after;
    qsizetype taken = 0;
    for (const Replacement &replacement : change.replacements) {
        after.text += QStringView(before.text).sliced(taken, replacement.place.begin - taken);
        after.text += replacement.text;
        taken = replacement.place.end;
    }
    after.text += QStringView(before.text).sliced(taken);
    after.selection = change.selection.value_or(TextSpan{movedBy(change.replacements, before.selection.begin),
                                                         movedBy(change.replacements, before.selection.end)});
    return after;
}

} // namespace casebook
