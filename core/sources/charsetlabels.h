#pragma once

#include <QString>
#include <QStringView>

namespace casebook {

/// A charset of the web.
struct Charset {
    const char16_t *name; ///< its usual one
    const char *iconv;    ///< glibc's; null: Qt or we read it
};

/// The charset of a label, in any case and with blanks around it, or null. See encoding.spec.whatwg.org, section 4.2.
const Charset *charsetOf(QStringView label);

} // namespace casebook
