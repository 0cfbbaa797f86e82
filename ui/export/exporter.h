#pragma once

#include "core/exporters/briefingrecipe.h"
#include "core/query/savedview.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class BriefingPrinter;
class Browser;
class ExportDialog;
class ExportJob;
struct BriefingOptions;
struct ExportChoice;

/// Exports what the browser shows: asks what, in which format and how, writes in the background with a progress that
/// can be cancelled, and tells what came of it.
class Exporter : public QObject {
    Q_OBJECT

public:
    /// `window` is the dialogs' parent. Both must outlive the exporter.
    Exporter(const Browser &browser, QWidget *window);

    /// `selectedIds`: what is selected in the tree.
    /// `view`: the one that is shown; its recipe is taken to begin with, and another one may be kept with it. Null:
    /// none.
    void exportCases(const QStringList &selectedIds, const SavedView *view);
    /// Prints what is selected, if that is more than one case, else all that is shown: as a PDF would be without any
    /// change to what the dialog begins with.
    void printCases(const QStringList &selectedIds, const SavedView *view);
    bool isRunning() const { return m_job != nullptr; }

signals:
    /// A sentence for the status line.
    void done(const QString &message);
    /// The view of this id is to be exported like this from now on.
    void recipeKept(const QString &viewId, const BriefingRecipe &recipe);

private:
    /// `selection`: the query in words.
    ExportChoice choiceOf(const QStringList &selectedIds, const SavedView *view, const QString &selection) const;
    BriefingOptions optionsFor(const SavedView *view) const;
    void print(const ExportDialog &dialog);
    void start(const ExportDialog &dialog);
    ExportJob *makeJob(const ExportDialog &dialog);
    void finish(const QString &message, bool cancelled);

    const Browser &m_browser;
    QWidget *m_window;
    BriefingPrinter *m_printer;
    ExportJob *m_job = nullptr;
};

} // namespace casebook
