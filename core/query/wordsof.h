#pragma once

#include <QByteArrayView>

namespace casebook {

/// Reads the words of folded UTF-8 from left to right: runs of letters and digits of three bytes or more that are not
/// digits alone. Runs of a script without blanks are read as pairs of characters that overlap.
class WordReader {
public:
    explicit WordReader(QByteArrayView text) : m_text(text) {}

    /// Goes to the next word; false where there is none.
    bool next();
    QByteArrayView word() const { return m_text.sliced(m_start, m_end - m_start); }
    /// A number that equal words share: FNV-1a, the same on every machine and in every run.
    quint64 key() const;

private:
    bool readPair();
    bool readRun();

    QByteArrayView m_text;
    qsizetype m_at = 0; ///< where to go on
    qsizetype m_start = 0;
    qsizetype m_end = 0;
};

} // namespace casebook
