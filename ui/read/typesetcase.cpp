#include "ui/read/typesetcase.h"

#include "core/markdown/parser.h"
#include "ui/archive/snapshotwords.h"
#include "ui/provenance/provenancenote.h"
#include "ui/typeset/corpusimages.h"

#include <QDir>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextCursor>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestImage = 1600; // pixels: what is wider is scaled down as it is read

/// The link for a path that is written relative to a case's file, if a case lies there.
QString resolvePath(const ShownCase &shown, const QString &path)
{
    if (!path.endsWith(u".md") || path.startsWith(u'/') || !shown.titleOf)
        return {};
    const QString folder = shown.study->path.left(shown.study->path.lastIndexOf(u'/') + 1);
    const QString target = QDir::cleanPath(folder + path);
    const QString id = shown.layout.idOf(target);
    const bool inside = !target.startsWith(u"..") && shown.layout.pathOf(id) == target;
    return inside && !shown.titleOf(id).isEmpty() ? caseLink(id) : QString();
}

} // namespace

void typesetCase(QTextDocument *document, const ShownCase &shown, const TypeStyle &style, qsizetype characterLimit)
{
    CorpusImages images(shown.layout.root, shown.study->path, widestImage);
    CaseOptions options;
    options.accent = shown.accent;
    options.images = &images;
    options.titleOfCase = shown.titleOf;
    options.resolve = [&shown](const QString &path) { return resolvePath(shown, path); };
    if (shown.copyOf && !style.paper) {
        options.referenceOf = [&shown](const Source &source) {
            return std::pair(shown.copyOf(source.url), snapshotLink(source.url));
        };
    }
    options.characterLimit = characterLimit;
    options.today = shown.today;
    options.facts = shown.facts;
    const auto noteOf = [&shown, &style](SoughtWords::Kind kind, int number) {
        const Provenance *seen = provenanceOfWords(shown.provenance, kind, number);
        return seen ? provenanceNote(*seen, style) : TextNote();
    };
    if (!style.paper) {
        options.noteOfClaim = [noteOf](int claim) { return noteOf(SoughtWords::Kind::Claim, claim); };
        options.noteOfQuote = [noteOf](int line) { return noteOf(SoughtWords::Kind::Quote, line); };
    }
    const CaseTypesetter typesetter(shown.schema, style, options);
    typesetter.append(QTextCursor(document), *shown.study, parseMarkdown(shown.document.bodyText()), shown.problems);
}

void printCase(const ShownCase &shown, QWidget *window)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(shown.study->title);
    auto *dialog = new QPrintDialog(printer.get(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window, [printer, shown] {
        const TypeStyle style = TypeStyle::forPrint();
        QTextDocument document;
        prepareDocument(&document, style, 0);
        typesetCase(&document, shown, style, 0);
        document.print(printer.get());
    });
    dialog->open();
}

} // namespace casebook
