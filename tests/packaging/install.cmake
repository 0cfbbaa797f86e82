# Installs BUILD under PREFIX, an empty folder, and looks whether everything is there and the program starts from there.
file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX} RESULT_VARIABLE status OUTPUT_QUIET)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "cmake --install ended with ${status}")
endif()

set(id org.casebook.Casebook)
set(program ${PREFIX}/${BINDIR}/casebook)
set(data ${PREFIX}/${DATADIR})
set(sizes 16 22 24 32 48 64 128 256 512)
list(TRANSFORM sizes REPLACE "(.+)" "${data}/icons/hicolor/\\1x\\1/apps/${id}.png" OUTPUT_VARIABLE icons)
foreach(file IN ITEMS
        ${program} ${data}/casebook/rust/corpus.yaml ${data}/casebook/rust/cases
        ${data}/applications/${id}.desktop ${data}/metainfo/${id}.metainfo.xml
        ${data}/icons/hicolor/scalable/apps/${id}.svg ${icons} ${data}/doc/casebook/LICENSE)
    if(NOT EXISTS ${file})
        message(SEND_ERROR "not installed: ${file}")
    endif()
endforeach()

# must_run(RESULT ARGUMENT...): runs the installed program from another folder; its output goes to RESULT.
function(must_run result)
    execute_process(COMMAND ${program} ${ARGN} WORKING_DIRECTORY ${PREFIX}
        RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE errors)
    if(NOT status EQUAL 0)
        message(SEND_ERROR "casebook ${ARGN} ended with ${status}: ${errors}")
    endif()
    set(${result} "${output}" PARENT_SCOPE)
endfunction()

must_run(version --version)
if(NOT version MATCHES "${VERSION}")
    message(SEND_ERROR "casebook --version says '${version}', not ${VERSION}")
endif()

# With no corpus named or opened before, it opens the one that was installed with it.
file(REAL_PATH ${data} data)
file(GLOB cases RELATIVE ${data}/casebook/rust/cases ${data}/casebook/rust/cases/*.md)
list(GET cases 0 case)
string(REGEX REPLACE "\\.md$" "" case_id ${case})
must_run(path show ${case_id} --path)
string(STRIP "${path}" path)
if(NOT path STREQUAL "${data}/casebook/rust/cases/${case}")
    message(SEND_ERROR "casebook show ${case_id} --path says '${path}': not the installed corpus")
endif()
