# What `cmake --install` puts in place, under the folders of the GNU layout.
include(GNUInstallDirs)

install(TARGETS casebook RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# The bundled corpus: the program looks for it beside itself, at ../share/casebook/rust.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/data/rust DESTINATION ${CMAKE_INSTALL_DATADIR}/casebook)

set(casebook_id org.casebook.Casebook)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/${casebook_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/${casebook_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/icons/${casebook_id}.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(DIRECTORY ${CMAKE_CURRENT_LIST_DIR}/icons/hicolor DESTINATION ${CMAKE_INSTALL_DATADIR}/icons
    FILES_MATCHING PATTERN "*.png")

foreach(document LICENSE README.md CHANGELOG.md)
    install(FILES ${CMAKE_SOURCE_DIR}/${document} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/casebook OPTIONAL)
endforeach()
