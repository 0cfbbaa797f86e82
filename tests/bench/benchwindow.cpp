#include "tests/bench/benchwindow.h"

#include "ui/browse/filterpanel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QThread>

namespace casebook::bench {

void CountingTree::paintEvent(QPaintEvent *event)
{
    CaseTreeView::paintEvent(event);
    ++m_paints;
    emit painted();
}

StallWatch::StallWatch()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_longest = std::max(m_longest, m_sinceLast.milliseconds());
        m_sinceLast.restart();
    });
    m_timer.start(5);
}

BenchWindow::BenchWindow(bool withPanel) : m_browser(m_session), m_model(m_browser), m_tree(new CountingTree(&m_window))
{
    auto *layout = new QHBoxLayout(&m_window);
    if (withPanel)
        layout->addWidget(new FilterPanel(m_browser, &m_window), 1);
    layout->addWidget(m_tree, 2);
    m_tree->setCaseModel(&m_model);
    m_window.resize(withPanel ? 840 : 560, 900);
}

void BenchWindow::show()
{
    m_window.show();
    waitForPaint(0);
}

void BenchWindow::settle()
{
    double busy = 0;
    do {
        const double before = busyMilliseconds();
        const Stopwatch clock;
        while (clock.milliseconds() < 200) {
            QCoreApplication::processEvents();
            QThread::msleep(5);
        }
        busy = busyMilliseconds() - before;
    } while (busy > 10);
}

BenchWindow::Cost BenchWindow::costToPainted(const QString &query)
{
    QCoreApplication::processEvents(); // what the last one left behind
    bool answered = false;
    const QMetaObject::Connection watch =
        QObject::connect(&m_browser, &Browser::resultChanged, m_tree, [&] { answered = true; });
    const double before = busyMilliseconds();
    const Stopwatch clock;
    m_browser.setQueryText(query);
    while (!answered)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    waitForPaint(m_tree->paints());
    const Cost cost{clock.milliseconds(), busyMilliseconds() - before};
    QObject::disconnect(watch);
    return cost;
}

void BenchWindow::waitForPaint(int before)
{
    m_tree->viewport()->update();
    while (m_tree->paints() == before)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

} // namespace casebook::bench
