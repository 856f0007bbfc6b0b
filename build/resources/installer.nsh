; What our installer does beyond electron-builder's: uninstalling leaves nothing behind but what the user typed and keeps.

!macro customUnInstall
  ${ifNot} ${isUpdated}
    ; The program registers itself for colodesk: links; another installation's registration stays.
    ReadRegStr $R0 HKCU "Software\Classes\colodesk\shell\open\command" ""
    StrLen $R1 '"$INSTDIR\'
    StrCpy $R2 $R0 $R1
    ${if} $R2 == '"$INSTDIR\'
      DeleteRegKey HKCU "Software\Classes\colodesk"
    ${endIf}

    ; The updater's copy of the last installer lies with the user, also when the program was installed for all.
    ${if} $installMode == "all"
      SetShellVarContext current
    ${endIf}
    RMDir /r "$LOCALAPPDATA\colodesk-updater"
    ${if} $installMode == "all"
      SetShellVarContext all
    ${endIf}
  ${endIf}
!macroend
