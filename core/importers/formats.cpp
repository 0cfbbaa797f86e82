#include "core/importers/formats.h"

namespace casebook {

const std::vector<std::unique_ptr<const Importer>> &allImporters()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<const Importer>> made;
        made.push_back(curatedImporter());
        made.push_back(articleImporter());
        made.push_back(listImporter());
        made.push_back(csvImporter());
        made.push_back(jsonImporter());
        return made;
    }();
    return all;
}

} // namespace casebook
