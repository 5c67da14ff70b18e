# What is installed where, and the Debian package of it: cpack -G DEB, after a build with
# -DCMAKE_INSTALL_PREFIX=/usr.

set(documents ${CMAKE_INSTALL_PREFIX}/share/doc/partyline)
install(TARGETS partyline DESTINATION bin)
install(FILES packaging/copyright DESTINATION ${documents})
install(DIRECTORY lines DESTINATION ${documents}/examples)
install(FILES packaging/partyline.service DESTINATION /lib/systemd/system)
install(FILES packaging/partyline.env DESTINATION /etc/partyline)
install(DIRECTORY DESTINATION /etc/partyline/credentials
  DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)

# The program writes these itself.
set(written [[
function(write_with file)
  set(path "$ENV{DESTDIR}@CMAKE_INSTALL_PREFIX@/share/${file}")
  cmake_path(GET path PARENT_PATH folder)
  file(MAKE_DIRECTORY "${folder}")
  execute_process(COMMAND "$<TARGET_FILE:partyline>" ${ARGN} OUTPUT_FILE "${path}"
    COMMAND_ERROR_IS_FATAL ANY)
endfunction()
write_with(man/man1/partyline.1 man)
write_with(bash-completion/completions/partyline completion bash)
write_with(zsh/vendor-completions/_partyline completion zsh)
write_with(fish/vendor_completions.d/partyline.fish completion fish)
set(share "$ENV{DESTDIR}@CMAKE_INSTALL_PREFIX@/share")
configure_file("@PROJECT_SOURCE_DIR@/CHANGELOG.md" "${share}/doc/partyline/changelog" COPYONLY)
execute_process(COMMAND gzip -9nf "${share}/man/man1/partyline.1" "${share}/doc/partyline/changelog"
  COMMAND_ERROR_IS_FATAL ANY)
]])
string(CONFIGURE "${written}" written @ONLY)
install(CODE "${written}")

set(CPACK_GENERATOR DEB)
set(CPACK_SET_DESTDIR ON)  # some files lie outside of the prefix
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_NAME partyline)
# Whoever builds a package answers for it; Debian's own tools take the name from the same place.
set(maintainer "$ENV{DEBFULLNAME}")
set(address "$ENV{DEBEMAIL}")
if(maintainer STREQUAL "")
  set(maintainer "Whoever built this package")
endif()
if(address STREQUAL "")
  set(address "root@localhost")
endif()
set(CPACK_PACKAGE_CONTACT "${maintainer} <${address}>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "one phone number on ElevenLabs Agents, many personas")
set(CPACK_PACKAGE_DESCRIPTION
  "A server behind one phone number: it decides, call by call, which persona
speaks and what it says first, and carries a person from one persona to the
next without losing them. Its sandbox stands in for the voice platform, the
phone network and the messengers.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION comm)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "ca-certificates, tzdata")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "jq, curl")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)
set(scripts ${PROJECT_SOURCE_DIR}/packaging/deb)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${scripts}/conffiles ${scripts}/postinst ${scripts}/prerm ${scripts}/postrm)
include(CPack)
