#pragma once

#include "core/base/result.h"
#include "core/corpus/layout.h"
#include "core/corpus/schema.h"

#include <QByteArray>
#include <QDate>
#include <QString>

namespace casebook {

/// What is known of a case before it is written.
struct NewCase {
    QString id;
    QString title;
    QString group; ///< a value of the field that groups the cases; may be empty
    QDate date = QDate::currentDate();
};

/// The bytes of a new case: the corpus's template filled in, where it has one, else newCaseText(). The Error says what
/// is wrong with the template. Reads the disk, writes nothing.
Result<QByteArray> newCaseBytes(const CorpusLayout &layout, const Schema &schema, const NewCase &newCase);

/// A template filled in.
///
/// `{{title}}`, `{{group}}`, `{{date}}` (YYYY-MM-DD), `{{year}}` and `{{id}}` stand for what is known, in front matter
/// and body; other words in such braces stay. In front matter the value comes out as YAML that reads back as it, quoted
/// where it must be, whatever the title; a place that is left without a value becomes empty.
/// The fields of the roles title and group are set too, where they hold no placeholder: so a template may leave them
/// empty. Where the template does not mention one in any way, the field is added. All else stays as it is, byte for
/// byte.
Result<QByteArray> fillTemplate(const QByteArray &text, const Schema &schema, const NewCase &newCase);

/// Whether an id is not free for a new case: something of its name exists, or it is that of the template.
bool isIdTaken(const CorpusLayout &layout, const QString &id);

} // namespace casebook
