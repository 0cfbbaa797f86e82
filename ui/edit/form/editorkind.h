#pragma once

#include "core/document/yamlnode.h"
#include "ui/edit/form/fieldspec.h"

class QWidget;

namespace casebook {

class FieldEditor;
class FormHost;

/// What a field is edited with: by its type, unless what stands in the file is of another shape.
enum class EditorKind {
    Text,
    Line,
    Choice,
    Tags,
    Record,
    Records,
    Raw, ///< shown, and edited in the source
};

/// The kind that can show a field's node; null where nothing stands there.
EditorKind editorKind(const FieldSpec &spec, const YamlNode *node, FormHost &host);

/// An editor of a kind, which editorKind() has given for its spec. The parent owns it.
FieldEditor *makeEditor(EditorKind kind, const FieldSpec &spec, FormHost &host, QWidget *parent);

} // namespace casebook
