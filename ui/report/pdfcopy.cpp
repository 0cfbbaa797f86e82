#include "ui/report/pdfcopy.h"

namespace casebook {

QByteArray PdfCopy::text(const PdfValue &value)
{
    switch (value.kind) {
    case PdfValue::Kind::Null:
        return "null";
    case PdfValue::Kind::Plain:
    case PdfValue::Kind::Name:
        return value.text;
    case PdfValue::Kind::String:
        return pdfString(value.text);
    case PdfValue::Kind::Reference:
        return pdfReference(numberOf(value.reference));
    case PdfValue::Kind::Dictionary:
        return "<< " + entries(value) + " >>";
    case PdfValue::Kind::Array:
        break;
    }
    QByteArray array = "[ ";
    for (const PdfValue &item : value.items)
        array += text(item) + ' ';
    return array + ']';
}

QByteArray PdfCopy::entries(const PdfValue &dictionary)
{
    QByteArrayList parts;
    for (std::size_t i = 0; i < dictionary.items.size(); ++i)
        parts.append(dictionary.keys.at(static_cast<qsizetype>(i)) + ' ' + text(dictionary.items[i]));
    return parts.join(' ');
}

int PdfCopy::numberOf(int source)
{
    const auto [place, isNew] = m_numbers.try_emplace(source, 0);
    if (isNew) {
        place->second = m_target.reserve();
        m_waiting.push_back(source);
    }
    return place->second;
}

int PdfCopy::numberOfOwn(int source)
{
    const auto [place, isNew] = m_numbers.try_emplace(source, 0);
    if (isNew)
        place->second = m_target.reserve();
    return place->second;
}

void PdfCopy::copyWaiting()
{
    while (!m_waiting.empty()) {
        const int source = m_waiting.front();
        m_waiting.pop_front();
        copy(source);
    }
}

void PdfCopy::copy(int source)
{
    const int number = m_numbers.at(source);
    PdfSource::Object object = m_source.read(source);
    if (!object.isStream()) {
        m_target.add(number, text(object.value));
        return;
    }
    object.value.remove("/Length"); // that of Qt is an object of its own
    const QByteArray data = m_source.data(object);
    if (object.value.at("/Filter").is(PdfValue::Kind::Null))
        m_target.addPlainStream(number, entries(object.value), data);
    else
        m_target.addStream(number, entries(object.value), data);
}

} // namespace casebook
