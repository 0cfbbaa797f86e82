#include "ui/export/briefingpreview.h"

#include "ui/export/previewjob.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPixmap>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int quiet = 250; // milliseconds without a change
constexpr qreal resolution = 80;

} // namespace

BriefingPreview::BriefingPreview(QWidget *parent)
    : QWidget(parent),
      m_picture(new QLabel(this)),
      m_place(new QLabel(this)),
      m_previous(new QToolButton(this)),
      m_next(new QToolButton(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview"));
    m_picture->setObjectName(u"previewPage"_s);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setWordWrap(true);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_place->setObjectName(u"previewPlace"_s);
    m_place->setAlignment(Qt::AlignCenter);
    m_previous->setArrowType(Qt::LeftArrow);
    m_previous->setAccessibleName(tr("Previous page"));
    m_next->setArrowType(Qt::RightArrow);
    m_next->setAccessibleName(tr("Next page"));
    auto *turning = new QHBoxLayout;
    turning->addWidget(m_previous);
    turning->addWidget(m_place, 1);
    turning->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_picture, 1);
    layout->addLayout(turning);
    connect(m_previous, &QToolButton::clicked, this, [this] { goTo(m_page - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goTo(m_page + 1); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(quiet);
    connect(&m_soon, &QTimer::timeout, this, &BriefingPreview::draw);
    paintPage();
}

BriefingPreview::~BriefingPreview()
{
    delete m_job; // before what its signals reach
}

QSize BriefingPreview::sizeHint() const
{
    const int height = fontMetrics().height() * 36;
    return {height * 7 / 10, height};
}

void BriefingPreview::show(const Corpus &corpus, const SearchResult &selection, const BriefingOptions &options)
{
    m_corpus = corpus;
    m_selection = selection;
    m_options = options;
    m_soon.start();
}

void BriefingPreview::stop()
{
    m_soon.stop();
    m_again = false;
    if (m_job)
        m_job->cancel();
}

void BriefingPreview::draw()
{
    if (m_job) {
        m_again = true;
        m_job->cancel();
        return;
    }
    m_coming.clear();
    m_job = new PreviewJob(m_corpus, m_selection, m_options, resolution * devicePixelRatioF(), this);
    connect(m_job, &PreviewJob::pageDrawn, this, &BriefingPreview::take);
    connect(m_job, &PreviewJob::finished, this, &BriefingPreview::finish);
    m_job->start();
}

void BriefingPreview::take(int, int pages, const QByteArray &png)
{
    m_coming.append(png);
    if (m_coming.size() == pages && !m_again) {
        m_pages = m_coming;
        m_complaint.clear();
        goTo(m_page);
        emit complete();
    }
}

void BriefingPreview::finish(const QString &complaint)
{
    m_job->deleteLater();
    m_job = nullptr;
    if (std::exchange(m_again, false)) {
        draw();
        return;
    }
    if (complaint.isEmpty())
        return;
    m_complaint = complaint;
    m_pages.clear();
    paintPage();
    emit complete();
}

void BriefingPreview::goTo(int page)
{
    m_page = std::clamp(page, 0, std::max(0, pages() - 1));
    paintPage();
}

void BriefingPreview::paintPage()
{
    m_previous->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < pages());
    if (m_pages.isEmpty()) {
        m_picture->setPixmap({});
        m_picture->setText(m_complaint.isEmpty() ? tr("Laying out the pages…") : m_complaint);
        m_place->clear();
        return;
    }
    QPixmap pixmap;
    pixmap.loadFromData(m_pages.at(m_page), "PNG");
    pixmap = pixmap.scaled(m_picture->size() * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(pixmap);
    const QString place =
        pages() > PreviewJob::mostPages ? tr("Page %1 of a first look at %2 pages") : tr("Page %1 of %2");
    m_place->setText(place.arg(m_page + 1).arg(pages()));
}

void BriefingPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    paintPage();
}

void BriefingPreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Right:
        return goTo(m_page + 1);
    case Qt::Key_PageUp:
    case Qt::Key_Left:
        return goTo(m_page - 1);
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(pages() - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void BriefingPreview::wheelEvent(QWheelEvent *event)
{
    const int turn = event->angleDelta().y();
    if (turn != 0)
        goTo(m_page + (turn < 0 ? 1 : -1));
    event->accept();
}

} // namespace casebook
