#include "core/base/texts.h"

#include <QCoreApplication>
#include <QTranslator>

/// The texts are part of a static library: nothing else brings them in. The macro wants to stand outside any namespace.
static void initTexts()
{
    Q_INIT_RESOURCE(texts);
}

namespace casebook {

void installTexts()
{
    initTexts();
    auto *texts = new QTranslator(QCoreApplication::instance());
    if (texts->load(QStringLiteral(":/texts/casebook_en.qm")))
        QCoreApplication::installTranslator(texts);
}

} // namespace casebook
