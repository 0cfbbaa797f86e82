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

QString PathLabel::shortened(int width) const
{
    const QFontMetrics metrics = fontMetrics();
    QString text = m_path;
    for (qsizetype slash = m_path.indexOf(u'/'); metrics.horizontalAdvance(text) > width && slash >= 0;
         slash = m_path.indexOf(u'/', slash + 1))
        text = u'…' + m_path.mid(slash);
    // What just fits is not to be cut: elidedText() wants a little more.
    return metrics.horizontalAdvance(text) <= width ? text : metrics.elidedText(text, Qt::ElideMiddle, width);
}

void PathLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeading, shortened(width()));
}

} // namespace casebook
