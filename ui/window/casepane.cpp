#include "ui/window/casepane.h"

#include "core/corpus/casereader.h"
#include "core/store/unsavedtext.h"
#include "core/validation/validationamong.h"
#include "ui/browse/browser.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"
#include "ui/read/readerpage.h"
#include "ui/theme/theme.h"
#include "ui/window/contextofcorpus.h"

#include <algorithm>

#include <QEvent>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// The colour of the group that a case belongs to in the tree's usual grouping.
QColor accentOf(const CaseStudy &study, const Schema &schema, const QPalette &palette)
{
    const QString value = roleTexts(study, schema, role::group).value(0);
    for (qsizetype i = 0; i < schema.groups.size(); ++i) {
        if (schema.groups.at(i).value == value)
            return groupColor(schema.groups.at(i).color, static_cast<int>(i), palette);
    }
    return {};
}

} // namespace

CasePane::CasePane(Browser &browser, QWidget *parent)
    : QStackedWidget(parent),
      m_browser(browser),
      m_reader(new ReaderPage),
      m_editor(new EditPage),
      m_preview(new CaseView)
{
    addWidget(m_reader);
    addWidget(m_editor);
    m_editor->setPreview(m_preview, [this](const QByteArray &bytes) { preview(bytes); });
    for (CaseView *view : {m_reader->view(), m_preview}) {
        connect(view, &CaseView::caseRequested, this, &CasePane::caseRequested);
        connect(view, &CaseView::addressHovered, this, &CasePane::addressHovered);
    }
    // Both show the case in one size.
    connect(m_preview, &CaseView::zoomChanged, m_reader->view(), &CaseView::setZoom);
    connect(m_reader->view(), &CaseView::zoomChanged, this, [this](double zoom) {
        if (isEditing())
            m_preview->setZoom(zoom);
    });
    connect(m_reader->view(), &CaseView::lineRequested, this, [this](int line) { edit(m_id, line, 1); });
    connect(m_preview, &CaseView::lineRequested, this, [this](int line) { m_editor->goTo(line); });
    connect(m_editor, &EditPage::closed, this, [this] { show(m_id); });
    connect(m_editor, &EditPage::modifiedChanged, this, &CasePane::stateChanged);
    connect(m_editor, &EditPage::statusMessage, this, &CasePane::message);
    connect(&browser.session(), &CorpusSession::changed, this, &CasePane::follow);
    connect(&browser.session(), &CorpusSession::validated, this, &CasePane::showAgain);
    connect(&browser.session(), &CorpusSession::schemaChanged, this, &CasePane::showAgain);
    connect(&browser.session(), &CorpusSession::schemaChanged, m_editor,
            [this] { m_editor->setContext(contextOf(m_browser.corpus())); });
    showNothing({});
}

bool CasePane::isEditing() const
{
    return currentWidget() == m_editor;
}

void CasePane::requestLeave(const std::function<void(bool)> &answer)
{
    if (isEditing())
        m_editor->requestLeave(answer);
    else
        answer(true);
}

void CasePane::read(const QString &id)
{
    if (id == m_id) {
        leavePage();
        return;
    }
    requestLeave([this, id](bool mayLeave) {
        if (mayLeave)
            show(id);
        else
            emit refused(m_id);
    });
}

void CasePane::show(const QString &id)
{
    const CaseStudyPtr study = m_browser.corpus().find(id);
    if (!study) {
        showNothing(tr("Choose a case on the left."));
        return;
    }
    m_id = id;
    m_history.visit(id);
    showAgain();
    setCurrentWidget(m_reader);
    emit stateChanged();
}

void CasePane::showAgain()
{
    const CaseStudyPtr study = m_id.isEmpty() ? nullptr : m_browser.corpus().find(m_id);
    if (!study)
        return;
    const Result<Document> document = readDocument(m_browser.corpus().layout(), study->path);
    // What cannot be read has its problem shown on top of what is known.
    showIn(m_reader->view(), study, document.value_or(Document()));
    if (!isEditing())
        return;
    if (m_editor->isModified()) // unsaved text has problems, and lines, of its own
        m_editor->refreshPreview();
    else
        m_editor->setProblems(m_browser.corpus().problemsOf(*study));
}

void CasePane::showSourceFacts()
{
    const CaseStudyPtr study = m_browser.corpus().find(m_id);
    const SourceFactsPtr &before = m_reader->view()->shown().facts;
    const SourceFactsPtr &now = m_browser.corpus().sourceFacts();
    if (!study || isEditing())
        return;
    const QStringList addresses = webAddresses(*study, m_browser.corpus().schema());
    const bool same = std::all_of(addresses.begin(), addresses.end(), [&](const QString &address) {
        return linkOf(before, address) == linkOf(now, address);
    });
    if (!same)
        showAgain();
}

void CasePane::showIn(CaseView *view, const CaseStudyPtr &study, const Document &document)
{
    const Corpus &corpus = m_browser.corpus();
    ShownCase shown{study, document, {}, corpus.schema(), corpus.layout(), accentOf(*study, corpus.schema(), palette()),
                    {}};
    shown.today = corpus.today();
    shown.facts = corpus.sourceFacts();
    shown.problems = view == m_preview ? study->problems : corpus.problemsOf(*study);
    shown.copyOf = m_copies;
    shown.titleOf = [this](const QString &id) {
        const CaseStudyPtr other = m_browser.corpus().find(id);
        if (!other)
            return QString();
        const QString organization = roleText(*other, m_browser.corpus().schema(), role::organization);
        return organization.isEmpty() ? other->title : QString(organization + u" · "_s + other->title);
    };
    view->showCase(shown);
}

void CasePane::preview(const QByteArray &bytes)
{
    const CaseStudyPtr known = m_browser.corpus().find(m_id);
    const Corpus &corpus = m_browser.corpus();
    const Document document = Document::parse(bytes);
    const QString path = known ? known->path : corpus.layout().pathOf(m_id);
    const CaseStudyPtr study = caseFromDocument(corpus.layout(), corpus.schema(), path, document);
    m_preview->setZoom(m_reader->view()->zoom());
    showIn(m_preview, study, document);
    m_editor->setProblems(study->problems + validateAmong(*study, document, corpus));
}

void CasePane::edit(const QString &id, int line, int column)
{
    if (isEditing() && id == m_id) {
        if (line > 0)
            m_editor->goTo(line, column);
        return;
    }
    requestLeave([this, id, line, column](bool mayLeave) {
        if (mayLeave)
            startEditing(id, line, column);
        else
            emit refused(m_id);
    });
}

void CasePane::startEditing(const QString &id, int line, int column)
{
    const CaseStudyPtr study = m_browser.corpus().find(id);
    if (!study)
        return;
    if (id != m_id)
        show(id);
    if (const Result<void> opened = m_editor->open(m_browser.corpus().layout().root, study->path); !opened) {
        emit message(opened.error().message);
        return;
    }
    m_editor->setContext(contextOf(m_browser.corpus()));
    setCurrentWidget(m_editor);
    m_editor->setProblems(m_browser.corpus().problemsOf(*study));
    if (line > 0)
        m_editor->goTo(line, column);
    else
        m_editor->takeFocus();
    emit stateChanged();
}

void CasePane::restore(const UnsavedText &unsaved, const std::function<void(bool)> &done)
{
    requestLeave([this, unsaved, done](bool mayLeave) {
        if (!mayLeave) {
            done(false);
            return;
        }
        const QString id = m_browser.corpus().layout().idOf(unsaved.path);
        if (m_browser.corpus().find(id))
            show(id);
        else
            m_id = id; // the editor's preview is all that there is to see of it
        m_editor->setContext(contextOf(m_browser.corpus()));
        if (const Result<void> restored = m_editor->restore(unsaved); !restored) {
            emit message(restored.error().message);
            done(false);
            return;
        }
        setCurrentWidget(m_editor);
        m_editor->takeFocus();
        emit stateChanged();
        done(m_editor->keepUnsavedNow());
    });
}

void CasePane::stopEditing()
{
    if (isEditing())
        m_editor->closeFile();
}

void CasePane::showNothing(const QString &message)
{
    m_id.clear();
    m_reader->view()->showNothing(message);
    setCurrentWidget(m_reader);
    emit stateChanged();
}

void CasePane::addPage(QWidget *page)
{
    addWidget(page);
}

void CasePane::showPage(QWidget *page)
{
    setCurrentWidget(page);
    page->setFocus();
    emit stateChanged();
}

bool CasePane::showsPage() const
{
    return currentWidget() != m_reader && currentWidget() != m_editor;
}

void CasePane::leavePage()
{
    if (!showsPage())
        return;
    setCurrentWidget(m_reader);
    m_reader->view()->setFocus();
    emit stateChanged();
}

void CasePane::goBack()
{
    if (showsPage()) {
        leavePage();
        return;
    }
    requestLeave([this](bool mayLeave) {
        if (mayLeave && m_history.canGoBack())
            emit caseRequested(m_history.goBack());
    });
}

void CasePane::goForward()
{
    requestLeave([this](bool mayLeave) {
        if (mayLeave && m_history.canGoForward())
            emit caseRequested(m_history.goForward());
    });
}

void CasePane::followRename(const QString &from, const QString &to)
{
    m_history.rename(from, to);
    if (m_id != from)
        return;
    m_id = to;
    if (isEditing()) {
        const CorpusLayout &layout = m_browser.corpus().layout();
        m_editor->fileRenamed(layout.root + u'/' + layout.pathOf(to));
    }
}

void CasePane::forget()
{
    m_history.clear();
    showNothing({});
}

void CasePane::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showAgain(); // the group's colour is another one
}

void CasePane::follow(const CorpusChange &change)
{
    for (const auto &[from, to] : change.renamed.asKeyValueRange())
        followRename(from, to);
    if (isEditing())
        m_editor->fileChangedOnDisk();
    for (const QString &id : change.removed) {
        if (id != m_id)
            m_history.remove(id);
    }
    emit stateChanged();
    if (m_id.isEmpty())
        return;
    if (m_browser.corpus().find(m_id)) {
        if (change.changed.contains(m_id) || change.added.contains(m_id))
            showAgain();
    } else if (!isEditing()) {
        m_history.remove(m_id);
        showNothing(tr("The file of this case is not there any more."));
    }
}

} // namespace casebook
