#include "ui/edit/form/formbinding.h"

#include "core/corpus/fieldtext.h"
#include "core/corpus/references.h"
#include "core/document/fieldplace.h"
#include "ui/edit/editbuffer.h"
#include "ui/edit/editsession.h"
#include "ui/edit/form/caseform.h"
#include "ui/edit/form/fieldeditor.h"
#include "ui/edit/form/recordterms.h"
#include "ui/edit/form/tagbox.h"
#include "ui/edit/sourceeditor.h"

#include <QTextDocument>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int flushDelay = 250;  // milliseconds after the last key in a field
constexpr int followDelay = 150; // milliseconds after the last change of the source

} // namespace

FormBinding::FormBinding(EditSession *session, SourceEditor *editor, QObject *parent)
    : QObject(parent), m_session(session), m_editor(editor), m_form(new CaseForm(*this))
{
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setInterval(flushDelay);
    m_followTimer.setSingleShot(true);
    m_followTimer.setInterval(followDelay);
    connect(&m_flushTimer, &QTimer::timeout, this, &FormBinding::flush);
    connect(&m_followTimer, &QTimer::timeout, this, &FormBinding::follow);
    connect(editor->document(), &QTextDocument::contentsChanged, this, &FormBinding::textChanged);
    connect(session, &EditSession::opened, this, [this] {
        m_pending = nullptr;
        m_problems.clear();
        m_committed = -1;
        m_stale = true;
        m_form->startOver();
        follow();
    });
    connect(m_form, &CaseForm::shown, this, &FormBinding::follow);
    connect(m_form, &CaseForm::lineRequested, this, [this](int line) { emit lineRequested(line, 1); });
}

FormBinding::~FormBinding()
{
    delete m_form; // its editors have this as their host
}

void FormBinding::setContext(const EditContext &context)
{
    flush();
    if (m_terms.setContext(context))
        m_form->rebuild();
    m_stale = true;
    follow();
}

void FormBinding::textChanged()
{
    m_stale = true;
    if (m_form->isVisible())
        m_followTimer.start();
}

/// Shows what the text has become, unless nobody would see it.
void FormBinding::follow()
{
    m_followTimer.stop();
    if (!m_form->isVisible() || !m_stale)
        return;
    m_stale = false;
    if (!m_session->isOpen()) {
        m_document = Document();
        m_form->clear();
        return;
    }
    m_document = Document::parse(m_session->currentBytes());
    m_form->clearRefusals();
    show();
}

void FormBinding::show()
{
    const Problems &found = m_document.problems();
    if (m_document.frontMatterKind() == FrontMatterKind::Toml) {
        m_form->showObstacle(tr("The front matter is in TOML, which Casebook keeps but cannot edit in a form."), 1);
    } else if (m_document.isBroken()) {
        const auto error = std::find_if(found.begin(), found.end(),
                                        [](const Problem &one) { return one.severity == Severity::Error; });
        const Problem problem = error == found.end() ? Problem() : *error;
        m_form->showObstacle(tr("The front matter cannot be read. Line %1: %2").arg(problem.line).arg(problem.message),
                             problem.line);
    } else {
        showFields();
    }
}

void FormBinding::showFields()
{
    for (const Reference &reference : references) {
        const QString id = m_terms.context().schema.fieldOf(reference.target);
        if (!id.isEmpty())
            m_terms.setRecords(id, recordTerms(m_document.tree(), m_terms.context().schema, id));
    }
    m_form->showFields(m_document.tree(), problems());
    m_form->setReadOnly(!m_session->isEditable());
}

QList<FieldProblem> FormBinding::problems() const
{
    QList<FieldProblem> all = validateFields(m_document, m_terms.context().schema);
    const auto isKnown = [&all](const Problem &problem) {
        return std::any_of(all.begin(), all.end(), [&problem](const FieldProblem &one) {
            return one.problem.message == problem.message && one.problem.line == problem.line;
        });
    };
    for (const Problem &problem : m_document.problems() + m_problems) {
        if (problem.line > 0 && !isKnown(problem))
            all.append({pathAt(m_document, {problem.line, problem.column}), problem});
    }
    return all;
}

void FormBinding::setProblems(const Problems &problems)
{
    m_problems = problems;
    if (m_form->isVisible() && !m_stale && m_session->isOpen() && m_form->obstacle().isEmpty())
        showFields();
}

void FormBinding::sync()
{
    flush();
    follow();
}

void FormBinding::refresh()
{
    m_stale = true;
    follow();
}

void FormBinding::setPending(FieldEditor &editor)
{
    if (m_pending && m_pending != &editor)
        m_pending->flush();
    m_pending = &editor;
    m_flushTimer.start();
}

void FormBinding::clearPending(FieldEditor &editor)
{
    if (m_pending != &editor)
        return;
    m_pending = nullptr;
    m_flushTimer.stop();
}

void FormBinding::flush()
{
    if (m_pending)
        m_pending->flush();
}

bool FormBinding::commit(FieldEditor &editor, const Edits &edits, bool join)
{
    const QPointer<FieldEditor> from(&editor);
    m_form->clearRefusals();
    const Schema &schema = m_terms.context().schema;
    const Edits all = edits.size() == 1 ? withReferences(edits.first(), toValue(m_document.tree()), schema) : edits;
    const Result<QByteArray> edited = applyEdits(m_document, all, keyOrder(schema));
    if (!edited) {
        refresh(); // back to what the file says
        if (from)
            from->showRefusal(edited.error().message);
        return false;
    }
    const bool joins = join && m_editor->document()->revision() == m_committed;
    m_editor->replaceContents(EditBuffer(*edited).text(),
                              joins ? SourceEditor::UndoStep::Joined : SourceEditor::UndoStep::Own);
    m_committed = m_editor->document()->revision();
    m_stale = true;
    follow();
    return true;
}

void FormBinding::finishTyping()
{
    flush();
    const QList<TagBox *> found = m_form ? m_form->findChildren<TagBox *>() : QList<TagBox *>();
    const QList<QPointer<TagBox>> boxes(found.begin(), found.end()); // an edit may take others away
    for (const QPointer<TagBox> &box : boxes) {
        if (box)
            box->addTyped();
    }
}

void FormBinding::undo()
{
    flush();
    m_editor->undo();
    follow();
}

void FormBinding::redo()
{
    flush();
    m_editor->redo();
    follow();
}

void FormBinding::showSource(const FieldPath &path)
{
    sync();
    const TextPosition place = placeOf(m_document, path);
    emit lineRequested(place.line, place.column);
}

bool FormBinding::goToLine(int line, int column)
{
    sync();
    return m_form->goTo(pathAt(m_document, {line, column}));
}

} // namespace casebook
