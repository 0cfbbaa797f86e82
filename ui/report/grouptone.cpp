#include "ui/report/grouptone.h"

#include <algorithm>
#include <array>

namespace casebook {

namespace {

struct Tone {
    QStringView name;
    QRgb color;
};

// Each has a contrast of at least 4.5:1 with white (WCAG 2.1, 1.4.3), and they differ in lightness when printed grey.
constexpr std::array tones{
    Tone{u"blue", 0xff1f63b5}, Tone{u"teal", 0xff0b7468},  Tone{u"orange", 0xffa84a08}, Tone{u"purple", 0xff7440a8},
    Tone{u"red", 0xffb3283a},  Tone{u"green", 0xff3c721c}, Tone{u"gray", 0xff5b636d},
};

} // namespace

QColor groupTone(const QString &name, int position)
{
    const auto found = std::find_if(tones.begin(), tones.end(), [&](const Tone &tone) { return tone.name == name; });
    if (found != tones.end())
        return QColor(found->color);
    // The last, gray, is for those who ask for it.
    return QColor(tones.at(static_cast<size_t>(std::max(0, position)) % (tones.size() - 1)).color);
}

} // namespace casebook
