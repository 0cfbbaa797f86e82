#include "tests/ui/support/printtree.h"

#include "ui/browse/casetreemodel.h"

namespace casebook {

using namespace Qt::StringLiterals;

QStringList printTree(const QAbstractItemModel &model, const QModelIndex &parent)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString organization = index.data(CaseTreeModel::OrganizationRole).toString();
        const QString detail = index.data(CaseTreeModel::DetailRole).toString();
        QString line = organization.isEmpty() ? QString() : QString(organization + u": "_s);
        line += index.data().toString();
        if (const QVariant count = index.data(CaseTreeModel::CountRole); count.isValid())
            line += u' ' + count.toString();
        else if (!detail.isEmpty())
            line += u" ("_s + detail + u')';
        lines.append(line);
        for (const QString &below : printTree(model, index))
            lines.append(u"  "_s + below);
    }
    return lines;
}

} // namespace casebook
