#pragma once

#include "ui/export/printjob.h"

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QPrinter;
class QWidget;
QT_END_NAMESPACE

namespace casebook {

/// Prints a briefing: asks for the printer with the system's dialog, prints in the background with a progress that can
/// be cancelled, and tells what came of it.
class BriefingPrinter : public QObject {
    Q_OBJECT

public:
    /// `window` is the dialogs' parent and must outlive the printer.
    explicit BriefingPrinter(QWidget *window);

    /// Does nothing while another one is printed.
    void print(const PrintContent &content);

signals:
    /// A sentence for the status line.
    void done(const QString &message);

private:
    void start(const PrintContent &content, const std::shared_ptr<QPrinter> &printer);
    void finish(const QString &message, bool cancelled);

    QWidget *m_window;
    PrintJob *m_job = nullptr;
};

} // namespace casebook
