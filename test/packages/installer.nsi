; A small installer around build/resources/installer.nsh, with what electron-builder's script gives it: the names that it uses,
; the words of LogicLib, and the switch --updated, with which an update calls the old version's uninstaller.

Unicode true
Target amd64-unicode
!include LogicLib.nsh
!include FileFunc.nsh

!define APP_ID "com.colodesk.app"
!macro _isUpdated _a _b _t _f
  ClearErrors
  ${GetParameters} $R9
  ${GetOptions} $R9 "--updated" $R8
  IfErrors `${_f}` `${_t}`
!macroend
!define isUpdated `"" isUpdated ""`

Name "Colodesk"
OutFile "${OUTPUT}"
InstallDir "C:\Programs of Jörg\Colodesk"
RequestExecutionLevel user
SilentInstall silent
SilentUnInstall silent
Var installMode

!include "${INSTALLER_NSH}"

Section "install"
  SetOutPath $INSTDIR
  WriteUninstaller "$INSTDIR\Uninstall Colodesk.exe"
SectionEnd

Section "un.install"
  StrCpy $installMode "CurrentUser"
  !insertmacro customUnInstall
  SetOutPath $TEMP
  RMDir /r $INSTDIR
SectionEnd
