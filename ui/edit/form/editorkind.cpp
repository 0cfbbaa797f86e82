#include "ui/edit/form/editorkind.h"

#include "ui/edit/form/choicefield.h"
#include "ui/edit/form/formhost.h"
#include "ui/edit/form/formterms.h"
#include "ui/edit/form/linefield.h"
#include "ui/edit/form/rawfield.h"
#include "ui/edit/form/recordfield.h"
#include "ui/edit/form/recordsfield.h"
#include "ui/edit/form/tagfield.h"
#include "ui/edit/form/textfield.h"

#include <algorithm>

namespace casebook {

namespace {

bool isListOfTexts(const YamlNode &node)
{
    return node.kind == YamlNode::Kind::Sequence
        && std::all_of(node.items.begin(), node.items.end(), [](const YamlNode &item) {
               return item.kind == YamlNode::Kind::Scalar || item.kind == YamlNode::Kind::Null;
           });
}

EditorKind kindOfType(const FieldSpec &spec, FormHost &host)
{
    switch (spec.field.type) {
    case FieldType::Text:
        return spec.use == FieldSpec::Use::Reference ? EditorKind::Choice : EditorKind::Text;
    case FieldType::Choice:
        return host.terms().choices(spec) ? EditorKind::Choice : EditorKind::Line;
    case FieldType::List:
        return EditorKind::Tags;
    case FieldType::Number:
        return spec.use == FieldSpec::Use::Reference ? EditorKind::Choice : EditorKind::Line;
    case FieldType::Year:
    case FieldType::Date:
    case FieldType::Url:
        return EditorKind::Line;
    case FieldType::Record:
        return EditorKind::Record;
    case FieldType::Records:
        return EditorKind::Records;
    }
    return EditorKind::Raw;
}

} // namespace

EditorKind editorKind(const FieldSpec &spec, const YamlNode *node, FormHost &host)
{
    const EditorKind usual = kindOfType(spec, host);
    if (!node)
        return usual;
    switch (node->kind) {
    case YamlNode::Kind::Null:
        return usual;
    case YamlNode::Kind::Scalar:
        return spec.field.isRecord() ? EditorKind::Raw : usual;
    case YamlNode::Kind::Sequence:
        if (usual == EditorKind::Records)
            return usual;
        return isListOfTexts(*node) && !spec.field.isRecord() ? EditorKind::Tags : EditorKind::Raw;
    case YamlNode::Kind::Map:
        return usual == EditorKind::Record ? usual : EditorKind::Raw;
    }
    return EditorKind::Raw;
}

FieldEditor *makeEditor(EditorKind kind, const FieldSpec &spec, FormHost &host, QWidget *parent)
{
    switch (kind) {
    case EditorKind::Text:
        return new TextField(spec, host, parent);
    case EditorKind::Line:
        return new LineField(spec, host, parent);
    case EditorKind::Choice:
        return new ChoiceField(spec, host, parent);
    case EditorKind::Tags:
        return new TagField(spec, host, parent);
    case EditorKind::Record:
        return new RecordField(spec, host, parent);
    case EditorKind::Records:
        return new RecordsField(spec, host, parent);
    case EditorKind::Raw:
        break;
    }
    return new RawField(spec, host, parent);
}

} // namespace casebook
