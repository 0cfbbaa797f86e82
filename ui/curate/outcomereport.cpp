#include "ui/curate/outcomereport.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::OutcomeReport)
};

QTreeWidget *makeList(const QList<LeftOutFile> &files, QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setObjectName(u"leftOutFiles"_s);
    list->setAccessibleName(ReportText::tr("Files that were left out"));
    list->setHeaderLabels({ReportText::tr("File"), ReportText::tr("Why")});
    list->setRootIsDecorated(false);
    list->setTextElideMode(Qt::ElideMiddle);
    for (const LeftOutFile &file : files) {
        auto *item = new QTreeWidgetItem(list, {file.path, file.reason});
        item->setToolTip(0, file.path);
        item->setToolTip(1, file.reason);
    }
    list->setUniformRowHeights(true);
    list->setMinimumWidth(list->fontMetrics().averageCharWidth() * 100);
    list->header()->resizeSection(0, list->fontMetrics().averageCharWidth() * 34);
    list->setCurrentItem(list->topLevelItem(0));
    return list;
}

/// The whole of what the list has no room for, of the file at hand.
QPlainTextEdit *makeDetails(QTreeWidget *list, QWidget *parent)
{
    auto *details = new QPlainTextEdit(parent);
    details->setObjectName(u"leftOutReason"_s);
    details->setAccessibleName(ReportText::tr("Why the file was left out"));
    details->setReadOnly(true);
    details->setTabChangesFocus(true);
    details->setMinimumHeight(details->fontMetrics().lineSpacing() * 5);
    const auto show = [list, details] {
        const QTreeWidgetItem *item = list->currentItem();
        details->setPlainText(item ? QString(item->text(0) + u"\n\n"_s + item->text(1)) : QString());
    };
    QObject::connect(list, &QTreeWidget::currentItemChanged, details, show);
    show();
    return details;
}

QString asText(const QList<LeftOutFile> &files)
{
    QString text;
    for (const LeftOutFile &file : files)
        text += file.path + u": "_s + file.reason + u'\n';
    return text;
}

void showList(QWidget *window, const QString &title, const PlanOutcome &outcome)
{
    auto *dialog = new QDialog(window);
    dialog->setObjectName(u"leftOutReport"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *summary = new QLabel(ReportText::tr("%1 %2").arg(ReportText::tr("%Ln file(s) done.", nullptr, outcome.done),
                                                           ReportText::tr("%Ln file(s) left as they are:", nullptr,
                                                                          static_cast<int>(outcome.leftOut.size()))),
                               dialog);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QPushButton *copy = buttons->addButton(ReportText::tr("&Copy List"), QDialogButtonBox::ActionRole);
    QObject::connect(copy, &QPushButton::clicked, dialog,
                     [text = asText(outcome.leftOut)] { QApplication::clipboard()->setText(text); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(summary);
    auto *list = makeList(outcome.leftOut, dialog);
    layout->addWidget(list, 3);
    layout->addWidget(makeDetails(list, dialog), 1);
    layout->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    dialog->open();
}

} // namespace

void showFailure(QWidget *window, const QString &title, const QString &message)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, title, QMessageBox::Ok, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(message);
    box->open();
}

void showLeftOut(QWidget *window, const QString &title, const PlanOutcome &outcome)
{
    if (outcome.leftOut.size() == 1)
        showFailure(window, title, outcome.leftOut.first().reason);
    else
        showList(window, title, outcome);
}

} // namespace casebook
