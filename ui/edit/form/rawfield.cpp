#include "ui/edit/form/rawfield.h"

#include "ui/edit/form/formhost.h"

#include <QLabel>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSummary = 200;

QString summary(const YamlNode &node)
{
    QString text;
    for (std::size_t i = 0; i < node.items.size() && text.size() < longestSummary; ++i) {
        text += text.isEmpty() ? QString() : u", "_s;
        if (node.kind == YamlNode::Kind::Map)
            text += node.keys[i].text % u": "_s;
        text += summary(node.items[i]);
    }
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return u"–"_s;
    case YamlNode::Kind::Scalar:
        return node.text.simplified();
    case YamlNode::Kind::Sequence:
        return u'[' % text % u']';
    case YamlNode::Kind::Map:
        return u'{' % text % u'}';
    }
    return text;
}

} // namespace

RawField::RawField(FieldSpec fieldSpec, FormHost &host, QWidget *parent)
    : FieldEditor(std::move(fieldSpec), host, parent), m_text(new QLabel)
{
    m_text->setObjectName(u"fieldSummary"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    setContent(m_text);
    watch(m_text);
    connect(m_text, &QLabel::linkActivated, this, [this] { this->host().showSource(path()); });
}

QWidget *RawField::control() const
{
    return m_text;
}

void RawField::showNode(const YamlNode *node)
{
    QString text = node ? summary(*node) : QString();
    if (text.size() > longestSummary)
        text = text.left(longestSummary) % u'…';
    m_text->setText(text.toHtmlEscaped() % u" <a href=\"source\">"_s % tr("Edit in source").toHtmlEscaped()
                    % u"</a>"_s);
    m_text->setAccessibleName(spokenLabel());
}

} // namespace casebook
