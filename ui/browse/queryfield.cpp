#include "ui/browse/queryfield.h"

#include "ui/browse/browser.h"
#include "ui/theme/icons.h"

#include <QKeyEvent>

namespace casebook {

using namespace Qt::StringLiterals;

QueryField::QueryField(Browser &browser, QWidget *parent) : QLineEdit(parent), m_browser(browser)
{
    setObjectName(u"queryField"_s);
    setPlaceholderText(tr("Search: words, \"a phrase\", -not, field:value"));
    setAccessibleName(tr("Search the case studies"));
    setToolTip(tr("Words must all be found, at the beginning of a word, in any field or the text.\n"
                  "\"…\" finds a phrase, -word leaves cases out.\n"
                  "field:value, field:a,b, year:2018..2022, has:field, missing:field and is:broken filter by fields."));
    setClearButtonEnabled(true);
    addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    connect(this, &QLineEdit::textChanged, &m_browser, &Browser::setQueryText);
    connect(&browser, &Browser::queryChanged, this, &QueryField::followBrowser);
    followBrowser();
}

void QueryField::followBrowser()
{
    if (text() != m_browser.queryText())
        setText(m_browser.queryText());
}

void QueryField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit leaveRequested();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace casebook
