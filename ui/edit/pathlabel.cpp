#include "ui/edit/pathlabel.h"

#include <QPainter>

namespace casebook {

using namespace Qt::StringLiterals;

PathLabel::PathLabel(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"path"_s);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void PathLabel::setPath(const QString &path)
{
    m_path = path;
    setToolTip(path);
    setAccessibleName(path);
    updateGeometry();
    update();
}

QSize PathLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_path) + 1, fontMetrics().height()};
}

QSize PathLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"…/name.md"_s), fontMetrics().height()};
}

void PathLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeading,
                     fontMetrics().elidedText(m_path, Qt::ElideMiddle, width()));
}

} // namespace casebook
