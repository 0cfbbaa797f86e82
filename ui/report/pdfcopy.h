#pragma once

#include "ui/report/pdfobjects.h"
#include "ui/report/pdfsource.h"

#include <deque>
#include <unordered_map>

namespace casebook {

/// Copies objects of one PDF into another, each once. Their new numbers follow the order in which they are met, so that
/// they do not depend on those that Qt gave. Of one thread.
class PdfCopy {
public:
    PdfCopy(PdfSource &source, PdfObjects &target) : m_source(source), m_target(target) {}

    /// A value in PDF syntax; the objects that it refers to will be copied.
    QByteArray text(const PdfValue &value);
    /// The entries of a dictionary, without its brackets.
    QByteArray entries(const PdfValue &dictionary);
    /// The new number of an object.
    int numberOf(int source);
    /// The same for one that is written by somebody else: it will not be copied.
    int numberOfOwn(int source);
    /// Copies all that is to be copied.
    void copyWaiting();

private:
    void copy(int source);

    PdfSource &m_source;
    PdfObjects &m_target;
    std::unordered_map<int, int> m_numbers; ///< by those in the source
    std::deque<int> m_waiting;
};

} // namespace casebook
