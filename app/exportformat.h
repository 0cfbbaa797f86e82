#pragma once

#include "app/selection.h"
#include "core/base/result.h"
#include "core/exporters/textformat.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace casebook {

/// Told in words how far it is; answers whether to go on.
using ProgressWords = std::function<bool(const QString &words)>;

/// One format that cases can be exported in.
struct ExportFormat {
    QString name;
    QStringList suffixes;   ///< of file names, in lower case, without the dot
    bool drawsText = false; ///< needs fonts, and so a QGuiApplication
    bool leavesOut = false; ///< broken cases, of which a person is told
    /// Puts a whole file at `path`. After an Error, one for being stopped by the progress included, what was there
    /// before is there still.
    std::function<Result<void>(const Selection &, const QString &path, const ProgressWords &)> writeFile;
    /// Writes to standard output; empty where the format is not for that.
    std::function<Result<void>(const Selection &, Console &)> print;
};

const QList<ExportFormat> &exportFormats();
/// "pdf, markdown": what there is.
QString exportFormatNames();

ExportFormat pdfFormat();
ExportFormat textExportFormat(const TextFormat &text);

/// What is to be exported, as a text format takes it. The selection must outlive it.
ExportContent contentOf(const Selection &selection);

} // namespace casebook
