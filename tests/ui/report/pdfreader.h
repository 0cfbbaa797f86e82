#pragma once

#include <QByteArray>
#include <QList>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <qpdf/QPDF.hh>

namespace casebook {

/// Reads a PDF back, with libqpdf and, for its words, with pdftotext.
class PdfReader {
public:
    struct Link {
        int page = 0;
        QByteArray address;   ///< of a link out of the document
        int destination = -1; ///< the page that an inner link leads to
    };
    struct OutlineItem {
        QString title;
        int level = 0;
        int page = -1;

        bool operator==(const OutlineItem &) const = default;
    };

    explicit PdfReader(const QString &path);

    int pages() { return static_cast<int>(m_pages.size()); }
    QSizeF pageSize(int page); ///< points
    QList<Link> links();
    QList<OutlineItem> outline();
    QString info(const char *key);
    QString language();

    /// Whether pdftotext is here.
    static bool readsWords();
    /// The words of a page, in lines as they stand.
    QString words(int page) const;
    /// The words of a page, one after the other in the order of reading.
    QString runningWords(int page) const;

private:
    int pageOf(QPDFObjectHandle destination);
    void readOutline(QPDFObjectHandle parent, int level, QList<OutlineItem> &items);

    QString m_path;
    QPDF m_pdf;
    std::vector<QPDFObjectHandle> m_pages;
};

} // namespace casebook
