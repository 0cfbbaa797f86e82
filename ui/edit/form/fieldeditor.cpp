#include "ui/edit/form/fieldeditor.h"

#include "ui/edit/colors.h"
#include "ui/edit/form/formhost.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QStyle>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr double labelSize = 0.88;   // of the form's font
constexpr double headingSize = 1.12; // the same

bool isUndoKey(const QEvent &event, QKeySequence::StandardKey key)
{
    return static_cast<const QKeyEvent &>(event).matches(key);
}

} // namespace

FieldEditor::FieldEditor(FieldSpec spec, FormHost &host, QWidget *parent)
    : QWidget(parent), m_spec(std::move(spec)), m_host(host)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FieldEditor::follow(const FieldPath &path, const YamlNode *node)
{
    m_path = path;
    m_present = node != nullptr;
    if (!m_visited)
        m_wasPresent = m_present;
    showNode(node);
}

bool FieldEditor::commit(const Edits &edits, bool join)
{
    const bool joins = join && m_joins;
    m_joins = m_visited; // already now: what the form shows in answer is of this visit
    const QPointer<FieldEditor> self(this);
    const bool done = m_host.commit(*this, edits, joins);
    if (!done && self)
        m_joins = joins;
    return done;
}

QString FieldEditor::spokenLabel() const
{
    QStringList parts;
    for (const PathStep &step : m_path.steps().sliced(0, std::max<qsizetype>(0, m_path.steps().size() - 1))) {
        if (step.intoList && !parts.isEmpty())
            parts.last() += u' ' % QString::number(step.index + 1);
        else
            parts.append(labelFromId(step.key));
    }
    parts.append(m_spec.field.label);
    return parts.join(u", "_s);
}

bool FieldEditor::holds(const FieldPath &path) const
{
    const auto &steps = path.steps();
    const auto &start = m_path.steps();
    return steps.size() >= start.size() && std::equal(start.begin(), start.end(), steps.begin());
}

void FieldEditor::showProblems(const QList<FieldProblem> &problems)
{
    Problems own;
    for (const FieldProblem &one : problems) {
        if (holds(one.path))
            own.append(one.problem);
    }
    setProblems(own);
}

void FieldEditor::setProblems(const Problems &problems)
{
    // Nobody is told that a value is wrong before it has been typed to its end.
    const bool hold = m_visited && m_joins && m_problems.isEmpty();
    m_heldProblems = hold ? problems : Problems();
    if (hold || problems == m_problems)
        return;
    m_problems = problems;
    showNote();
}

QList<QWidget *> FieldEditor::controls() const
{
    QList<QWidget *> all;
    if (QWidget *first = control())
        all.append(first);
    return all;
}

void FieldEditor::showRefusal(const QString &message)
{
    m_refusal = message;
    showNote();
}

void FieldEditor::clearRefusal()
{
    if (std::exchange(m_refusal, QString()).isEmpty())
        return;
    showNote();
}

QString FieldEditor::note() const
{
    QStringList messages;
    if (!m_refusal.isEmpty())
        messages.append(m_refusal);
    for (const Problem &problem : m_problems)
        messages.append(problem.message);
    messages.removeDuplicates();
    return messages.join(u'\n');
}

void FieldEditor::showNote()
{
    const QString text = note();
    if (!m_note && text.isEmpty())
        return;
    if (!m_note) {
        m_note = new QLabel(this);
        m_note->setObjectName(u"fieldNote"_s);
        m_note->setWordWrap(true);
        m_note->setTextFormat(Qt::RichText);
        connect(m_note, &QLabel::linkActivated, this, [this] { m_host.showSource(m_path); });
    }
    QString html = text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    if (!m_refusal.isEmpty())
        html += u" <a href=\"source\">"_s % tr("Edit in source").toHtmlEscaped() % u"</a>"_s;
    m_note->setTextInteractionFlags(m_refusal.isEmpty() ? Qt::TextSelectableByMouse : Qt::TextBrowserInteraction);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, readable(errorColor(colours), colours.color(QPalette::Window)));
    m_note->setPalette(colours);
    m_note->setText(html);
    m_note->setVisible(!text.isEmpty());
    if (QWidget *target = control())
        target->setAccessibleDescription(text);
    updateGeometry();
    place();
}

FieldEditor *FieldEditor::editorAt(const FieldPath &path)
{
    return holds(path) ? this : nullptr;
}

FieldWidth FieldEditor::width() const
{
    return {.wholeRow = true};
}

void FieldEditor::setContent(QWidget *content)
{
    m_content = content;
    m_content->setParent(this);
    m_content->show();
}

void FieldEditor::setCorner(QWidget *corner)
{
    m_corner = corner;
    m_corner->setParent(this);
    m_corner->show();
}

void FieldEditor::setHeading()
{
    m_heading = true;
}

void FieldEditor::watch(QWidget *control)
{
    control->installEventFilter(this);
}

void FieldEditor::leave()
{
    m_visited = false;
    m_joins = false;
    flush();
    m_wasPresent = m_present;
    if (!m_heldProblems.isEmpty()) {
        m_problems = std::exchange(m_heldProblems, Problems());
        showNote();
    }
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        if (!std::exchange(m_visited, true))
            m_wasPresent = m_present;
        break;
    case QEvent::FocusOut: {
        // A menu, a list of completions or another window is no end of a visit.
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && reason != Qt::MenuBarFocusReason)
            leave();
        else
            flush();
        break;
    }
    case QEvent::ShortcutOverride:
        if (isUndoKey(*event, QKeySequence::Undo) || isUndoKey(*event, QKeySequence::Redo)) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        // One history for all faces: the control's own would only know half of it.
        if (isUndoKey(*event, QKeySequence::Undo)) {
            m_joins = false;
            m_host.undo();
            return true;
        }
        if (isUndoKey(*event, QKeySequence::Redo)) {
            m_joins = false;
            m_host.redo();
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool FieldEditor::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::LayoutRequest: // the content wants another height
        updateGeometry();
        place();
        return true;
    case QEvent::ToolTip:
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

QFont FieldEditor::labelFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * (m_heading ? headingSize : labelSize));
    if (m_heading)
        small.setWeight(QFont::DemiBold);
    return small;
}

int FieldEditor::labelHeight() const
{
    const int text = QFontMetrics(labelFont()).height() + fontMetrics().height() / 8;
    return m_corner ? std::max(text, m_corner->sizeHint().height()) : text;
}

int FieldEditor::contentHeight(int width) const
{
    if (!m_content || m_content->isHidden())
        return 0;
    return m_content->hasHeightForWidth() ? m_content->heightForWidth(width) : m_content->sizeHint().height();
}

int FieldEditor::heightForWidth(int width) const
{
    int height = labelHeight() + contentHeight(width);
    if (m_note && !m_note->isHidden())
        height += m_note->heightForWidth(width) + fontMetrics().height() / 8;
    return height;
}

QSize FieldEditor::sizeHint() const
{
    const int wide = std::max(width().wanted, fontMetrics().averageCharWidth() * 12);
    return {wide, heightForWidth(wide)};
}

QSize FieldEditor::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, labelHeight()};
}

void FieldEditor::place()
{
    const int top = labelHeight();
    const int middle = contentHeight(QWidget::width());
    if (m_content)
        m_content->setGeometry(0, top, QWidget::width(), middle);
    if (m_note && !m_note->isHidden())
        m_note->setGeometry(0, top + middle, QWidget::width(), std::max(0, height() - top - middle));
    if (m_corner) {
        const QSize size = m_corner->sizeHint();
        m_corner->setGeometry(isRightToLeft() ? 0 : QWidget::width() - size.width(), 0, size.width(), top);
    }
}

void FieldEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void FieldEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_note)
        showNote(); // its colour
}

void FieldEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(labelFont());
    const QColor window = palette().color(QPalette::Window);
    const QColor text = m_heading ? palette().color(QPalette::WindowText) : readable(mutedText(palette()), window);
    painter.setPen(text);
    const int corner = m_corner ? m_corner->width() : 0;
    QRect room(0, 0, QWidget::width() - corner, labelHeight() - fontMetrics().height() / 8);
    const QString star = m_spec.field.required ? u" *"_s : QString();
    const int starWidth = painter.fontMetrics().horizontalAdvance(star);
    const QString label =
        painter.fontMetrics().elidedText(m_spec.field.label, Qt::ElideRight, room.width() - starWidth);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), room), Qt::AlignVCenter | Qt::AlignLeading, label);
    if (star.isEmpty())
        return;
    painter.setPen(readable(errorColor(palette()), window));
    room.setLeft(painter.fontMetrics().horizontalAdvance(label));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), room), Qt::AlignVCenter | Qt::AlignLeading, star);
}

} // namespace casebook
