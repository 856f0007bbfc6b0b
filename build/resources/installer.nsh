; What our installer does beyond electron-builder's: uninstalling leaves nothing behind but what the user typed and keeps.

; Cuts the command in $R0 to its beginning, without a quotation mark, so that it can be compared with "$INSTDIR\".
!macro cutToFolder
  StrCpy $R1 $R0 1
  ${if} $R1 == '"'
    StrCpy $R0 $R0 "" 1
  ${endIf}
  StrLen $R1 "$INSTDIR\"
  StrCpy $R0 $R0 $R1
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    ; The program registers itself for colodesk: links; another installation's registration stays.
    ReadRegStr $R0 HKCU "Software\Classes\colodesk\shell\open\command" ""
    !insertmacro cutToFolder
    ${if} $R0 == "$INSTDIR\"
      DeleteRegKey HKCU "Software\Classes\colodesk"
    ${endIf}

    ; Its start with the system, and whether the Task Manager has switched that off.
    ReadRegStr $R0 HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    !insertmacro cutToFolder
    ${if} $R0 == "$INSTDIR\"
      DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
      DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${APP_ID}"
    ${endIf}

    ; What Electron registers for clicks on notifications, under ids of its own.
    StrCpy $R2 0
    ${do}
      EnumRegKey $R3 HKCU "Software\Classes\CLSID" $R2
      ${if} $R3 == ""
        ${exitDo}
      ${endIf}
      ReadRegStr $R0 HKCU "Software\Classes\CLSID\$R3\LocalServer32" ""
      !insertmacro cutToFolder
      ${if} $R0 == "$INSTDIR\"
        DeleteRegKey HKCU "Software\Classes\CLSID\$R3"
      ${else}
        IntOp $R2 $R2 + 1
      ${endIf}
    ${loop}

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
