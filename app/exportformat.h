#pragma once

#include "app/selection.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace casebook {

/// One format that cases can be exported in.
struct ExportFormat {
    /// Told how far it is; answers whether to go on.
    using Progress = std::function<bool(int done, int total)>;

    QString name;
    QStringList suffixes;   ///< of file names, in lower case, without the dot
    bool drawsText = false; ///< needs fonts, and so a QGuiApplication
    /// Puts a whole file at `path`. After an Error, one for being stopped by progress() included, what was there before
    /// is there still.
    Result<void> (*writeFile)(const Selection &, const QString &path, const Progress &) = nullptr;
    /// Writes to standard output; null where the format is not for that.
    void (*print)(const Selection &, Console &) = nullptr;
};

const QList<ExportFormat> &exportFormats();
/// "pdf, json": what there is.
QString exportFormatNames();

ExportFormat pdfFormat();
ExportFormat jsonFormat();

} // namespace casebook
