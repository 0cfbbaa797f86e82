#pragma once

#include <QCoreApplication>

namespace casebook {

/// The words that typesetters add to a text: `Words::tr("...")`.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Typesetter)
};

} // namespace casebook
