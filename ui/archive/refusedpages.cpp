#include "ui/archive/refusedpages.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct RefusedWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::RefusedPages)
};

QTreeWidget *makeList(const QList<SnapshotOutcome> &refused, QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setObjectName(u"refusedPages"_s);
    list->setAccessibleName(RefusedWords::tr("Pages of which no copy was kept"));
    list->setHeaderLabels({RefusedWords::tr("Page"), RefusedWords::tr("Why")});
    list->setRootIsDecorated(false);
    list->setWordWrap(true);
    list->setTextElideMode(Qt::ElideMiddle);
    for (const SnapshotOutcome &page : refused) {
        auto *item = new QTreeWidgetItem(list, {page.url, page.message});
        item->setToolTip(0, page.url);
        item->setToolTip(1, page.message);
    }
    list->setMinimumWidth(list->fontMetrics().averageCharWidth() * 110);
    list->header()->resizeSection(0, list->fontMetrics().averageCharWidth() * 44);
    list->setCurrentItem(list->topLevelItem(0));
    return list;
}

QString asText(const QList<SnapshotOutcome> &refused)
{
    QString text;
    for (const SnapshotOutcome &page : refused)
        text += page.url + u": "_s + page.message + u'\n';
    return text;
}

} // namespace

void showRefusedPages(QWidget *window, const QList<SnapshotOutcome> &refused)
{
    auto *dialog = new QDialog(window);
    dialog->setObjectName(u"refusedPagesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(RefusedWords::tr("Not kept"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QPushButton *copy = buttons->addButton(RefusedWords::tr("&Copy List"), QDialogButtonBox::ActionRole);
    QObject::connect(copy, &QPushButton::clicked, dialog,
                     [text = asText(refused)] { QApplication::clipboard()->setText(text); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(new QLabel(RefusedWords::tr("Of these pages no copy could be kept:"), dialog));
    layout->addWidget(makeList(refused, dialog));
    layout->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    dialog->open();
}

} // namespace casebook
