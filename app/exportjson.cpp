#include "app/exportformat.h"
#include "app/outputfile.h"
#include "core/exporters/json.h"
#include "core/store/storeerror.h"

#include <QFile>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// Hands the JSON of all cases over in pieces, until `write` answers false.
bool writeCases(const Selection &selection, const std::function<bool(const QByteArray &)> &write)
{
    JsonWriter json;
    json.beginArray();
    for (const int row : selection.result.order) {
        const CaseStudy &study = *selection.corpus.at(row);
        const QString body = readBody(selection.corpus, study);
        writeCase(json, selection.corpus, study, &body);
        if (!write(json.take()))
            return false;
    }
    json.endArray();
    return write(json.take());
}

Result<void> writeFile(const Selection &selection, const QString &path, const ExportFormat::Progress &progress)
{
    OutputFile output(path);
    if (auto opened = output.open(); !opened)
        return opened;
    QFile file(output.temporaryPath());
    const int total = selection.result.matches();
    int done = 0;
    bool written = file.open(QIODevice::WriteOnly);
    written = written && writeCases(selection, [&](const QByteArray &piece) {
                  return file.write(piece) == piece.size() && progress(std::min(++done, total), total);
              });
    if (!written || !file.flush())
        return storeError(StoreTask::Save, path, file.errorString() + u'.');
    return output.commit();
}

void print(const Selection &selection, Console &console)
{
    writeCases(selection, [&](const QByteArray &piece) {
        console.write(piece);
        return !console.isClosed();
    });
}

} // namespace

ExportFormat jsonFormat()
{
    ExportFormat format;
    format.name = u"json"_s;
    format.suffixes = QStringList{u"json"_s};
    format.writeFile = writeFile;
    format.print = print;
    return format;
}

} // namespace casebook
