#include "tests/ui/support/guitest.h"
#include "ui/browse/casedelegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/matchcolors.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDirIterator>
#include <QFileInfo>
#include <QMenu>
#include <QRadioButton>
#include <QStyleOption>
#include <QTest>

#include <cmath>
#include <functional>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// The contrast of two colours by WCAG 2.1, from 1 to 21.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void appearances_data();
    void appearances();
    void textCanBeRead_data();
    void textCanBeRead();
    void boxesAreSeen_data();
    void boxesAreSeen();
    void groupColors_data();
    void groupColors();
    void groupColorsByPosition();
    void matchesCanBeRead_data();
    void matchesCanBeRead();
    void systemTakesBack();
    void icons_data();
    void icons();
    void iconsFollowThePalette();
    void unknownIcons();
    void rowsCanBeRead_data();
    void rowsCanBeRead();
    void markedMenuEntry_data();
    void markedMenuEntry();
    void edgesAreSeenInTheDark_data();
    void edgesAreSeenInTheDark();
    void longChoiceIsCutOff();
    void styleIconsFollowThePalette();
    void blends();
};

void TestTheme::appearances_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << static_cast<int>(Appearance::Light) << false;
    QTest::newRow("dark") << static_cast<int>(Appearance::Dark) << true;
}

void TestTheme::appearances()
{
    QFETCH(int, appearance);
    QFETCH(bool, dark);
    QWidget widget;
    widget.show();
    applyAppearance(*qApp, static_cast<Appearance>(appearance));
    QCOMPARE(isDark(QApplication::palette()), dark);
    QCOMPARE(isDark(widget.palette()), dark); // widgets that are there already follow
}

void TestTheme::textCanBeRead_data()
{
    appearances_data();
}

void TestTheme::textCanBeRead()
{
    QFETCH(int, appearance);
    applyAppearance(*qApp, static_cast<Appearance>(appearance));
    const QPalette palette = QApplication::palette();
    using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
    for (const auto &[text, ground] :
         {Pair{QPalette::Text, QPalette::Base}, Pair{QPalette::WindowText, QPalette::Window},
          Pair{QPalette::ButtonText, QPalette::Button}, Pair{QPalette::HighlightedText, QPalette::Highlight},
          Pair{QPalette::Link, QPalette::Base}, Pair{QPalette::ToolTipText, QPalette::ToolTipBase},
          Pair{QPalette::PlaceholderText, QPalette::Base}, Pair{QPalette::PlaceholderText, QPalette::Window},
          Pair{QPalette::PlaceholderText, QPalette::Button}, Pair{QPalette::Text, QPalette::AlternateBase}}) {
        const double found = contrast(palette.color(text), palette.color(ground));
        QVERIFY2(found >= 4.5, qPrintable(QString::number(found) + u" for role "_s + QString::number(text)));
    }
    QVERIFY(contrast(mutedText(palette), palette.color(QPalette::Base)) >= 4.5);
}

void TestTheme::boxesAreSeen_data()
{
    appearances_data();
}

// WCAG 2.1, 1.4.11: the outline of a control is told from what is around it.
void TestTheme::boxesAreSeen()
{
    QFETCH(int, appearance);
    applyAppearance(*qApp, static_cast<Appearance>(appearance));
    CasebookStyle style;
    QRadioButton button;
    button.setStyle(&style);
    QStyleOptionButton option;
    option.initFrom(&button);
    option.state |= QStyle::State_Enabled | QStyle::State_Off;
    option.rect = QRect(4, 4, 16, 16);
    for (const auto element : {QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorRadioButton}) {
        QImage image(24, 24, QImage::Format_RGB32);
        image.fill(option.palette.color(QPalette::Window));
        QPainter painter(&image);
        style.drawPrimitive(element, &option, &painter, &button);
        painter.end();
        QVERIFY(contrast(image.pixelColor(12, 4), option.palette.color(QPalette::Window)) >= 3);
        QVERIFY(contrast(image.pixelColor(4, 12), option.palette.color(QPalette::Base)) >= 3);
    }
}

void TestTheme::groupColors_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"blue"_s, u"teal"_s, u"orange"_s, u"purple"_s, u"red"_s, u"green"_s, u"gray"_s}) {
        QTest::addRow("%s on light", qPrintable(name)) << static_cast<int>(Appearance::Light) << name;
        QTest::addRow("%s on dark", qPrintable(name)) << static_cast<int>(Appearance::Dark) << name;
    }
}

void TestTheme::groupColors()
{
    QFETCH(int, appearance);
    QFETCH(QString, name);
    applyAppearance(*qApp, static_cast<Appearance>(appearance));
    const QPalette palette = QApplication::palette();
    const QColor color = groupColor(name, 0, palette);
    QVERIFY(contrast(color, palette.color(QPalette::Base)) >= 4.5);
    QCOMPARE(groupColor(name, 3, palette), color); // a name goes before a position
}

void TestTheme::groupColorsByPosition()
{
    const QPalette palette = QApplication::palette();
    QCOMPARE(groupColor({}, 0, palette), groupColor(u"blue"_s, 0, palette));
    QCOMPARE(groupColor(u"nonsense"_s, 1, palette), groupColor(u"teal"_s, 0, palette));
    QVERIFY(groupColor({}, 0, palette) != groupColor({}, 1, palette));
    QCOMPARE(groupColor({}, 6, palette), groupColor({}, 0, palette));
    QVERIFY(groupColor({}, 1000, palette).isValid());
}

void TestTheme::matchesCanBeRead_data()
{
    appearances_data();
}

void TestTheme::matchesCanBeRead()
{
    QFETCH(int, appearance);
    applyAppearance(*qApp, static_cast<Appearance>(appearance));
    const QPalette palette = QApplication::palette();
    for (const bool current : {false, true}) {
        const QColor mark = matchColor(palette, current);
        QVERIFY(contrast(palette.color(QPalette::Text), mark) >= 4.5);
        QVERIFY(mark != palette.color(QPalette::Base));
    }
    QVERIFY(contrast(palette.color(QPalette::Link), matchColor(palette)) >= 4.5);
    QVERIFY(matchColor(palette, true) != matchColor(palette));
}

void TestTheme::systemTakesBack()
{
    applyAppearance(*qApp, Appearance::System);
    const bool system = isDark(QApplication::palette());
    applyAppearance(*qApp, system ? Appearance::Light : Appearance::Dark);
    QCOMPARE(isDark(QApplication::palette()), !system);
    applyAppearance(*qApp, Appearance::System);
    QCOMPARE(isDark(QApplication::palette()), system);
}

void TestTheme::icons_data()
{
    QTest::addColumn<QString>("name");
    QDirIterator files(u":/icons/actions"_s);
    while (files.hasNext()) {
        const QString name = QFileInfo(files.next()).completeBaseName();
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestTheme::icons()
{
    QFETCH(QString, name);
    const QImage image = icon(name).pixmap(32).toImage();
    QVERIFY(!image.isNull());
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += image.pixelColor(x, y).alpha() > 128;
    }
    QVERIFY(inked > 10);
    QVERIFY(inked < image.width() * image.height());
}

void TestTheme::iconsFollowThePalette()
{
    const QIcon one = icon(u"open"_s);
    const auto inkOf = [](const QImage &image) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() == 255)
                    return image.pixelColor(x, y);
            }
        }
        return QColor();
    };
    applyAppearance(*qApp, Appearance::Light);
    QCOMPARE(inkOf(one.pixmap(64).toImage()), QApplication::palette().color(QPalette::ButtonText));
    applyAppearance(*qApp, Appearance::Dark);
    QCOMPARE(inkOf(one.pixmap(64).toImage()), QApplication::palette().color(QPalette::ButtonText));
}

void TestTheme::unknownIcons()
{
    QVERIFY(icon(u"no-such-icon"_s).isNull());
    QVERIFY(!programIcon().isNull());
}

void TestTheme::rowsCanBeRead_data()
{
    appearances_data();
}

void TestTheme::rowsCanBeRead()
{
    QFETCH(int, appearance);
    applyAppearance(*qApp, static_cast<Appearance>(appearance));
    const QPalette palette = QApplication::palette();
    for (int state = 0; state < 8; ++state) {
        const QColor ground = rowBackground(palette, state & 1, state & 2, state & 4);
        QVERIFY(contrast(palette.color(QPalette::Text), ground) >= 4.5);
        QVERIFY(contrast(mutedRowText(palette, ground), ground) >= 4.5);
    }
}

namespace {

/// What a style draws, on the palette's own window.
QImage drawn(const QStyleOption &option, const std::function<void(QPainter &)> &draw)
{
    QImage image(option.rect.size(), QImage::Format_RGB32);
    image.fill(option.palette.color(QPalette::Window));
    QPainter painter(&image);
    draw(painter);
    return image;
}

} // namespace

void TestTheme::markedMenuEntry_data()
{
    appearances_data();
}

void TestTheme::markedMenuEntry()
{
    QFETCH(int, appearance);
    applyAppearance(*qApp, static_cast<Appearance>(appearance));
    CasebookStyle style;
    QMenu menu;
    QStyleOptionMenuItem option;
    option.palette = QApplication::palette();
    option.rect = QRect(0, 0, 120, 28);
    option.state = QStyle::State_Enabled | QStyle::State_Selected;
    option.menuItemType = QStyleOptionMenuItem::Normal;
    option.maxIconWidth = 20;
    option.icon = icon(u"read"_s);
    const QImage image = drawn(option, [&](QPainter &painter) {
        style.drawControl(QStyle::CE_MenuItem, &option, &painter, &menu);
    });
    const QColor mark = option.palette.color(QPalette::Highlight);
    double best = 1;
    for (int y = 6; y < 22; ++y) {
        for (int x = 2; x < 28; ++x)
            best = std::max(best, contrast(image.pixelColor(x, y), mark));
    }
    // Dark on dark, or light on light, comes to 3 at most.
    QVERIFY2(best >= 4.5, qPrintable(QString::number(best)));
}

void TestTheme::edgesAreSeenInTheDark_data()
{
    QTest::addColumn<int>("element");
    QTest::newRow("field") << static_cast<int>(QStyle::PE_FrameLineEdit);
    QTest::newRow("text") << static_cast<int>(QStyle::PE_Frame);
    QTest::newRow("menu") << static_cast<int>(QStyle::PE_FrameMenu);
}

void TestTheme::edgesAreSeenInTheDark()
{
    QFETCH(int, element);
    applyAppearance(*qApp, Appearance::Dark);
    CasebookStyle style;
    QStyleOptionFrame option;
    option.palette = QApplication::palette();
    option.rect = QRect(0, 0, 60, 24);
    option.state = QStyle::State_Enabled;
    option.lineWidth = 1;
    const QImage image = drawn(option, [&](QPainter &painter) {
        style.drawPrimitive(static_cast<QStyle::PrimitiveElement>(element), &option, &painter, nullptr);
    });
    QVERIFY(contrast(image.pixelColor(0, 12), option.palette.color(QPalette::Base)) >= 2.5);
    QVERIFY(contrast(image.pixelColor(30, 23), option.palette.color(QPalette::Window)) >= 2.2);
}

void TestTheme::longChoiceIsCutOff()
{
    applyAppearance(*qApp, Appearance::Light);
    CasebookStyle style;
    QComboBox box;
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.rect = QRect(0, 0, 120, 26);
    option.currentText = u"i"_s.repeated(200); // thin letters end anywhere
    const auto draw = [&](QPainter &painter) {
        style.drawControl(QStyle::CE_ComboBoxLabel, &option, &painter, &box);
    };
    const QImage cut = drawn(option, draw);
    const int room = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box).width();
    option.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, room - 2);
    QVERIFY(option.currentText.endsWith(u'…'));
    QCOMPARE(drawn(option, draw), cut);
}

void TestTheme::styleIconsFollowThePalette()
{
    applyAppearance(*qApp, Appearance::Dark);
    CasebookStyle style;
    for (const auto name : {QStyle::SP_LineEditClearButton, QStyle::SP_TitleBarCloseButton, QStyle::SP_MessageBoxQuestion,
                            QStyle::SP_MessageBoxWarning}) {
        const QImage image = style.standardIcon(name, nullptr, nullptr).pixmap(64).toImage();
        QColor lightest(Qt::black);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor ink = image.pixelColor(x, y);
                lightest = ink.alpha() == 255 && ink.lightness() > lightest.lightness() ? ink : lightest;
            }
        }
        QVERIFY(contrast(lightest, QApplication::palette().color(QPalette::Base)) >= 4.5);
    }
}

void TestTheme::blends()
{
    QCOMPARE(blend(Qt::black, Qt::white, 1), QColor(Qt::black));
    QCOMPARE(blend(Qt::black, Qt::white, 0), QColor(Qt::white));
    QCOMPARE(blend(Qt::black, Qt::white, 0.5), QColor(128, 128, 128));
}

CASEBOOK_GUI_TEST(TestTheme)
#include "tst_theme.moc"
