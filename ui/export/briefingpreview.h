#pragma once

#include "core/corpus/corpus.h"
#include "core/query/searchresult.h"
#include "ui/report/briefing.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace casebook {

class PreviewJob;

/// The pages of a briefing as they will be, one at a time. Laid out in the background, anew a moment after each change;
/// until then the page before stays. Page Up and Page Down turn pages, Home and End go to the first and last.
class BriefingPreview : public QWidget {
    Q_OBJECT

public:
    explicit BriefingPreview(QWidget *parent = nullptr);
    ~BriefingPreview() override;

    /// Shows the pages of these cases; the page that is looked at stays.
    void show(const Corpus &corpus, const SearchResult &selection, const BriefingOptions &options);
    /// Stops drawing.
    void stop();

    int page() const { return m_page; }
    int pages() const { return static_cast<int>(m_pages.size()); }
    void goTo(int page);
    QSize sizeHint() const override;

signals:
    /// All pages of the last show() are there.
    void complete();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void draw();
    void take(int page, int pages, const QByteArray &png);
    void finish(const QString &complaint);
    void paintPage();

    QLabel *m_picture;
    QLabel *m_place;
    QToolButton *m_previous;
    QToolButton *m_next;
    QTimer m_soon;
    Corpus m_corpus;
    SearchResult m_selection;
    BriefingOptions m_options;
    QList<QByteArray> m_pages; ///< PNG; of the document last drawn
    QList<QByteArray> m_coming;
    QString m_complaint;
    int m_page = 0;
    PreviewJob *m_job = nullptr;
    bool m_again = false; ///< something changed while the job ran
};

} // namespace casebook
