#pragma once

#include "core/base/value.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace casebook {

/// Writes JSON piece by piece, keys in the order given (QJsonObject sorts them), so that a long list need never be in
/// memory as a whole: take() hands over what is there so far.
///
/// UTF-8, indented by two blanks. Control characters are escaped, those past ASCII too, so that printing it on a
/// terminal is safe. The caller opens and closes in pairs, and puts a key() before each value inside an object.
class JsonWriter {
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }

    void key(const QString &name);
    void value(const QString &text);
    void value(qint64 number);
    /// Maps keep their order; of a key that stands twice, the first counts. Infinities and NaN become strings.
    void value(const Value &value);

    /// A key and its text or number.
    void member(const QString &name, const QString &text);
    void member(const QString &name, qint64 number);

    /// What was written since the last call. After the outermost end, it ends with a line end.
    QByteArray take();

private:
    void open(char bracket);
    void close(char bracket);
    void startItem();
    void newLine();
    void writeText(const QString &text);
    void writeScalar(const Value &value);

    QByteArray m_bytes;
    std::vector<bool> m_empty; ///< for each open object or array, whether nothing stands in it yet
    bool m_afterKey = false;
};

} // namespace casebook
